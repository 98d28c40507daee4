import { BUNDLE_FOLDER } from '../../domain/search/bundle-page.ts';
import { INDEX_FOLDER } from '../../domain/search/manifest.ts';
import { isIndexerInstalled } from '../../search/indexer-installed.ts';
import { hostsOf, listedOffices } from '../../domain/search/federation.ts';
import type { Site } from '../../schemas/collections.ts';
import type { Settings } from '../../source/settings.ts';

/** What servers have to know of who searches a site, and which others its pages search. */
export interface SearchedWith {
  /** Hosts of the other sites, which pages of this one ask. */
  asked: readonly string[];
  /** Folders that pages of other sites may read. They never may where the site holds internal entries. */
  sharedFolders: readonly string[];
  /** Whether the site has Pagefind's bundle, whose clients run WebAssembly. */
  hasBundle: boolean;
}

/** A site that nobody else searches, by no other client than its own. */
export const SEARCHED_ALONE: SearchedWith = { asked: [], sharedFolders: [], hasBundle: false };

/** What follows from the sites that `federation` lists and from `pagefind`. */
export function searchedWith(
  { federation = [], pagefind: hasBundle = isIndexerInstalled() }: Site,
  { audience }: Settings,
): SearchedWith {
  const isPublic = audience === 'public';
  return {
    asked: hostsOf(listedOffices(federation)),
    sharedFolders: [
      ...(isPublic && federation.length > 0 ? [INDEX_FOLDER] : []),
      ...(isPublic && hasBundle ? [BUNDLE_FOLDER] : []),
    ],
    hasBundle,
  };
}
