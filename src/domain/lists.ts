import { byNewest, yearOf, type Entry } from './entry.ts';

export const SORTS = ['newest', 'oldest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** Entries a list page holds. */
export const PAGE_SIZE = 50;

const byTitle = new Intl.Collator('zh-Hans-u-co-pinyin');

/** Entries in the order of a sort; unknown dates stand last either way. */
export function sortEntries(entries: readonly Entry[], sort: Sort): Entry[] {
  const sorted = [...entries].sort(byNewest);
  if (sort === 'title')
    return sorted.sort((a, b) => byTitle.compare(a.title, b.title) || (a.key < b.key ? -1 : 1));
  if (sort === 'newest') return sorted;
  const known = sorted.filter(({ date }) => date !== null).reverse();
  return [...known, ...sorted.filter(({ date }) => date === null)];
}

/** One page of a list that is cut into pages. */
export interface ListPage {
  sort: Sort;
  page: number;
  pages: number;
  /** Number of entries on all pages together. */
  total: number;
  entries: Entry[];
  /** Path of this page below the list's own address, without slashes at its ends: empty, or `sort/oldest/page/2`. */
  path: string;
}

/** Every page of a list in every sort. An empty list is one empty page. */
export function listPages(entries: readonly Entry[], sorts: readonly Sort[] = SORTS): ListPage[] {
  return sorts.flatMap((sort) => {
    const sorted = sortEntries(entries, sort);
    const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
    return Array.from({ length: pages }, (_, index) => ({
      sort,
      page: index + 1,
      pages,
      total: sorted.length,
      entries: sorted.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
      path: pagePath(sort, index + 1),
    }));
  });
}

/**
 * Where a page of a list stands below the list's address: nothing for the first page of the usual order.
 * Never one part alone, so that it cannot be taken for an entry's id.
 */
export function pagePath(sort: Sort, page: number): string {
  return [sort === 'newest' ? '' : `sort/${sort}`, page === 1 ? '' : `page/${page}`]
    .filter(Boolean)
    .join('/');
}

/** The address of a page of a list: the list's own, which ends with a slash, and the page's path below it. */
export function listAddress(base: string, path: string): string {
  return path ? `${base}${path}/` : base;
}

/** Entries by year, the newest year first, `unknown` last. */
export function byYear(entries: readonly Entry[]): [year: string, entries: Entry[]][] {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const year = years.get(yearOf(entry));
    if (year) year.push(entry);
    else years.set(yearOf(entry), [entry]);
  }
  return [...years].sort(([a], [b]) => (a === 'unknown' ? 1 : b === 'unknown' ? -1 : a < b ? 1 : -1));
}
