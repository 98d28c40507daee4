import { securityHeaders } from '../../security/headers.ts';
import { ASK_EACH_TIME, KEPT_LONGER } from './caching.ts';
import { DOT_NAMES, FOR_HOSTS } from './for-readers.ts';
import { isText, MEDIA_TYPES } from './media-types.ts';
import type { Move } from './moves.ts';

/** What a configuration of nginx is written from. */
export interface NginxOrder {
  host: string;
  port: number;
  basePath: string;
  /** Absolute path of the folder that holds the site's own `index.html`. */
  folder: string;
  /** With a certificate the site is served by HTTPS, and `redirectFrom` is the port whose readers are sent there. */
  https?: { certificate: string; key: string; redirectFrom: number | undefined } | undefined;
  moves: readonly Move[];
  /** Whether other sites search this one (`federation`): then their pages may read the search index. */
  isSearchedFromElsewhere: boolean;
  /** Hosts of the sites that are searched together with this one. */
  asked: readonly string[];
  /** Whether this nginx has the module for brotli. */
  brotli: boolean;
}

/** Thrown for what nginx cannot be told. */
export class NginxError extends Error {
  override name = 'NginxError';
}

/**
 * A configuration to be included in the `http` part of nginx (1.18 and newer): one server, all of the site in one `location`, so that it
 * can be copied into another server. Throws NginxError for a folder whose name nginx cannot read.
 */
export function nginxConfig(order: NginxOrder): string {
  const { host, basePath } = order;
  const name = `$zhixing_${`${host}${basePath}`.replace(/[^a-z0-9]+/gi, '_')}`;
  return [
    '# 由 npm run publish:nginx 写成。改了设置、换了版本，重新写一遍，不要手改。',
    ...block(`map $uri ${name}_cache`, [
      `default ${quoted(ASK_EACH_TIME)};`,
      ...KEPT_LONGER.map(
        ({ pattern, says }) => `${quoted(`~^${escaped(basePath)}${pattern}`)} ${quoted(says)};`,
      ),
    ]),
    ...(order.isSearchedFromElsewhere
      ? block(`map $uri ${name}_origin`, ['default "";', `${quoted(`~^${escaped(basePath)}pagefind/`)} "*";`])
      : []),
    ...redirectServer(order),
    ...block('server', [
      ...listen(order),
      `server_name ${host};`,
      'server_tokens off;',
      'absolute_redirect off;',
      ...locations(order, name),
    ]),
    '',
  ].join('\n');
}

function redirectServer({ host, port, https }: NginxOrder): string[] {
  if (https?.redirectFrom === undefined) return [];
  const target = port === 443 ? '$host' : `$host:${port}`;
  return block('server', [
    `listen ${https.redirectFrom};`,
    `server_name ${host};`,
    `return 301 https://${target}$request_uri;`,
  ]);
}

function listen({ port, https }: NginxOrder): string[] {
  const ipv6 = `# listen [::]:${port}${https ? ' ssl http2' : ''};  有 IPv6 的，去掉行首的 #`;
  if (!https) return [`listen ${port};`, ipv6];
  return [
    `listen ${port} ssl http2;`,
    ipv6,
    `ssl_certificate ${quoted(https.certificate)};`,
    `ssl_certificate_key ${quoted(https.key)};`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    'ssl_session_timeout 1d;',
    'ssl_session_tickets off;',
  ];
}

function locations(order: NginxOrder, name: string): string[] {
  const { basePath, moves, folder } = order;
  const withoutSlash =
    basePath === '/' ? [] : [`location = ${basePath.slice(0, -1)} { return 301 ${basePath}; }`];
  const moved = moves.flatMap(({ from, to }) =>
    [from, from.slice(0, -1)].map((address) => `location = ${address} { return 301 ${to}; }`),
  );
  return [
    ...withoutSlash,
    ...FOR_HOSTS.map((file) => `location = ${basePath}${file} { return 404; }`),
    `location ~ ${quoted(`^${escaped(basePath)}${DOT_NAMES}`)} { return 404; }`,
    ...moved,
    ...block(`location ${basePath}`, [
      `alias ${quoted(folder.replace(/\/*$/, '/'))};`,
      'index index.html;',
      `error_page 404 ${basePath}404.html;`,
      ...types(),
      ...compression(order),
      ...headers(order, name),
    ]),
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

function headers({ isSearchedFromElsewhere, asked }: NginxOrder, name: string): string[] {
  return [
    `add_header Cache-Control ${name}_cache always;`,
    ...Object.entries(securityHeaders(asked)).map(
      ([header, value]) => `add_header ${header} ${quoted(value)} always;`,
    ),
    ...(isSearchedFromElsewhere ? [`add_header Access-Control-Allow-Origin ${name}_origin always;`] : []),
  ];
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}

/** A value in quotes. nginx has no way to write a dollar sign that is one (https://trac.nginx.org/nginx/ticket/52). */
function quoted(value: string): string {
  if (/[$\r\n]/.test(value)) throw new NginxError(`nginx 读不了含有 $ 或换行的名称：${value}`);
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A path as a part of a regular expression. */
function escaped(path: string): string {
  return path.replace(/[.~]/g, '[$&]');
}
