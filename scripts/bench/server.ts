import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { targetOf } from '../../src/publish/serving/target.ts';

/** Types of files that hosts compress. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
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

const COMPRESS = { gzip: gzipSync, br: brotliCompressSync };

/** Serves a folder as hosts do: text compressed, by gzip as is common or by brotli as good ones do, and other files as they are. */
export async function serveCompressed(
  folder: string,
  coding: keyof typeof COMPRESS = 'gzip',
): Promise<CountingServer> {
  const compressed = new Map<string, Buffer>();
  let sent = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const target = targetOf(request.url ?? '', '/');
    if (target.kind !== 'file') {
      response.writeHead(404).end();
      return;
    }
    const file = path.join(folder, ...target.parts);
    const type = TEXT_TYPES[path.extname(file)];
    readFile(file).then(
      (data) => {
        const headers = {
          'cache-control': 'max-age=31536000',
          'content-type': type ?? 'application/octet-stream',
        };
        response.writeHead(200, type ? { ...headers, 'content-encoding': coding } : headers);
        const body = type ? (compressed.get(file) ?? COMPRESS[coding](data)) : data;
        if (type) compressed.set(file, body);
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
