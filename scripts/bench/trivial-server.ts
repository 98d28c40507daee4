import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { parentPort, Worker } from 'node:worker_threads';

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');

/** The address of a server that answers everything alike at almost no cost, and how to end it. */
export interface TrivialServer {
  url: string;
  close(): Promise<unknown>;
}

/** Starts it in a thread of its own: what an asker cannot get from it is the asker's own limit. */
export async function startTrivialServer(): Promise<TrivialServer> {
  const worker = new Worker(new URL(import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}/`, close: () => worker.terminate() };
}

/** Answers what comes, taking every piece for a whole request. */
async function answerEverything(tell: (port: number) => void): Promise<void> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.write(ANSWER));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tell((server.address() as AddressInfo).port);
}

if (parentPort) {
  const port = parentPort;
  await answerEverything((number) => {
    port.postMessage(number);
  });
}
