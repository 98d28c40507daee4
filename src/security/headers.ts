import { createHash } from 'node:crypto';
import { BEFORE_PAINT } from './before-paint.ts';
import { EARLY_CATALOGUE } from './early-catalogue.ts';

const sourceOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * What a page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/). Nothing is allowed but what is named: files of its own
 * host, and no script, style or handler written into the page but the one that runs before painting and those given. Search needs no
 * WebAssembly, so none is allowed. Scripts may ask the hosts given for files: those of sites that are searched together.
 */
export const pagePolicy = (asked: readonly string[] = [], ...scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${[BEFORE_PAINT, ...scripts].map(sourceOf).join(' ')}`,
    ...OWN_FILES.map((kind) => `${kind} 'self'`),
    `connect-src ${["'self'", ...asked].join(' ')}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');

/** Kinds of files that a page loads from its own host. */
const OWN_FILES = ['style-src', 'img-src', 'font-src', 'media-src', 'worker-src', 'manifest-src'];

/** Abilities of browsers that the pages use themselves: 复制, and pictures or films as large as the screen. */
const USED = ['clipboard-write', 'fullscreen'];

/** Abilities that no page uses, and that no script may ask a reader for (https://www.w3.org/TR/permissions-policy/). */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Who may load files of the site into pages of their own. */
export const RESOURCE_POLICY = 'Cross-Origin-Resource-Policy';

/** What a server says with every file. The policy of all pages, with the one rule that a page cannot state about itself: nobody may frame it. */
export const securityHeaders = (asked: readonly string[] = []): Record<string, string> => ({
  'Content-Security-Policy': `${pagePolicy(asked, EARLY_CATALOGUE)};frame-ancestors 'none'`,
  'Permissions-Policy': [
    ...USED.map((ability) => `${ability}=(self)`),
    ...UNUSED.map((ability) => `${ability}=()`),
  ].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  [RESOURCE_POLICY]: 'same-origin',
});

/** What a server says with the search index of a site that others search: their pages may read it. */
export const INDEX_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  [RESOURCE_POLICY]: 'cross-origin',
};

/** The file of the headers at the top of a site. */
export const HEADERS_FILE = '_headers';

/** What a `_headers` file says of every file: the lines below its first address. */
export function readHeadersFile(text: string): [name: string, value: string][] {
  const [first = ''] = text.split(/\n(?=\S)/);
  return Array.from(first.matchAll(/^ {2}([\w-]+): (.+)$/gm), ([, name = '', value = '']) => [name, value]);
}
