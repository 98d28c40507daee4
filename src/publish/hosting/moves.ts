import { libraryItems } from '../../check/register.ts';
import type { ShownContent } from '../../site/shown-content.ts';

/** An address that an entry had, and the one it has; both with the base path. */
export interface Move {
  from: string;
  to: string;
}

/** The moves of all entries that the site shows (`formerIds`), in the order of addresses. */
export function movesOf(content: ShownContent, basePath: string): Move[] {
  return libraryItems(content)
    .flatMap(({ collection, id, fields }) =>
      (fields.formerIds ?? []).map((former) => ({
        from: `${basePath}${collection}/${former}/`,
        to: `${basePath}${collection}/${id}/`,
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
