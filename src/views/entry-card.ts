import type { Day } from '../domain/day.ts';
import type { Entry, EntryKind } from '../domain/entry.ts';
import { listAddress, listPages, type ListPage } from '../domain/lists.ts';
import { entryOfReading } from '../domain/schedule/reading-names.ts';
import type { ResolvedSite } from '../site/site.ts';

/** An entry as lists show it. */
export interface EntryCard {
  address: string;
  kind: EntryKind;
  title: string;
  date: Day | null;
  /** Whose it is: a speaker, an issuer or an author. */
  origin?: string | undefined;
  summary?: string | undefined;
  access: 'public' | 'internal';
  draft: boolean;
}

/** A page of a list of entries. */
export interface ListView extends Omit<ListPage, 'entries'> {
  /** Where this page stands, and the list's own address; both begin and end with a slash. */
  address: string;
  base: string;
  entries: readonly EntryCard[];
}

/** A link to another page. */
export type PageLink = Pick<Entry, 'address' | 'title'>;

/** The link to a page. */
export function linkTo({ address, title }: PageLink): PageLink {
  return { address, title };
}

/** The entries that these readings are or are a part of, each once, in their order. */
export function assignedEntries(readings: readonly string[], { byKey }: ResolvedSite): PageLink[] {
  return [...new Set(readings.map(entryOfReading))].flatMap((key) => {
    const entry = byKey.get(key);
    return entry ? [linkTo(entry)] : [];
  });
}

/** The card of an entry. */
export function cardOf(entry: Entry): EntryCard {
  const { address, kind, title, date, summary, access, draft } = entry;
  const origin =
    entry.speaker?.name ??
    entry.documentNumber ??
    entry.newspaper ??
    entry.issuer ??
    entry.author ??
    entry.byline;
  return { address, kind, title, date, origin, summary, access, draft };
}

/** Every page of a list in every order, below the list's own address. */
export function listViews(base: string, entries: readonly Entry[]): ListView[] {
  return listPages(entries).map((page) => ({
    ...page,
    address: listAddress(base, page.path),
    base,
    entries: page.entries.map(cardOf),
  }));
}

/** Whether a page of a list is the one that search engines are told of: not another order of it, nor a further page. */
export function isFirstOfList({ props: { list } }: { props: { list: ListView } }): boolean {
  return list.path === '';
}

/** The day of the newest of these entries, or of the last correction in one. */
export function newestDay(entries: readonly Entry[] = []): string | undefined {
  return entries.reduce<string | undefined>((latest, { date, corrections = [] }) => {
    const day = [date, ...corrections.map(({ on }) => on)].filter(Boolean).sort().at(-1);
    return day && (!latest || day > latest) ? day : latest;
  }, undefined);
}
