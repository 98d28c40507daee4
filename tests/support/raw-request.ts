import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back on a connection. */
export interface RawAnswer {
  /** 0 where nothing came. */
  status: number;
  head: string;
  body: string;
}

/** Milliseconds after which a connection that nobody ends is given up: only against hanging. */
const HANG = 30_000;

/** Sends bytes as they are to a port of this machine and reads until the other side ends. What comes after the first answer is part of its body. */
export async function rawRequest(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const answered = readToEnd(socket);
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return answerOf(await answered);
}

/** All bytes that come until the connection is over, however it ends. */
export async function readToEnd(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  socket.setTimeout(HANG, () => socket.destroy(new Error('nothing came for too long')));
  socket.on('end', () => socket.end());
  await once(socket, 'close').catch(() => undefined);
  return Buffer.concat(parts).toString('latin1');
}

/** The first answer of what came. */
export function answerOf(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    head: head.toLowerCase(),
    body: rest.join('\r\n\r\n'),
  };
}
