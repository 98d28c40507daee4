import { byYear } from '../domain/lists.ts';
import { isFirstOfList, listViews, newestDay, type ListView } from './entry-card.ts';
import { filterRows, type FilterRow } from './filters.ts';
import type { PageKind } from './page.ts';

/** The props of a list of the library. */
export interface LibraryView {
  /** The year shown, or nothing for the whole library. */
  year?: string | undefined;
  list: ListView;
  filters: readonly FilterRow[];
}

/** The whole library, and its years. */
export const libraryLists: PageKind<LibraryView> = {
  route: '/library/[...path]/',
  pages: (site) => {
    const { entries } = site.library;
    const filters = filterRows(site);
    const lists = [
      { year: undefined, own: '/library/', entries },
      ...byYear(entries).map(([year, ofYear]) => ({ year, own: `/library/${year}/`, entries: ofYear })),
    ];
    return lists.flatMap(({ year, own, entries: listed }) => {
      const lastmod = newestDay(listed);
      return listViews(own, listed).map((list) => ({
        address: list.address,
        props: { year, list, filters },
        lastmod,
      }));
    });
  },
  isInSitemap: isFirstOfList,
};
