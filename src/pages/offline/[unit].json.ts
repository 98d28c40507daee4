import type { OfflinePages } from '../../domain/offline/offline-set.ts';
import { offlineSets } from '../../views/offline-sets.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(offlineSets);

/** The pages of a unit's set; the build replaces this list by one of every file, with its digest. */
export function GET({ props: { kept, packed } }: { props: OfflinePages }): Response {
  return Response.json({ kept, packed } satisfies OfflinePages);
}
