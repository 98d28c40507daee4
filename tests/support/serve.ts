import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A folder being served: `url` ends in `/` and includes the base path. */
export interface ServedFolder {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the files of `dir` below `base` (for instance `/study`; the root by default) on a free port of this machine.
 * Files are read at each request. What is not there answers 404, with the folder's own `404.html` if it has one.
 * `headers` are said with every file. Throws when `dir` does not exist.
 */
export async function serveFolder(
  dir: string,
  options: { base?: string; headers?: Record<string, string> } = {},
): Promise<ServedFolder> {
  if (!existsSync(dir)) throw new Error(`no such folder: ${dir}`);
  const base = `/${(options.base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const files = sirv(dir, { dev: true, etag: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
    const missing = () => void answerMissing(dir, response);
    if (!request.url?.startsWith(base)) {
      missing();
      return;
    }
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answerMissing(dir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => '');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}
