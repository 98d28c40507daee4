import type { Group } from '../domain/library.ts';
import { listPages } from '../domain/lists.ts';

/** Static paths of the pages of every group's list, for a route `[id]/[...path]`. */
export function groupPaths(groups: readonly Group[]) {
  return groups.flatMap((group) =>
    listPages(group.entries).map((list) => ({
      params: { id: group.id, path: list.path || undefined },
      props: { group, list },
    })),
  );
}
