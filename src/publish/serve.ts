import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import sirv from 'sirv';
import { HEADERS_FILE, readHeadersFile, securityHeaders } from '../security/headers.ts';
import { ASK_EACH_TIME, cachingOf } from './hosting/caching.ts';
import { isForReaders } from './hosting/for-readers.ts';

/** Serves a built site under its base path, saying of each file what a server should say. Resolves when it listens; rejects when the port is taken. */
export async function serveSite(siteDir: string, basePath: string, port: number): Promise<Server> {
  const files = sirv(siteDir, { etag: true, dev: true });
  const headers = await headersOf(siteDir);
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const url = request.url ?? '/';
    if (!url.startsWith(basePath)) {
      response.writeHead(302, { location: basePath });
      response.end();
      return;
    }
    request.url = `/${url.slice(basePath.length)}`;
    const path = pathOf(request.url);
    const isThere = path !== undefined && isForReaders(path);
    if (isThere) response.setHeader('cache-control', cachingOf(path));
    const missing = () => void notFound(siteDir, response);
    if (isThere) files(request, response, missing);
    else missing();
  });
  server.listen(port);
  await once(server, 'listening');
  return server;
}

/** The path below the base path that an address means; `undefined` where it means none. */
function pathOf(address: string): string | undefined {
  try {
    return posix.normalize(decodeURIComponent(address.split(/[?#]/)[0] ?? '')).replace(/^\/+/, '');
  } catch {
    return undefined;
  }
}

/** What the site's own file says; a folder without one gets what every site has. */
async function headersOf(siteDir: string): Promise<[name: string, value: string][]> {
  const text = await readFile(join(siteDir, HEADERS_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? Object.entries(securityHeaders()) : readHeadersFile(text);
}

async function notFound(siteDir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(siteDir, '404.html')).catch(() => '404');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': ASK_EACH_TIME });
  response.end(page);
}
