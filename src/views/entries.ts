import type { Entry, EntryKind } from '../domain/entry.ts';
import type { Assignment, ResolvedSite } from '../site/site.ts';
import { isFirstOfList, linkTo, listViews, newestDay, type ListView, type PageLink } from './entry-card.ts';
import { filterRows, type FilterRow } from './filters.ts';
import { bodyView, type BodyView } from './page-body.ts';
import type { Page, PageKind } from './page.ts';

/** The props of the page of an entry. */
export interface EntryView {
  entry: Entry;
  body: BodyView;
  assignments: readonly Assignment[];
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  related: readonly PageLink[];
}

/** What stands at an address that an entry had before: where it is now. */
export interface MovedView {
  movedTo: PageLink;
}

/** The props of a list of all entries of a kind. */
export interface KindListView {
  kind: EntryKind;
  list: ListView;
  filters: readonly FilterRow[];
}

/** The pages of the entries of each kind, and of the addresses that they had before. */
export const entryPages = {
  texts: entriesOf('texts'),
  speeches: entriesOf('speeches'),
  articles: entriesOf('articles'),
};

/** The lists of all entries of each kind. */
export const kindLists = {
  texts: listsOf('texts'),
  speeches: listsOf('speeches'),
  articles: listsOf('articles'),
};

function entriesOf(kind: EntryKind): PageKind<EntryView | MovedView> {
  return {
    route: `/${kind}/[id]/`,
    pages: (site) =>
      site.library.entries
        .filter((entry) => entry.kind === kind)
        .flatMap((entry) => [entryPage(entry, site), ...movedPages(entry)]),
    isInSitemap: ({ props }) => 'entry' in props,
  };
}

function entryPage(entry: Entry, site: ResolvedSite): Page<EntryView> {
  const { previous, next, related = [] } = site.neighbours.get(entry.key) ?? {};
  const props = {
    entry,
    body: bodyView(entry.key, site),
    assignments: site.assignments.get(entry.key) ?? [],
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
    related: related.map(linkTo),
  };
  return { address: entry.address, props, lastmod: newestDay([entry]) };
}

function movedPages(entry: Entry): Page<MovedView>[] {
  return (entry.formerIds ?? []).map((id) => ({
    address: `/${entry.kind}/${id}/`,
    props: { movedTo: linkTo(entry) },
  }));
}

function listsOf(kind: EntryKind): PageKind<KindListView> {
  return {
    route: `/${kind}/[...path]/`,
    pages: (site) => {
      const entries = site.library.entries.filter((entry) => entry.kind === kind);
      const filters = filterRows(site);
      const lastmod = newestDay(entries);
      return listViews(`/${kind}/`, entries).map((list) => ({
        address: list.address,
        props: { kind, list, filters },
        lastmod,
      }));
    },
    isInSitemap: isFirstOfList,
  };
}
