import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  HEADERS_FILE,
  headersFor,
  readHeadersFile,
  securityHeaders,
  type HeaderRule,
} from '../../security/headers.ts';
import { oneLine } from '../../source/fault.ts';
import { LOOPBACK } from '../../source/settings.ts';
import { fileTrouble } from '../file-trouble.ts';
import { answer, answerInWords } from './answer.ts';
import { refuse, statusOf } from './refuse.ts';

/** Milliseconds that a connection may take. */
export interface Patience {
  /** Until the head of a request is there. */
  head: number;
  /** Until the whole request is there. */
  request: number;
  /** Without a byte in either direction. */
  silence: number;
}

/** How a site is served. */
export interface ServeOptions {
  /** The address to listen on; where left out, only this machine can ask. */
  host?: string;
  patience?: Patience;
  /** Told in one line of every request that could not be answered. */
  say?: (line: string) => void;
}

const PATIENCE: Patience = { head: 10_000, request: 30_000, silence: 60_000 };
/** Bytes of the head of a request: no browser sends more, with the cookies of everything else on this machine. */
const LONGEST_HEAD = 64 * 1024;

/** What a reader who leaves in the midst of an answer looks like from here. */
const READER_LEFT = [
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'ERR_STREAM_DESTROYED',
  'ECONNRESET',
  'EPIPE',
];

/**
 * Serves a built site under its base path. No request ends it: what cannot be answered is a 500 and a line. Resolves when it listens;
 * rejects when it cannot.
 */
export async function serveSite(
  siteDir: string,
  basePath: string,
  port: number,
  { host = LOOPBACK, patience = PATIENCE, say = () => undefined }: ServeOptions = {},
): Promise<Server> {
  const rules = await headerRulesOf(siteDir);
  const site = { folder: siteDir, basePath };
  const answerOne = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.socket.destroyed) return;
    try {
      const [path = ''] = (request.url ?? '').split('?', 1);
      for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
      await answer(site, request, response);
    } catch (error) {
      if (READER_LEFT.includes((error as NodeJS.ErrnoException).code ?? '')) return;
      say(oneLine(`没能回答 ${request.method} ${request.url}：${fileTrouble(error)}`));
      if (response.headersSent) response.destroy();
      else answerInWords(response, 500);
    }
    await finished(response).catch(() => undefined);
  };

  const server = createServer({
    headersTimeout: patience.head,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(1000, patience.head),
    maxHeaderSize: LONGEST_HEAD,
    requireHostHeader: false,
  });
  server.timeout = patience.silence;
  // One request at a time per connection, so that no client has more files open than connections.
  const turns = new WeakMap<Duplex, Promise<void>>();
  const takeTurn = (socket: Duplex, work: () => void | Promise<void>) => {
    const turn = (turns.get(socket) ?? Promise.resolve()).then(work);
    turns.set(
      socket,
      turn.catch((error: Error) => say(oneLine(error.message))),
    );
  };
  server.on('request', (request, response) => {
    response.on('error', () => undefined);
    takeTurn(request.socket, () => answerOne(request, response));
  });
  server.on('connect', (_, socket) => {
    socket.on('error', () => undefined);
    takeTurn(socket, () => refuse(socket, 405));
  });
  server.on('clientError', (error, socket) => takeTurn(socket, () => refuse(socket, statusOf(error))));
  server.listen(port, host);
  await once(server, 'listening');
  server.on('error', (error) => say(oneLine(error.message)));
  return server;
}

/** What the site's own file says; a folder without one gets what every site has. */
async function headerRulesOf(siteDir: string): Promise<HeaderRule[]> {
  const text = await readFile(join(siteDir, HEADERS_FILE), 'utf8').catch(() => undefined);
  if (text !== undefined) return readHeadersFile(text);
  return [{ isFor: () => true, headers: Object.entries(securityHeaders()) }];
}
