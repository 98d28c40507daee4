import { isIpAddress } from '../../domain/address/host.ts';
import type { NginxOrder } from './nginx.ts';
import { block, escaped, quoted } from './nginx-text.ts';

/** Names of files and folders that programs leave behind, by what stands behind their last dot. */
const LEFT_BEHIND = [
  ...['bak', 'bac', 'bk', 'bkp', 'backup', 'old', 'orig', 'original', 'sav', 'save', 'saved', 'copy'],
  ...['sw[a-p]', 'swx', 'tmp', 'temp', 'rej', 'part', 'crdownload', 'dpkg-\\w+', 'rpm(?:new|orig|save)'],
  ...['db', 'sql', 'sqlite\\d?', 'log', 'conf', 'cfg', 'ini', 'env', 'pem', 'key'],
].join('|');
const PACKED = 'gz|bz2|xz|zst|br|zip|7z|rar';

/**
 * What a site never shows, whoever laid it there: hidden files and folders (`.git`, `.env`; what `deploy` keeps beside the site is hidden too)
 * but those below `.well-known`, what editors and databases leave behind, what is for other hosts. Answered as if it were not there.
 */
export function hiddenFiles(path: string): string[] {
  const below = `^${escaped(path)}`;
  const kinds = [
    `${below}(?:.*/)?\\.(?!well-known/)`,
    `${below}.*~(?:/|$)`,
    `${below}(?:.*/)?#`,
    `${below}.*\\.(?:\\w{1,8}[-_.])?(?:${LEFT_BEHIND})[-_.0-9]*(?:\\.(?:${PACKED}))?(?:/|$)`,
    `${below}_(?:headers|redirects)(?:\\.\\w+)?$`,
  ];
  return kinds.map((kind) => `location ~* "${kind}" { return 404; }`);
}

/** Links are not followed, lest one lead out of the folder; the folder itself may be reached by one (`current` to a release). */
export function noLinks(folder: string): string {
  return `disable_symlinks on ${quoted(`from=${folder}`)};`;
}

/**
 * Servers that answer nobody: for requests by any other name than the site's. They stand in for the site on its ports, unless nginx has
 * other sites, whose own default it is then, and unless the site has no name but `localhost`, by which it is only tried.
 */
export function defaultServers(order: NginxOrder): string[] {
  const { host, port, https, isShared } = order;
  if (isShared || host === 'localhost') return [];
  if (!https) return refuseAt(host, port);
  return [
    ...(https.redirectFrom === undefined ? [] : refuseAt(host, https.redirectFrom)),
    ...block('server', [
      ...listenAt(host, port, ' ssl http2 default_server'),
      'server_name "";',
      ...tls(),
      ...(isIpAddress(host) ? certificate(https) : withoutHandshake(https)),
      'return 444;',
    ]),
  ];
}

function refuseAt(host: string, port: number): string[] {
  return block('server', [
    ...listenAt(host, port, ' default_server'),
    'server_name "";',
    'server_tokens off;',
    'return 444;',
  ]);
}

/** Browsers name no IP address when they open a connection, and so cannot be told from others before they ask. */
function withoutHandshake(https: NonNullable<NginxOrder['https']>): string[] {
  return [
    `# nginx 比 1.19.4 旧的，把下一行换成：${certificate(https).join(' ')}`,
    'ssl_reject_handshake on;',
  ];
}

/** The certificate of a server. */
export function certificate({ certificate, key }: NonNullable<NginxOrder['https']>): string[] {
  return [`ssl_certificate ${quoted(certificate)};`, `ssl_certificate_key ${quoted(key)};`];
}

/** What all servers of a port say of TLS. */
export function tls(): string[] {
  return ['ssl_protocols TLSv1.2 TLSv1.3;', 'ssl_session_timeout 1d;', 'ssl_session_tickets off;'];
}

/** Where a server listens; by IPv6 only if the site is known by such an address, since not every machine has it. */
export function listenAt(host: string, port: number, options = ''): string[] {
  const ipv6 = `listen [::]:${port}${options};`;
  return [`listen ${port}${options};`, host.startsWith('[') ? ipv6 : `# ${ipv6}  有 IPv6 的，去掉行首的 #`];
}
