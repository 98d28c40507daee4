import { hash } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import type { Entry } from '../domain/entry.ts';
import { HIDEABLE } from '../domain/visibility.ts';
import type { ListPage } from '../domain/lists.ts';
import { mayHideNames } from '../markdown/addresses.ts';
import type { Site } from '../schemas/collections.ts';
import { bodyDigest, isShown, writtenBody } from './content.ts';
import { getCatalog, type Catalog } from './library.ts';

/** What the frame of every page prints. */
export interface Frame {
  site: Site;
  /** The day of the newest entry. */
  latest: Day | undefined;
}

/** `dev` keeps no pages, and keys to ten thousand of them would take longer than the page that is asked for. */
const NOT_KEPT = '';

/** The frame of this build's pages. */
export async function getFrame(): Promise<Frame> {
  const { site, library } = await getCatalog();
  return { site, latest: library.entries.find(({ date }) => date !== null)?.date ?? undefined };
}

/** A key that changes with what a page prints inside its frame, given as plain data, and with the frame. */
export async function pageKey(...printed: unknown[]): Promise<string> {
  if (import.meta.env.DEV) return NOT_KEPT;
  return digest([await getFrame(), ...printed]);
}

const NAMED = new RegExp(`\\b(?:${HIDEABLE.join('|')})/[a-z0-9-]+`, 'g');

/** What the body of an entry prints: its own words, and of the entries that it names whether they are shown and their titles, the formulas among them. */
export function bodyKey({ kind, id }: Entry, { byKey, formulas, mentions }: Catalog): unknown {
  if (import.meta.env.DEV) return NOT_KEPT;
  const { text } = writtenBody(kind, id);
  const named = text.matchAll(NAMED);
  const listed = text.matchAll(/<Formula name="([a-z0-9-]+)"/g);
  return [
    bodyDigest(kind, id),
    ...Array.from(named, ([key]) => byKey.get(key)?.title ?? isShown(key)),
    ...Array.from(listed, ([, formula]) => formulas.find((each) => each.id === formula)?.name ?? null),
    mayHideNames(text) ? [...byKey.keys()] : null,
    mentions(text),
  ];
}

/** What a page of a list prints. */
export function listKey({ entries, ...list }: ListPage): unknown {
  return [list, entries.map(entryDigest)];
}

const entryDigests = new WeakMap<Entry, string>();

function entryDigest(entry: Entry): string {
  const known = entryDigests.get(entry) ?? digest(entry);
  entryDigests.set(entry, known);
  return known;
}

function digest(printed: unknown): string {
  return hash('sha1', JSON.stringify(printed), 'base64');
}
