import { shownContent } from '../../site/shown-content.ts';
import type { Content } from '../../source/read-content.ts';
import type { Settings } from '../../source/settings.ts';
import { movesOf } from './moves.ts';
import type { NginxOrder } from './nginx.ts';
import { searchedWith } from './searched-with.ts';
import { readDays } from './sound-order.ts';

/** What only the operator of the server knows. */
export interface ServerChoices {
  folder: string;
  certificate?: string | undefined;
  key?: string | undefined;
  brotli: boolean;
  /** Whether this nginx serves other sites besides. */
  isShared?: boolean | undefined;
  /** Days for which browsers are told to come by HTTPS only. */
  hsts?: string | undefined;
}

/**
 * What follows for nginx from settings and content: host, port and whether by HTTPS from the address of the site, the moves from
 * `formerIds`, and from `federation` whether others may read the search index. Without paths of a certificate it is looked for in
 * `/etc/nginx/ssl` under the name of the host. Throws NginxError for days that are none.
 */
export function nginxOrder(content: Content, settings: Settings, choices: ServerChoices): NginxOrder {
  const { protocol, hostname, port } = new URL(settings.siteUrl);
  const isHttps = protocol === 'https:';
  return {
    host: hostname,
    port: Number(port) || (isHttps ? 443 : 80),
    basePath: settings.basePath,
    folder: choices.folder,
    https: isHttps
      ? {
          certificate: choices.certificate ?? `/etc/nginx/ssl/${hostname}.pem`,
          key: choices.key ?? `/etc/nginx/ssl/${hostname}.key`,
          redirectFrom: port === '' ? 80 : undefined,
        }
      : undefined,
    moves: movesOf(shownContent(content, settings), settings.basePath),
    ...searchedWith(content.site, settings),
    brotli: choices.brotli,
    isShared: choices.isShared,
    hsts: choices.hsts === undefined ? undefined : readDays(choices.hsts),
  };
}
