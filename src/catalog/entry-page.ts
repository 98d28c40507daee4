import type { Entry } from '../domain/entry.ts';
import { getCatalog } from './library.ts';
import { bodyKey, pageKey } from './page-key.ts';
import { getSchedules, type Assignment } from './schedules.ts';

/** A link to another entry. */
export type EntryLink = Pick<Entry, 'address' | 'title'>;

/** All that an entry's page prints, beside its body and the frame of every page. */
export interface EntryPage {
  entry: Entry;
  assignments: Assignment[];
  previous?: EntryLink | undefined;
  next?: EntryLink | undefined;
  related: EntryLink[];
}

/** The pages of all entries, each with a key that changes with anything that it prints. */
export async function entryPages(): Promise<{ page: EntryPage; key: string }[]> {
  const catalog = await getCatalog();
  const { assignments } = await getSchedules();
  return Promise.all(
    catalog.library.entries.map(async (entry) => {
      const { previous, next, related = [] } = catalog.neighbours.get(entry.key) ?? {};
      const page: EntryPage = {
        entry,
        assignments: assignments.get(entry.key) ?? [],
        previous: previous && linkTo(previous),
        next: next && linkTo(next),
        related: related.map(linkTo),
      };
      return { page, key: await pageKey(page, bodyKey(entry, catalog)) };
    }),
  );
}

function linkTo({ address, title }: Entry): EntryLink {
  return { address, title };
}
