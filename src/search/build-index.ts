import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { CATALOGUE_FORMAT, FACETS, UNKNOWN_YEAR, type Catalogue, type Facet, type TextPart } from '../domain/search/catalogue.ts';
import { createNormalForm } from '../domain/search/normal-form.ts';
import type { Named, SearchRecord } from '../domain/search/record.ts';
import { documentWords, type DocumentWords, type Part } from './document-words.ts';
import { writePagefindIndex, type IndexedWords } from './pagefind-writer.ts';
import { simplificationTable, tableToText } from './traditional.ts';

/** What building the index came to. */
export interface IndexReport {
  entries: number;
  characters: number;
  chunks: number;
  files: number;
  milliseconds: number;
}

export interface IndexOptions {
  /** Names of the kinds of entry, such as 讲话发言 for `speeches`. A kind without one is shown by its id. */
  kinds?: Readonly<Record<string, string>>;
}

/** Order of equals: newest first, undated last, then by entry. */
function byDateThenEntry(one: SearchRecord, other: SearchRecord): number {
  const [day, otherDay] = [one.date ?? '', other.date ?? ''];
  if (day !== otherDay) return day > otherDay ? -1 : 1;
  return one.entry < other.entry ? -1 : 1;
}

const pack = (text: string): Buffer => gzipSync(text, { level: 9 });

function facetValues(record: SearchRecord, facet: Facet, options: IndexOptions): Named[] {
  switch (facet) {
    case 'kind':
      return [{ id: record.kind, name: options.kinds?.[record.kind] ?? record.kind }];
    case 'speaker':
      return record.speaker ? [record.speaker] : [];
    case 'year': {
      const year = record.date?.slice(0, 4) ?? UNKNOWN_YEAR;
      return [{ id: year, name: year }];
    }
    case 'unit':
      return record.units;
    case 'topic':
      return record.topics;
    case 'campaign':
      return record.campaign ? [record.campaign] : [];
  }
}

/** Numbers the values of one facet in the order of their ids and lists each record's numbers. */
function facetColumn(records: SearchRecord[], facet: Facet, options: IndexOptions) {
  const names = new Map<string, string>();
  const perRecord = records.map((record) => facetValues(record, facet, options));
  for (const value of perRecord.flat()) names.set(value.id, value.name);
  const ids = [...names.keys()].sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return {
    values: ids.map((id) => ({ id, name: names.get(id)! })),
    column: perRecord.map((values) => [...new Set(values.map((value) => numbers.get(value.id)!))]),
  };
}

function textPart(record: SearchRecord, part: Part, starts: number[]): TextPart {
  const { entry, address, kind, title, subtitle, date, documentNumber, speaker, paragraphs } = record;
  const isNumbered = paragraphs.every(({ anchor }, index) => anchor === `p${index + 1}`);
  return {
    entry,
    address,
    kind,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    date,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(speaker === undefined ? {} : { speaker: speaker.name }),
    starts,
    before: part.before,
    ...(isNumbered ? {} : { anchors: paragraphs.map(({ anchor }) => anchor) }),
    paragraphs: part.paragraphs.map(({ text }) => text),
  };
}

/** Writes texts under names made of their content, so that no file of another build is ever taken for this one's. */
function createTextWriter(folder: string) {
  const written = new Set<string>();
  let pending: Promise<void>[] = [];
  return {
    write(part: TextPart): string {
      const text = JSON.stringify(part);
      const name = createHash('sha256').update(text).digest('hex').slice(0, 10);
      if (!written.has(name)) {
        written.add(name);
        pending.push(writeFile(path.join(folder, `${name}.pf_fragment`), pack(text)));
      }
      return name;
    },
    async finish(): Promise<number> {
      await Promise.all(pending);
      pending = [];
      return written.size;
    },
  };
}

/**
 * Writes the search index of a site to `<outDir>/pagefind/`: Pagefind's chunks of index words, the texts in parts, the
 * catalogue that a browser reads first, and the table of Traditional characters. Equal records and options give equal
 * bytes in whatever order the records come.
 */
export async function buildSearchIndex(
  records: Iterable<SearchRecord>,
  outDir: string,
  options: IndexOptions = {},
): Promise<IndexReport> {
  const started = performance.now();
  const sorted = [...records].sort(byDateThenEntry);
  const folder = path.join(outDir, 'pagefind');
  const table = simplificationTable();
  const normalise = createNormalForm(table);
  const texts: Catalogue['entries'] = { facets: {} as never, titles: [], lengths: [], texts: [], parts: [] };
  const textFolder = path.join(outDir, 'pagefind-texts');
  await mkdir(textFolder, { recursive: true });
  const writer = createTextWriter(textFolder);
  let characters = 0;

  function* words(): Generator<IndexedWords> {
    for (const record of sorted) {
      const document: DocumentWords = documentWords(record, normalise);
      texts.titles.push(document.titleLength);
      texts.texts.push(document.parts.map((part) => writer.write(textPart(record, part, document.starts))));
      texts.parts.push(document.parts.slice(1).map((part) => part.place));
      for (const paragraph of record.paragraphs) characters += paragraph.text.length;
      yield document.words;
    }
  }

  const meta = await writePagefindIndex(words(), folder);
  const files = await writer.finish();
  await rename(textFolder, path.join(folder, 'fragment'));
  const columns = FACETS.map((facet) => [facet, facetColumn(sorted, facet, options)] as const);
  const catalogue: Catalogue = {
    format: CATALOGUE_FORMAT,
    values: Object.fromEntries(columns.map(([facet, { values }]) => [facet, values])) as Catalogue['values'],
    entries: {
      ...texts,
      facets: Object.fromEntries(columns.map(([facet, { column }]) => [facet, column])) as Catalogue['entries']['facets'],
      lengths: meta.pages,
    },
    chunks: { firsts: meta.chunks.map(({ first }) => first), names: meta.chunks.map(({ name }) => name) },
  };
  await writeFile(path.join(folder, 'catalogue.pf_meta'), pack(JSON.stringify(catalogue)));
  await writeFile(path.join(folder, 'traditional.txt'), tableToText(table));
  return {
    entries: sorted.length,
    characters,
    chunks: meta.chunks.length,
    files: files + meta.chunks.length + 2,
    milliseconds: Math.round(performance.now() - started),
  };
}
