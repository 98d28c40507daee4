import { createHash } from 'node:crypto';
import { BEFORE_PAINT } from './before-paint.ts';

const HASH = createHash('sha256').update(BEFORE_PAINT).digest('base64');

/**
 * What a page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/): everything from its own host only, no script, style or
 * handler written into the page but the one that runs before painting. Search needs no WebAssembly, so none is allowed.
 */
export const PAGE_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${HASH}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';');

/** What a server says with every file. The policy once more, with the one rule that a page cannot state about itself: who may frame it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${PAGE_POLICY};frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

/**
 * The headers as a `_headers` file, which Netlify, Cloudflare Pages and their like read from the top of a site and other operators can copy
 * from. `basePath` begins and ends with a slash.
 */
export function headersFile(basePath: string): string {
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  return `${basePath}*\n${lines.join('\n')}\n`;
}
