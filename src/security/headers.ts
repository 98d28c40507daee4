import { createHash } from 'node:crypto';
import { BEFORE_PAINT } from './before-paint.ts';
import { EARLY_MANIFEST } from './early-manifest.ts';

const sourceOf = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * What a page may do, as a Content-Security-Policy (https://www.w3.org/TR/CSP3/). Nothing is allowed but what is named: files of its own
 * host, and no script, style or handler written into the page but the one that runs before painting and those given. The site's own search
 * needs no WebAssembly, so none is allowed. Scripts may ask the hosts given for files: those of sites that are searched together.
 */
export const pagePolicy = (asked: readonly string[] = [], ...scripts: readonly string[]): string =>
  policyOf(asked, scripts.map(sourceOf));

/** The same while the content is edited: Vite writes styles into the page, where a build has files of them. */
export const policyWhileEditing = (policy: string): string =>
  policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const policyOf = (
  asked: readonly string[],
  scripts: readonly string[],
  pictures: readonly string[] = [],
): string =>
  [
    "default-src 'none'",
    `script-src ${["'self'", sourceOf(BEFORE_PAINT), ...scripts].join(' ')}`,
    `img-src ${["'self'", ...pictures].join(' ')}`,
    ...OWN_FILES.map((kind) => `${kind} 'self'`),
    `connect-src ${["'self'", ...asked].join(' ')}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');

/** Kinds of files that a page loads from its own host only. */
const OWN_FILES = ['style-src', 'font-src', 'media-src', 'worker-src', 'manifest-src'];

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

/**
 * What Pagefind's clients need besides: its search is WebAssembly, which scripts then may compile and nothing else
 * (https://www.w3.org/TR/CSP3/#directive-script-src), and the icons of its Component UI are written into its style sheet.
 */
const OF_BUNDLE = { scripts: ["'wasm-unsafe-eval'"], pictures: ['data:'] };

/**
 * What a server says with every file. The policy of all pages, with the one rule that a page cannot state about itself: nobody may frame it.
 * Where the site has Pagefind's bundle, its worker and pages that an office adds for its clients may do what these need; the site's own
 * pages state the stricter policy themselves, and both hold.
 */
export const securityHeaders = (
  asked: readonly string[] = [],
  hasBundle = false,
): Record<string, string> => ({
  'Content-Security-Policy': `${policyOf(
    asked,
    [sourceOf(EARLY_MANIFEST), ...(hasBundle ? OF_BUNDLE.scripts : [])],
    hasBundle ? OF_BUNDLE.pictures : [],
  )};frame-ancestors 'none'`,
  'Permissions-Policy': [
    ...USED.map((ability) => `${ability}=(self)`),
    ...UNUSED.map((ability) => `${ability}=()`),
  ].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** What a server says with files that pages of other sites may read. To show them in those pages, as pictures or frames, is another matter. */
export const SHARED_HEADERS: Readonly<Record<string, string>> = { 'Access-Control-Allow-Origin': '*' };

/** The file of the headers at the top of a site. */
export const HEADERS_FILE = '_headers';

/** Headers, and the paths of which they are said. */
export interface HeaderRule {
  isFor(path: string): boolean;
  headers: [name: string, value: string][];
}

/** Reads a `_headers` file. In its addresses, `*` stands for anything and `:name` for one part of a path. */
export function readHeadersFile(text: string): HeaderRule[] {
  return text.split(/\n(?=\S)/).map((rule) => {
    const [addresses = ''] = rule.split('\n', 1);
    const pattern = addresses
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replace(/:\w+/g, '[^/]+');
    const whole = new RegExp(`^${pattern}$`);
    return {
      isFor: (path) => whole.test(path),
      headers: Array.from(rule.matchAll(/^ {2}([\w-]+): (.+)$/gm), ([, name = '', value = '']) => [
        name,
        value,
      ]),
    };
  });
}

/** All that a `_headers` file says of a path. */
export function headersFor(rules: readonly HeaderRule[], path: string): [name: string, value: string][] {
  return rules.filter(({ isFor }) => isFor(path)).flatMap(({ headers }) => headers);
}
