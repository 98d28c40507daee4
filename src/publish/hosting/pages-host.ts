import { securityHeaders } from '../../security/headers.ts';
import { KEPT_LONGER } from './caching.ts';
import type { Move } from './moves.ts';

/**
 * The headers as a `_headers` file, which Netlify, Cloudflare Pages and their like read from the top of a site. Everything else is asked
 * after each time there without being told, and a second `Cache-Control` would be added to the first, so none is written.
 * `basePath` begins and ends with a slash; `asked` are the hosts that are searched together with this one.
 */
export function headersFile(basePath: string, asked: readonly string[] = []): string {
  const security = Object.entries(securityHeaders(asked)).map(([name, value]) => `  ${name}: ${value}\n`);
  const longer = KEPT_LONGER.map(({ glob, says }) => `${basePath}${glob}\n  Cache-Control: ${says}\n`);
  return [`${basePath}*\n`, ...security, ...longer].join('');
}

/** The moves as a `_redirects` file, which the same hosts read. Empty where nothing has moved. */
export function redirectsFile(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
