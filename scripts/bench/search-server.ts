import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** A folder being served. */
export interface CountingServer {
  url: string;
  /** Bytes of all bodies sent so far. */
  sent(): number;
  /** Requests so far. */
  requests(): number;
  close(): void;
}

/** Serves a folder as common hosts do: text compressed, other files as they are. */
export async function serveCompressed(folder: string): Promise<CountingServer> {
  let sent = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
    const type = TYPES[path.extname(file)];
    readFile(file).then(
      (data) => {
        const headers = {
          'cache-control': 'max-age=600',
          'content-type': type ?? 'application/octet-stream',
        };
        response.writeHead(200, type ? { ...headers, 'content-encoding': 'gzip' } : headers);
        const body = type ? gzipSync(data) : data;
        sent += body.length;
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => sent,
    requests: () => requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
