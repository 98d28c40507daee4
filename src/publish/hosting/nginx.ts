import { securityHeaders, SHARED_HEADERS } from '../../security/headers.ts';
import { ASK_EACH_TIME, KEPT_LONGER } from './caching.ts';
import { isText, MEDIA_TYPES } from './media-types.ts';
import type { Move } from './moves.ts';
import { certificate, defaultServers, hiddenFiles, listenAt, noLinks, tls } from './nginx-refusals.ts';
import { block, escaped, quoted, variable } from './nginx-text.ts';
import type { SearchedWith } from './searched-with.ts';
import { requireSound } from './sound-order.ts';

export { NginxError } from './nginx-text.ts';

/** What a configuration of nginx is written from. */
export interface NginxOrder extends SearchedWith {
  host: string;
  port: number;
  basePath: string;
  /** Absolute path of the folder that holds the site's own `index.html`. */
  folder: string;
  /** With a certificate the site is served by HTTPS, and `redirectFrom` is the port whose readers are sent there. */
  https?: { certificate: string; key: string; redirectFrom: number | undefined } | undefined;
  moves: readonly Move[];
  /** Whether this nginx has the module for brotli. */
  brotli: boolean;
  /** Whether this nginx serves other sites besides: what comes by another name is theirs to answer. */
  isShared?: boolean | undefined;
  /** Days for which browsers are told to come by HTTPS only (https://www.rfc-editor.org/rfc/rfc6797); they are told nothing without. */
  hsts?: number | undefined;
}

/**
 * A configuration to be included in the `http` part of nginx (1.19.4 and newer; it says what to change for older ones): the site in one
 * server, all of it in one `location`, so that it can be copied into another server, and servers that refuse whoever asks by another name.
 * Throws NginxError for what nginx could read as something else than it is.
 */
export function nginxConfig(order: NginxOrder): string {
  requireSound(order);
  const { host, port, basePath } = order;
  const name = variable(`${host}:${port}${basePath}`);
  return [
    '# 由 npm run publish:nginx 写成。改了设置、换了版本，重新写一遍，不要手改。',
    ...block(`map $uri ${name}_cache`, [
      `default ${quoted(ASK_EACH_TIME)};`,
      ...KEPT_LONGER.map(
        ({ pattern, says }) => `${quoted(`~^${escaped(basePath)}${pattern}`)} ${quoted(says)};`,
      ),
    ]),
    ...sharedMaps(order, name),
    ...defaultServers(order),
    ...redirectServer(order),
    ...block('server', [
      ...listenAt(host, port, order.https ? ' ssl http2' : ''),
      ...longName(host),
      `server_name ${host};`,
      ...(order.https ? [...certificate(order.https), ...tls()] : []),
      'server_tokens off;',
      'absolute_redirect off;',
      ...locations(order, name),
    ]),
    '',
  ].join('\n');
}

/** Longest name for which nginx makes room unasked (https://nginx.org/en/docs/http/server_names.html#optimization). */
const USUAL_NAME = 46;

function longName(host: string): string[] {
  if (host.length <= USUAL_NAME) return [];
  return ['# 域名长：nginx.conf 的 http 一段里要写 server_names_hash_bucket_size 512;'];
}

/** What is said of folders that others may read and of nothing else; nginx leaves a header without a value out. */
function sharedMaps({ sharedFolders, basePath }: NginxOrder, name: string): string[] {
  if (sharedFolders.length === 0) return [];
  return Object.entries(SHARED_HEADERS).flatMap(([header, value]) =>
    block(`map $uri ${nameOf(name, header)}`, [
      'default "";',
      ...sharedFolders.map(
        (folder) => `${quoted(`~^${escaped(basePath)}${escaped(folder)}`)} ${quoted(value)};`,
      ),
    ]),
  );
}

/** The variable that holds the value of a header, called by its last word. */
function nameOf(name: string, header: string): string {
  return `${name}_${header.split('-').at(-1)?.toLowerCase() ?? ''}`;
}

/** The host name of a request is never echoed: it may be anything. */
function redirectServer({ host, port, https }: NginxOrder): string[] {
  if (https?.redirectFrom === undefined) return [];
  const origin = port === 443 ? `https://${host}` : `https://${host}:${port}`;
  return block('server', [
    ...listenAt(host, https.redirectFrom),
    `server_name ${host};`,
    'server_tokens off;',
    `return 301 ${origin}$request_uri;`,
  ]);
}

function locations(order: NginxOrder, name: string): string[] {
  const { basePath, moves, folder } = order;
  const moved = moves.flatMap(({ from, to }) =>
    [from, from.slice(0, -1)].map((address) => `location = ${address} { return 301 ${to}; }`),
  );
  return [
    ...(basePath === '/' ? [] : outside(order)),
    ...moved,
    ...block(`location ${basePath}`, [
      `alias ${quoted(folder.replace(/\/*$/, '/'))};`,
      noLinks(folder.replace(/\/*$/, '')),
      'index index.html;',
      ...errorPages(basePath),
      ...types(),
      ...compression(order),
      ...headers(order, name),
      ...hiddenFiles(basePath),
    ]),
  ];
}

/** A host whose site lies below a path has nothing else; the files by which certificates are given out lie in the site's folder too. */
function outside({ basePath, folder }: NginxOrder): string[] {
  const known = '/.well-known/';
  return [
    `location = ${basePath.slice(0, -1)} { return 301 ${basePath}; }`,
    ...block(`location ${known}`, [
      `alias ${quoted(folder.replace(/\/*$/, known))};`,
      noLinks(folder.replace(/\/*$/, '')),
      ...hiddenFiles(known),
    ]),
    ...block('location /', [...errorPages(basePath), 'return 404;']),
  ];
}

function errorPages(basePath: string): string[] {
  return [
    `error_page 403 ${basePath}403/index.html;`,
    `error_page 404 ${basePath}404.html;`,
    `error_page 500 502 503 504 ${basePath}50x/index.html;`,
  ];
}

function types(): string[] {
  const lines = Object.entries(MEDIA_TYPES).map(([ending, type]) => `${type} ${ending};`);
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(
    (type) => isText(type) && type !== 'text/html',
  );
  return [
    ...block('types', lines),
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${texts.join(' ')};`,
    `gzip_types ${texts.join(' ')};`,
  ];
}

function compression({ brotli }: NginxOrder): string[] {
  return [
    'gzip on;',
    'gzip_min_length 1024;',
    'gzip_static on;',
    ...(brotli ? ['brotli_static on;'] : []),
    'gzip_vary on;',
  ];
}

function headers(order: NginxOrder, name: string): string[] {
  const { sharedFolders, asked, hasBundle } = order;
  const ofShared = sharedFolders.length > 0 ? Object.keys(SHARED_HEADERS) : [];
  return [
    `add_header Cache-Control ${name}_cache always;`,
    ...Object.entries(securityHeaders(asked, hasBundle)).map(
      ([header, value]) => `add_header ${header} ${quoted(value)} always;`,
    ),
    ...ofShared.map((header) => `add_header ${header} ${nameOf(name, header)} always;`),
    ...strictTransport(order),
  ];
}

const SECONDS_A_DAY = 86_400;

function strictTransport({ https, hsts }: NginxOrder): string[] {
  if (!https) return [];
  if (hsts !== undefined)
    return [`add_header Strict-Transport-Security ${quoted(`max-age=${hsts * SECONDS_A_DAY}`)} always;`];
  return ['# 没有 Strict-Transport-Security（HSTS）：https 用稳以后，加上 --hsts 天数 重新写一遍。'];
}
