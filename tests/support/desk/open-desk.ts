import { after } from 'node:test';
import type { Hono } from 'hono';
import { Desk } from '../../../src/desk/desk.ts';
import { deskApp } from '../../../src/desk/server/app.ts';
import { cookieOf, newGuard, type Guard } from '../../../src/desk/server/guard.ts';
import { ASKED_BY_PAGE } from '../../../src/domain/desk/api.ts';
import { readSettings } from '../../../src/source/settings.ts';
import { ROOT, temporaryFolder, writeContent, type ContentFiles } from '../site.ts';

export const PORT = 4999;
export const HOST = `127.0.0.1:${PORT}`;

/** Everything that a request of the page says. */
export const PAGE: Record<string, string> = {
  host: HOST,
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
  [ASKED_BY_PAGE.name]: ASKED_BY_PAGE.value,
};

/** A desk that is asked without a socket. */
export interface Asked {
  app: Hono;
  guard: Guard;
  desk: Desk;
  folder: string;
  /** Asks as the page would, with some of its headers otherwise (`null` leaves one out). */
  ask(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string | null> },
  ): Promise<Response>;
}

const desks: Desk[] = [];
after(() => Promise.all(desks.map((desk) => desk.end())));

/** A desk on a content folder of these files; it ends with the test file. */
export async function openDesk(files: ContentFiles): Promise<Asked> {
  const folder = await writeContent(files);
  const desk = await Desk.open(readSettings({ CONTENT_DIR: folder, OUT_DIR: await temporaryFolder() }, ROOT));
  desks.push(desk);
  const guard = newGuard(PORT);
  const client = {
    page: 'the page',
    door: 'the door',
    files: { '/desk.js': { type: 'text/javascript', text: '1' } },
  };
  const app = deskApp(desk, { guard, client });
  const ask: Asked['ask'] = async (path, { method = 'GET', body, headers = {} } = {}) => {
    const said = { ...PAGE, cookie: cookieOf(guard).split(';')[0]!, ...headers };
    const kept = Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null);
    return app.request(`http://${HOST}${path}`, {
      method,
      headers: Object.fromEntries(kept),
      ...(body === undefined ? {} : { body: isSent(body) ? body : JSON.stringify(body) }),
    });
  };
  return { app, guard, desk, folder, ask };
}

/** Files go as they are, everything else as JSON. */
function isSent(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}
