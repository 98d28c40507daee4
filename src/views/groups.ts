import type { Group } from '../domain/library.ts';
import type { ResolvedSite } from '../site/site.ts';
import { isFirstOfList, listViews, newestDay, type ListView } from './entry-card.ts';
import { onlyPage, type PageKind } from './page.ts';

/** The props of the list of a topic's or speaker's entries. */
export interface GroupView {
  id: string;
  name: string;
  list: ListView;
}

/** A line of an index: a name, where it leads, and how many entries there are. */
export interface IndexLine {
  address: string;
  name: string;
  note?: string | undefined;
  count?: number | undefined;
}

/** The props of an index of names. */
export interface IndexView {
  items: readonly IndexLine[];
}

export const topicLists = groupLists('/topics/', ({ library }) => library.topics);
export const speakerLists = groupLists('/speakers/', ({ library }) => library.speakers);
export const topicIndex = groupIndex('/topics/', ({ library }) => library.topics);
export const speakerIndex = groupIndex('/speakers/', ({ library }) => library.speakers);

function groupLists(
  section: string,
  groupsOf: (site: ResolvedSite) => readonly Group[],
): PageKind<GroupView> {
  return {
    route: `${section}[id]/[...path]/`,
    pages: (site) =>
      groupsOf(site).flatMap(({ id, name, entries }) => {
        const lastmod = newestDay(entries);
        return listViews(`${section}${id}/`, entries).map((list) => ({
          address: list.address,
          props: { id, name, list },
          lastmod,
        }));
      }),
    isInSitemap: isFirstOfList,
  };
}

function groupIndex(
  section: string,
  groupsOf: (site: ResolvedSite) => readonly Group[],
): PageKind<IndexView> {
  return onlyPage(
    section,
    (site) => ({
      items: groupsOf(site).map(({ id, name, entries }) => ({
        address: `${section}${id}/`,
        name,
        count: entries.length,
      })),
    }),
    { isInSitemap: () => true, lastmod: ({ library }) => newestDay(library.entries) },
  );
}
