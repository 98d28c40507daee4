import { securityHeaders, SHARED_HEADERS } from '../../security/headers.ts';
import { KEPT_LONGER } from './caching.ts';
import type { Move } from './moves.ts';
import { SEARCHED_ALONE, type SearchedWith } from './searched-with.ts';

/**
 * The headers as a `_headers` file, which Netlify, Cloudflare Pages and their like read from the top of a site. Everything else is asked
 * after each time there without being told. Of a header that two of its rules name, these hosts make one with both values, so each is
 * named once for a file. `basePath` begins and ends with a slash.
 */
export function headersFile(
  basePath: string,
  { asked, sharedFolders, hasBundle }: SearchedWith = SEARCHED_ALONE,
): string {
  return [
    rule(`${basePath}*`, securityHeaders(asked, hasBundle)),
    ...sharedFolders.map((folder) => rule(`${basePath}${folder}*`, SHARED_HEADERS)),
    ...KEPT_LONGER.flatMap(({ globs, says }) =>
      globs.map((glob) => rule(`${basePath}${glob}`, { 'Cache-Control': says })),
    ),
  ].join('');
}

function rule(addresses: string, headers: Readonly<Record<string, string>>): string {
  return [addresses, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}

/** The moves as a `_redirects` file, which the same hosts read. Empty where nothing has moved. */
export function redirectsFile(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
