import { hostsOf, listedOffices } from '../../domain/search/federation.ts';
import type { Site } from '../../schemas/collections.ts';
import type { Settings } from '../../source/settings.ts';

/** What servers have to know of sites that are searched together. */
export interface SearchedWith {
  /** Hosts of the other sites, which pages of this one ask. */
  asked: readonly string[];
  /** Whether pages of the others may read the search index of this one. They never may where it holds internal entries. */
  isSearchedFromElsewhere: boolean;
}

/** What follows from the sites that `federation` lists. */
export function searchedWith({ federation = [] }: Site, { audience }: Settings): SearchedWith {
  return {
    asked: hostsOf(listedOffices(federation)),
    isSearchedFromElsewhere: federation.length > 0 && audience === 'public',
  };
}
