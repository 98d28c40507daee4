import { hash } from 'node:crypto';
import type { Citable } from '../domain/citation.ts';
import type { Entry } from '../domain/entry.ts';
import { resolveLibrary, type RawEntry } from '../domain/library.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import { readBlocks } from '../markdown/body.ts';
import { LIBRARY_KINDS } from '../schemas/collections.ts';
import type { ShownContent } from '../site/shown-content.ts';
import type { LibraryItem } from '../source/read-content.ts';
import type { PrintedEntry } from './library-print.ts';

/** What the index holds of each entry that a site shows, newest first, made one at a time. */
export function* searchRecords(content: ShownContent): Generator<SearchRecord> {
  for (const { record } of libraryEntries(content)) yield record;
}

/**
 * The entries that a site shows as they are searched and cited, newest first, made one at a time; their paragraphs are read when
 * they are asked for. With a digest of the code that reads them, records have keys.
 */
export function* libraryEntries(content: ShownContent, codeDigest?: string): Generator<PrintedEntry> {
  const items = new Map(
    LIBRARY_KINDS.flatMap((kind) =>
      (content.items[kind] as LibraryItem[]).map((item) => [`${kind}/${item.id}`, item]),
    ),
  );
  const raw = [...items.values()].map(({ collection, id, fields }): RawEntry => ({
    kind: collection,
    id,
    fields,
  }));
  const { entries } = resolveLibrary(raw, registerOf(content));
  for (const entry of entries) {
    const item = items.get(entry.key);
    if (item) yield { record: recordOf(entry, item, codeDigest), citable: citableOf(entry) };
  }
}

function recordOf(entry: Entry, item: LibraryItem, codeDigest: string | undefined): SearchRecord {
  const { address, kind, title, subtitle, date, documentNumber, speaker, units, topics, campaign } = entry;
  const {
    body,
    isMdx,
    fields: { corrections },
  } = item;
  const facts = {
    entry: entry.key,
    address,
    kind,
    title,
    subtitle,
    date,
    documentNumber,
    speaker: speaker && { id: speaker.id, name: speaker.name },
    units,
    topics,
    campaign,
  };
  let paragraphs: SearchRecord['paragraphs'] | undefined;
  return {
    ...facts,
    key: codeDigest && hash('sha256', JSON.stringify([codeDigest, facts, isMdx, corrections ?? [], body])),
    get paragraphs() {
      return (paragraphs ??= readBlocks(body, { isMdx, corrections }).map(({ anchor, text }) => ({
        anchor,
        text,
      })));
    },
  };
}

function citableOf(entry: Entry): Citable {
  const { kind, title, subtitle, date, issuer, author, documentNumber, byline, newspaper, speaker, source } =
    entry;
  return {
    kind,
    title,
    subtitle,
    date,
    issuer,
    author,
    documentNumber,
    byline,
    newspaper,
    speaker: speaker && { name: speaker.name, role: speaker.role },
    source: source && { name: source.name, publishedOn: source.publishedOn },
  };
}

/** The names against which a content folder's entries are resolved. */
export function registerOf({ items }: ShownContent) {
  return {
    units: items.units.map(({ id, fields }) => ({ id, ...fields })),
    campaigns: items.campaigns.map(({ id, fields }) => ({ id, name: fields.name })),
    topics: items.topics.map(({ id, fields }) => ({ id, ...fields })),
    speakers: items.speakers.map(({ id, fields }) => ({ id, ...fields })),
  };
}
