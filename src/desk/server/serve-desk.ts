import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { LOOPBACK } from '../../source/settings.ts';
import type { Desk } from '../desk.ts';
import { deskApp } from './app.ts';
import { clientFiles } from './client-files.ts';
import { newGuard } from './guard.ts';

/** A desk that answers. */
export interface ServedDesk {
  /** The address to open, with its token. */
  address: string;
  close(): Promise<void>;
}

/** Serves a desk on this machine only. `port` 0 takes any that is free. */
export async function serveDesk(desk: Desk, port: number, say?: (line: string) => void): Promise<ServedDesk> {
  const guard = newGuard(port);
  const app = deskApp(desk, { guard, client: await clientFiles(), ...(say ? { say } : {}) });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: LOOPBACK }) as Server;
  server.requestTimeout = 120_000;
  server.headersTimeout = 10_000;
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  guard.port = (server.address() as AddressInfo).port;
  return {
    address: `http://${LOOPBACK}:${guard.port}/?token=${guard.token}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await desk.end();
    },
  };
}
