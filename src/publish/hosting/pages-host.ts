import { INDEX_FOLDER } from '../../domain/search/catalogue.ts';
import { INDEX_HEADERS, RESOURCE_POLICY, securityHeaders } from '../../security/headers.ts';
import { KEPT_LONGER } from './caching.ts';
import type { Move } from './moves.ts';

/**
 * The headers as a `_headers` file, which Netlify, Cloudflare Pages and their like read from the top of a site. Everything else is asked
 * after each time there without being told. Of a header that two of its rules name, these hosts make one with both values, so each is
 * named once for a file: no second `Cache-Control`, and where others search the site, its index alone says who may load it.
 * `basePath` begins and ends with a slash; `asked` are the hosts that are searched together with this one.
 */
export function headersFile(
  basePath: string,
  asked: readonly string[] = [],
  isSearchedFromElsewhere = false,
): string {
  const { [RESOURCE_POLICY]: own = '', ...others } = securityHeaders(asked);
  const everywhere = isSearchedFromElsewhere ? others : { ...others, [RESOURCE_POLICY]: own };
  return [
    rule(`${basePath}*`, everywhere),
    ...(isSearchedFromElsewhere ? [rule(`${basePath}${INDEX_FOLDER}*`, INDEX_HEADERS)] : []),
    ...KEPT_LONGER.map(({ glob, says }) => rule(`${basePath}${glob}`, { 'Cache-Control': says })),
  ].join('');
}

function rule(addresses: string, headers: Readonly<Record<string, string>>): string {
  return [addresses, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}

/** The moves as a `_redirects` file, which the same hosts read. Empty where nothing has moved. */
export function redirectsFile(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
