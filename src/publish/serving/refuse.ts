import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ALLOWED } from './answer.ts';

/** Milliseconds until a connection is cut whose reader was told why: cut at once, the words would be lost with it. */
const LINGER = 1000;

/** A well-formed request line with any method: Node rejects methods that it does not know. */
const REQUEST_LINE = /^[!#$%&'*+.^_`|~\w-]+ \S+ HTTP\/1\.[01]\r?\n/;

/** What Node says of bytes that it could not read as a request, and up to where it could. */
type ClientError = Error & { code?: string; rawPacket?: Buffer; bytesParsed?: number };

/** The status for what Node could not read as a request. */
export function statusOf({ code, rawPacket, bytesParsed = 0 }: ClientError): number {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'HPE_INVALID_METHOD':
      return REQUEST_LINE.test(fromItsLine(rawPacket?.toString('latin1') ?? '', bytesParsed)) ? 405 : 400;
    default:
      return 400;
  }
}

/** Bytes from the beginning of the line in which reading stopped: other requests may stand before it. */
function fromItsLine(bytes: string, stop: number): string {
  return bytes.slice(bytes.lastIndexOf('\n', stop - 1) + 1);
}

/** Answers on a connection that holds no request which could be answered, and ends it. */
export function refuse(socket: Duplex, status: number): void {
  if (socket.writableEnded || socket.destroyed) return;
  socket.on('error', () => undefined);
  const allow = status === 405 ? `Allow: ${ALLOWED}\r\n` : '';
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER).unref();
}
