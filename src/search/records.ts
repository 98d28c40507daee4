import type { Entry } from '../domain/entry.ts';
import { resolveLibrary, type RawEntry } from '../domain/library.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import { readBody } from '../markdown/body.ts';
import { LIBRARY_KINDS } from '../schemas/collections.ts';
import type { Content, LibraryItem } from '../source/read-content.ts';
import type { Settings } from '../source/settings.ts';

/** What the index holds of each visible entry of a content folder, newest first, made one at a time. */
export function* searchRecords(content: Content, settings: Settings): Generator<SearchRecord> {
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
  const { entries } = resolveLibrary(raw, registerOf(content), settings);
  for (const entry of entries) {
    const item = items.get(entry.key);
    if (item) yield recordOf(entry, item);
  }
}

function recordOf(entry: Entry, { body, isMdx }: LibraryItem): SearchRecord {
  const { key, address, kind, title, subtitle, date, documentNumber, speaker, units, topics, campaign } =
    entry;
  return {
    entry: key,
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
    paragraphs: readBody(body, { isMdx }).blocks.map(({ anchor, text }) => ({ anchor, text })),
  };
}

/** The names against which a content folder's entries are resolved. */
export function registerOf({ items }: Content) {
  return {
    units: items.units.map(({ id, fields }) => ({ id, ...fields })),
    campaigns: items.campaigns.map(({ id, fields }) => ({ id, name: fields.name })),
    topics: items.topics.map(({ id, fields }) => ({ id, ...fields })),
    speakers: items.speakers.map(({ id, fields }) => ({ id, ...fields })),
  };
}
