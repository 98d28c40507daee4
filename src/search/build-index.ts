import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  CATALOGUE_FILE,
  CATALOGUE_FORMAT,
  FACETS,
  UNKNOWN_YEAR,
  type Catalogue,
  type Facet,
  type TextPart,
} from '../domain/search/catalogue.ts';
import { createNormalForm } from '../domain/search/normal-form.ts';
import type { Named, SearchRecord } from '../domain/search/record.ts';
import { collectSuggestions } from './collect-suggestions.ts';
import { documentWords, type Part } from './document-words.ts';
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

const compress = promisify(gzip);
const BEST = { level: 9 };

/** Writes texts in parts, numbered in the order in which they come, and keeps a digest of all of them. */
function createTextWriter(folder: string) {
  const digest = createHash('sha256');
  const pending: Promise<void>[] = [];
  return {
    digest,
    write(part: TextPart): void {
      const text = JSON.stringify(part);
      digest.update(text);
      const file = path.join(folder, `${pending.length}.pf_fragment`);
      pending.push(compress(text, BEST).then((data) => writeFile(file, data)));
    },
    async finish(): Promise<number> {
      await Promise.all(pending);
      return pending.length;
    },
  };
}

async function moveChunks(files: readonly string[], to: string): Promise<string> {
  const digest = createHash('sha256');
  for (const [chunk, file] of files.entries()) {
    digest.update(path.basename(file));
    await rename(file, path.join(to, `${chunk}.pf_index`));
  }
  return digest.digest('hex');
}

type Columns = Catalogue['entries'];

/**
 * Writes the search index of a site to `<outDir>/pagefind/`, replacing what is there: the catalogue, which a browser
 * reads first, and a folder named by a digest of everything in it, with Pagefind's chunks of index words, the texts
 * in parts and the table of Traditional characters. Equal records and options give equal files in whatever order the
 * records come. Throws when Pagefind fails.
 */
export async function buildSearchIndex(
  records: Iterable<SearchRecord>,
  outDir: string,
  options: IndexOptions = {},
): Promise<IndexReport> {
  const started = performance.now();
  const sorted = [...records].sort(byDateThenEntry);
  const folder = path.join(outDir, 'pagefind');
  const whole = path.join(outDir, '.pagefind-whole');
  const unnamed = path.join(folder, 'unnamed');
  for (const stale of [folder, whole]) await rm(stale, { recursive: true, force: true });
  await mkdir(unnamed, { recursive: true });

  const table = tableToText(simplificationTable());
  const normalise = createNormalForm(simplificationTable());
  const columns: Pick<Columns, 'titles' | 'parts'> = { titles: [], parts: [] };
  const texts = createTextWriter(unnamed);
  let characters = 0;
  function* words(): Generator<IndexedWords> {
    for (const record of sorted) {
      const document = documentWords(record, normalise);
      columns.titles.push(document.titleLength);
      columns.parts.push(document.parts.slice(1).map((part) => part.place));
      for (const part of document.parts) texts.write(textPart(record, part, document.starts));
      for (const paragraph of record.paragraphs) characters += paragraph.text.length;
      yield document.words;
    }
  }
  const index = await writePagefindIndex(words(), whole);
  const parts = await texts.finish();
  const chunks = await moveChunks(index.files, unnamed);
  await rm(whole, { recursive: true });
  const suggestions = JSON.stringify(collectSuggestions(sorted));
  await writeFile(path.join(unnamed, 'traditional.txt'), table);
  await writeFile(path.join(unnamed, 'suggestions.pf_meta'), await compress(suggestions, BEST));

  const facets = FACETS.map((facet) => [facet, facetColumn(sorted, facet, options)] as const);
  const catalogue: Catalogue = {
    format: CATALOGUE_FORMAT,
    build: '',
    values: Object.fromEntries(facets.map(([facet, { values }]) => [facet, values])) as Catalogue['values'],
    entries: {
      facets: Object.fromEntries(facets.map(([facet, { column }]) => [facet, column])) as Columns['facets'],
      ...columns,
      lengths: index.lengths,
    },
    chunks: index.firsts,
  };
  texts.digest.update(JSON.stringify([catalogue, chunks, table, suggestions]));
  catalogue.build = texts.digest.digest('hex').slice(0, 12);
  await rename(unnamed, path.join(folder, catalogue.build));
  await writeFile(path.join(folder, CATALOGUE_FILE), await compress(JSON.stringify(catalogue), BEST));
  return {
    entries: sorted.length,
    characters,
    chunks: index.firsts.length,
    files: parts + index.firsts.length + 3,
    milliseconds: Math.round(performance.now() - started),
  };
}
