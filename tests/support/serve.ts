import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../../src/publish/serving/answer.ts';

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
  const basePath = `/${(options.base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
    answer({ folder: dir, basePath }, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
