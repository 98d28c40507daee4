import { libraryItems } from '../../check/register.ts';
import { isVisible } from '../../domain/library.ts';
import type { Content } from '../../source/read-content.ts';
import type { Settings } from '../../source/settings.ts';

/** An address that an entry had, and the one it has; both with the base path. */
export interface Move {
  from: string;
  to: string;
}

/** The moves of all entries that the site shows (`formerIds`), in the order of addresses. */
export function movesOf(content: Content, settings: Settings): Move[] {
  return libraryItems(content)
    .filter(({ fields }) => isVisible(fields, settings))
    .flatMap(({ collection, id, fields }) =>
      (fields.formerIds ?? []).map((former) => ({
        from: `${settings.basePath}${collection}/${former}/`,
        to: `${settings.basePath}${collection}/${id}/`,
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
