import { hash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  CATALOGUE_FILE,
  chunkFile,
  daysFile,
  FACETS,
  INDEX_FOLDER,
  suggestionsFile,
  textFile,
  traditionalFile,
  UNKNOWN_YEAR,
  writeCatalogue,
  type Catalogue,
  type Chunks,
  type Facet,
  type TextPart,
} from '../domain/search/catalogue.ts';
import type { FormulaNames } from '../domain/formulas.ts';
import { writeDays } from '../domain/search/days.ts';
import { createNormalForm } from '../domain/search/normal-form.ts';
import type { Named, SearchRecord } from '../domain/search/record.ts';
import { collectSuggestions } from './collect-suggestions.ts';
import { documentWords, type Part } from './document-words.ts';
import { IndexWriter } from './index-writer.ts';
import { noPackedFiles, openPackedFiles } from './packed-files.ts';
import { createPacker, GZIP_MAKER } from './packer.ts';
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
  /** What follows the address of a list in its name: nothing on a server, its file on a disk. */
  listFile?: string;
  /** Named numbers with pages of their own, offered while typing. */
  formulas?: readonly FormulaNames[];
  /** A folder that keeps packed files from one build to the next. The index is the same with it and without. */
  cacheDir?: string;
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

type Columns = Catalogue['entries'];

/** Hex digits of a build's name. */
const BUILD_LENGTH = 12;

/** The folder of a build until its name is known. */
const UNNAMED = 'unnamed';

/**
 * Writes the search index of a site to `<outDir>/pagefind/`, replacing what is there: the catalogue, which a browser
 * reads first, and a folder named by a digest of everything in it, with the chunks of index words, the texts in parts and
 * the table of Traditional characters. Equal records and options give equal files in whatever order the records come.
 */
export async function buildSearchIndex(
  records: Iterable<SearchRecord>,
  outDir: string,
  options: IndexOptions = {},
): Promise<IndexReport> {
  const started = performance.now();
  const sorted = [...records].sort(byDateThenEntry);
  const folder = path.join(outDir, INDEX_FOLDER);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, UNNAMED), { recursive: true });
  const known = options.cacheDir ? await openPackedFiles(options.cacheDir, GZIP_MAKER) : noPackedFiles;
  const packer = createPacker(folder, known);

  const table = simplificationTable();
  const normalise = createNormalForm(table);
  const columns: Omit<Columns, 'facets'> = { titles: [], parts: [] };
  const writer = new IndexWriter();
  let characters = 0;
  let texts = 0;
  for (const record of sorted) {
    const words = documentWords(record, normalise);
    writer.add(words.title, words.paragraphs);
    columns.titles.push(words.title.units.length);
    columns.parts.push([...words.parts.map((part) => part.place), words.end]);
    for (const part of words.parts) {
      await packer.write(textFile(UNNAMED, texts), JSON.stringify(textPart(record, part, words.starts)));
      texts += 1;
    }
    for (const paragraph of record.paragraphs) characters += paragraph.text.length;
  }
  const chunks: Chunks = { borders: [], sizes: [] };
  for (const { border, size, bytes } of writer.chunks()) {
    await packer.write(chunkFile(UNNAMED, chunks.borders.length), bytes);
    chunks.borders.push(border);
    chunks.sizes.push(size);
  }
  await packer.write(traditionalFile(UNNAMED), tableToText(table));
  await packer.write(daysFile(UNNAMED), writeDays(sorted.map(({ date }) => date)));
  const suggestions = collectSuggestions(sorted, options.formulas, options.listFile);
  await packer.write(suggestionsFile(UNNAMED), JSON.stringify(suggestions));

  const facets = FACETS.map((facet) => [facet, facetColumn(sorted, facet, options)] as const);
  const catalogue: Catalogue = {
    build: '',
    values: Object.fromEntries(facets.map(([facet, { values }]) => [facet, values])) as Catalogue['values'],
    entries: {
      facets: Object.fromEntries(facets.map(([facet, { column }]) => [facet, column])) as Columns['facets'],
      ...columns,
    },
    chunks,
  };
  const digest = hash('sha256', (await packer.finish()) + writeCatalogue(catalogue));
  catalogue.build = digest.slice(0, BUILD_LENGTH);
  await rename(path.join(folder, UNNAMED), path.join(folder, catalogue.build));
  await packer.write(CATALOGUE_FILE, writeCatalogue(catalogue));
  await packer.finish();
  await known.save();
  return {
    entries: sorted.length,
    characters,
    chunks: chunks.borders.length,
    files: texts + chunks.borders.length + 4,
    milliseconds: Math.round(performance.now() - started),
  };
}
