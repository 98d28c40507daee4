import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ASKED_BY_PAGE } from '../../domain/desk/api.ts';
import { desk } from '../../strings/desk.ts';

/** What decides whose requests are answered. Secrets last as long as the process. */
export interface Guard {
  /** Stands in the address that is opened. */
  token: string;
  /** Stands in the cookie that the token is changed for. */
  session: string;
  /** The port that the server listens on; known once it does. */
  port: number;
}

/** New secrets for a server that listens on a port. */
export function newGuard(port: number): Guard {
  return { token: secret(), session: secret(), port };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Why a request is not answered. */
export interface Refusal {
  status: 400 | 403 | 421;
  words: string;
}

/** The names by which the page is opened; any other may be one that somebody else's domain server has come to mean this machine by. */
export function hostsOf({ port }: Guard): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Why a request is refused before it is looked at, whatever it asks: another host, another origin. */
export function refusalOf(request: Request, guard: Guard): Refusal | undefined {
  const { headers, method } = request;
  const host = headers.get('host') ?? '';
  if (!hostsOf(guard).includes(host)) return { status: 421, words: desk.wrongHost };
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}`) return { status: 403, words: desk.wrongOrigin };
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return { status: 403, words: desk.wrongOrigin };
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading && origin === null) return { status: 403, words: desk.wrongOrigin };
  return undefined;
}

/** Why a request to the interface is refused: it is not the page that asks. */
export function apiRefusal({ headers }: Request): Refusal | undefined {
  return headers.get(ASKED_BY_PAGE.name) === ASKED_BY_PAGE.value
    ? undefined
    : { status: 403, words: desk.wrongOrigin };
}

/** Whether a request brings the cookie. */
export function hasSession({ headers }: Request, guard: Guard): boolean {
  const cookies = (headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  const start = `${cookieName(guard)}=`;
  return cookies.some(
    (cookie) => cookie.startsWith(start) && isSecret(cookie.slice(start.length), guard.session),
  );
}

/** Whether words are a secret; takes as long for any. */
export function isSecret(given: string, wanted: string): boolean {
  const digest = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** The cookie: no other site has browsers send it, no script reads it. */
export function cookieOf(guard: Guard): string {
  return `${cookieName(guard)}=${guard.session}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Cookies know no ports: two desks on one machine must not take each other's. */
function cookieName({ port }: Guard): string {
  return `zhixing-desk-${port}`;
}

/** The policy of the desk's own page. It frames the preview and the published site, which this machine serves on other ports. */
export const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'frame-src http://127.0.0.1:*',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';');

/** Said with every answer. */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': DESK_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};
