import type { Day } from '../domain/day.ts';
import type { Entry, EntryKind } from '../domain/entry.ts';
import { listPages, type ListPage } from '../domain/lists.ts';

/** What lists print of an entry. */
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
  entries: readonly EntryCard[];
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

/** A page of a list where it stands. */
export interface PlacedList {
  address: string;
  list: ListView;
}

/** Every page of a list in every order, below the list's own address. */
export function listViews(address: string, entries: readonly Entry[]): PlacedList[] {
  return listPages(entries).map((page) => ({
    address: page.path ? `${address}${page.path}/` : address,
    list: { ...page, entries: page.entries.map(cardOf) },
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
