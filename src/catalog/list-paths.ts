import type { Group } from '../domain/library.ts';
import { listPages } from '../domain/lists.ts';
import { listKey, pageKey } from './page-key.ts';

/** Static paths of the pages of every group's list, for a route `[id]/[...path]`. */
export async function groupPaths(groups: readonly Group[]) {
  const pages = groups.flatMap((group) => listPages(group.entries).map((list) => ({ group, list })));
  return Promise.all(
    pages.map(async ({ group, list }) => ({
      params: { id: group.id, path: list.path || undefined },
      props: { group, list },
      cacheKey: await pageKey(group.name, listKey(list)),
    })),
  );
}
