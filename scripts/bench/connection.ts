import { connect, type Socket } from 'node:net';

/** Milliseconds after which a server counts as not answering. */
const LONGEST_ANSWER = 10_000;
const END_OF_HEAD = '\r\n\r\n';

/** The bytes of a request as a browser sends it that keeps its connection. */
export function requestFor(address: string): Buffer {
  const { host, pathname, search } = new URL(address);
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\n\r\n`);
}

/**
 * A connection that is kept from one request to the next. It reads no more of an answer than where that ends, so that whoever asks costs
 * little beside who answers: only answers with a `Content-Length`, which all files have, and those without a body are understood.
 */
export class Connection {
  readonly #port: number;
  readonly #longest: number;
  #socket: Socket | undefined;
  #settle: ((what: string) => void) | undefined;
  #head: Buffer | undefined;
  #status = '';
  #left = 0;

  constructor(port: number, longest = LONGEST_ANSWER) {
    this.#port = port;
    this.#longest = longest;
  }

  /** Asks, and returns the status when the last byte of the answer is there, or what went wrong. One request at a time. */
  ask(request: Buffer): Promise<string> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#socket ??= this.#open();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.setTimeout(this.#longest, () => {
      this.#fail(socket, 'no answer');
    });
    socket.on('data', (bytes: Buffer) => {
      this.#read(socket, bytes);
    });
    socket.on('error', (error) => {
      this.#fail(socket, error.message);
    });
    socket.on('close', () => {
      this.#fail(socket, 'closed');
    });
    return socket;
  }

  #read(socket: Socket, bytes: Buffer): void {
    if (this.#settle === undefined) {
      this.#fail(socket, 'more than was asked');
      return;
    }
    if (this.#left > 0) {
      this.#left -= bytes.length;
      if (this.#left <= 0) this.#end(socket);
      return;
    }
    const head = this.#head ? Buffer.concat([this.#head, bytes]) : bytes;
    const end = head.indexOf(END_OF_HEAD);
    this.#head = end < 0 ? head : undefined;
    if (end < 0) return;
    const text = head.toString('latin1', 0, end);
    this.#status = text.slice(9, 12);
    const length = this.#status === '304' ? 0 : Number(/\r\nContent-Length: *(\d+)/i.exec(text)?.[1] ?? NaN);
    if (Number.isNaN(length)) {
      this.#fail(socket, 'no length');
      return;
    }
    this.#left = length - (head.length - end - END_OF_HEAD.length);
    if (this.#left <= 0) this.#end(socket);
  }

  #end(socket: Socket): void {
    if (this.#left < 0) this.#fail(socket, 'more than was said');
    else this.#answer(this.#status);
  }

  /** Gives the connection up; the next request opens another. */
  #fail(socket: Socket, what: string): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    this.#head = undefined;
    this.#left = 0;
    socket.destroy();
    this.#answer(what);
  }

  #answer(what: string): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(what);
  }
}
