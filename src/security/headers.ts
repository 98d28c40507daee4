import { createHash } from 'node:crypto';
import { BEFORE_PAINT } from './before-paint.ts';
import { EARLY_CATALOGUE } from './early-catalogue.ts';

const sourceOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * What a page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/): everything from its own host only, no script, style or
 * handler written into the page but the one that runs before painting and those given. Search needs no WebAssembly, so none is allowed.
 * Scripts may ask the hosts given for files: those of sites that are searched together.
 */
export const pagePolicy = (asked: readonly string[] = [], ...scripts: readonly string[]): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${[BEFORE_PAINT, ...scripts].map(sourceOf).join(' ')}`,
    ...(asked.length > 0 ? [`connect-src 'self' ${asked.join(' ')}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');

/** What a server says with every file. The policy of all pages, with the one rule that a page cannot state about itself: who may frame it. */
export const securityHeaders = (asked: readonly string[] = []): Record<string, string> => ({
  'Content-Security-Policy': `${pagePolicy(asked, EARLY_CATALOGUE)};frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
});

/** The file of the headers at the top of a site. */
export const HEADERS_FILE = '_headers';

/** What a `_headers` file says of every file: the lines below its first address. */
export function readHeadersFile(text: string): [name: string, value: string][] {
  const [first = ''] = text.split(/\n(?=\S)/);
  return Array.from(first.matchAll(/^ {2}([\w-]+): (.+)$/gm), ([, name = '', value = '']) => [name, value]);
}
