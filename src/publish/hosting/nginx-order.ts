import { hostsOf, listedOffices } from '../../domain/search/federation.ts';
import { shownContent } from '../../site/shown-content.ts';
import type { Content } from '../../source/read-content.ts';
import type { Settings } from '../../source/settings.ts';
import { movesOf } from './moves.ts';
import type { NginxOrder } from './nginx.ts';

/** What only whoever runs the server knows. */
export interface ServerChoices {
  folder: string;
  certificate?: string | undefined;
  key?: string | undefined;
  brotli: boolean;
}

/**
 * What follows for nginx from settings and content: host, port and whether by HTTPS from `SITE_URL`, the moves from `formerIds`, and from
 * `federation` whether others may read the search index, which they never may where it holds internal entries. Without paths of a
 * certificate it is looked for in `/etc/nginx/ssl` under the name of the host.
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
    asked: hostsOf(listedOffices(content.site?.federation)),
    isSearchedFromElsewhere: (content.site?.federation?.length ?? 0) > 0 && settings.audience === 'public',
    brotli: choices.brotli,
  };
}
