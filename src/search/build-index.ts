import { hash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  MANIFEST_FILE,
  chunkFile,
  daysFile,
  FACETS,
  INDEX_FOLDER,
  suggestionsFile,
  textFile,
  traditionalFile,
  writeManifest,
  type SearchManifest,
  type Chunks,
  type Facet,
  type TextPart,
} from '../domain/search/manifest.ts';
import type { FormulaNames } from '../domain/formulas.ts';
import { writeDays } from '../domain/search/days.ts';
import { createNormalForm, type Normalise } from '../domain/search/normal-form.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import { collectSuggestions } from './collect-suggestions.ts';
import { cardOf, unusualAnchors, type DocumentCard } from './document-card.ts';
import { documentWords, type DocumentWords, type Part } from './document-words.ts';
import { noMemory, type IndexMemory } from './index-memory.ts';
import { chunksOf, IndexWriter } from './index-writer.ts';
import { createPacker, type Packer } from './packer.ts';
import { byDateThenEntry, facetValues, type KindNames } from './record-facts.ts';
import { simplificationTable, tableToText } from './traditional.ts';
import { mergeIndexes, type WordIndex } from './word-index.ts';

/** What building the index came to. */
export interface IndexReport {
  entries: number;
  characters: number;
  chunks: number;
  files: number;
  milliseconds: number;
  /** The card of each document, by its entry. */
  cards: ReadonlyMap<string, DocumentCard>;
}

export interface IndexOptions {
  kinds?: KindNames;
  /** What follows the address of a list in its name: nothing on a server, its file on a disk. */
  listFile?: string;
  /** Named numbers with pages of their own, offered while typing. */
  formulas?: readonly FormulaNames[];
  /** What is known of earlier indexes. The index is the same with it and without. */
  memory?: IndexMemory;
}

/** Numbers the values of one facet in the order of their ids and lists each record's numbers. */
function facetColumn(records: SearchRecord[], facet: Facet, options: IndexOptions) {
  const names = new Map<string, string>();
  const perRecord = records.map((record) => facetValues(record, facet, options.kinds));
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
  const anchors = unusualAnchors(paragraphs);
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
    ...(anchors && { anchors }),
    paragraphs: part.paragraphs.map(({ text }) => text),
  };
}

type Columns = SearchManifest['entries'];

/** Hex digits of a build's name. */
const BUILD_LENGTH = 12;

/** The folder of a build until its name is known. */
const UNNAMED = 'unnamed';

/**
 * Writes the search index of a site to `<outDir>/search-index/`, replacing what is there: the manifest, which a browser
 * reads first, and a folder named by a digest of everything in it, with the chunks of index words, the texts in parts and
 * the table of Traditional characters. Equal records and options give equal files in whatever order the records come,
 * whatever is remembered of earlier ones.
 */
export async function buildSearchIndex(
  records: Iterable<SearchRecord>,
  outDir: string,
  options: IndexOptions = {},
): Promise<IndexReport> {
  const started = performance.now();
  const { memory = noMemory } = options;
  const sorted = [...records].sort(byDateThenEntry);
  const folder = path.join(outDir, INDEX_FOLDER);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, UNNAMED), { recursive: true });
  const packer = createPacker(folder, { folder: memory.published, files: memory.last.files });

  const table = simplificationTable();
  const { cards, index } = await readDocuments(sorted, {
    packer,
    memory,
    normalise: createNormalForm(table),
  });
  const chunks: Chunks = { borders: [], sizes: [] };
  for (const { border, size, bytes } of chunksOf(index)) {
    await packer.write(chunkFile(UNNAMED, chunks.borders.length), bytes);
    chunks.borders.push(border);
    chunks.sizes.push(size);
  }
  await packer.write(traditionalFile(UNNAMED), tableToText(table));
  await packer.write(daysFile(UNNAMED), writeDays(sorted.map(({ date }) => date)));
  const suggestions = collectSuggestions(sorted, options.formulas, options.listFile);
  await packer.write(suggestionsFile(UNNAMED), JSON.stringify(suggestions));

  const facets = FACETS.map((facet) => [facet, facetColumn(sorted, facet, options)] as const);
  const manifest: SearchManifest = {
    build: '',
    values: Object.fromEntries(
      facets.map(([facet, { values }]) => [facet, values]),
    ) as SearchManifest['values'],
    entries: {
      facets: Object.fromEntries(facets.map(([facet, { column }]) => [facet, column])) as Columns['facets'],
      titles: cards.map(({ titleLength }) => titleLength),
      parts: cards.map(({ parts, end }) => [...parts.map(({ place }) => place), end]),
    },
    chunks,
  };
  const { files, digest } = await packer.finish();
  const build = hash('sha256', digest + writeManifest(manifest)).slice(0, BUILD_LENGTH);
  manifest.build = build;
  await rename(path.join(folder, UNNAMED), path.join(folder, build));
  for (const file of files.values()) file.name = file.name.replace(UNNAMED, build);
  memory.keep({ ...index, keys: sorted.map(({ key = '' }) => key), files: new Map(files) });
  await packer.write(MANIFEST_FILE, writeManifest(manifest));
  await packer.finish();
  const texts = cards.reduce((sum, { parts }) => sum + parts.length, 0);
  return {
    entries: sorted.length,
    characters: cards.reduce((sum, { characters }) => sum + characters, 0),
    chunks: chunks.borders.length,
    files: texts + chunks.borders.length + 4,
    milliseconds: Math.round(performance.now() - started),
    cards: new Map(sorted.map(({ entry }, at) => [entry, cards[at]!])),
  };
}

interface Reading {
  packer: Packer;
  memory: IndexMemory;
  normalise: Normalise;
}

/** Writes the texts of documents, and returns the card of each and the index of all. What the last index has of a document is taken from there. */
async function readDocuments(
  records: readonly SearchRecord[],
  { packer, memory: { last, cards: knownCards }, normalise }: Reading,
): Promise<{ cards: DocumentCard[]; index: WordIndex }> {
  const lastPages = new Map(last.keys.map((key, page) => [key, page]));
  const pageOf = new Int32Array(last.keys.length).fill(-1);
  const writer = new IndexWriter();
  const cards: DocumentCard[] = [];
  let texts = 0;
  for (const [page, record] of records.entries()) {
    const { key = '' } = record;
    const lastPage = lastPages.get(key);
    const known = lastPage === undefined ? undefined : knownCards.get(key);
    let read: DocumentWords | undefined;
    const words = () => (read ??= documentWords(record, normalise));
    const digests: string[] = [];
    for (let part = 0; part < (known ?? words()).parts.length; part += 1) {
      const file = textFile(UNNAMED, texts++);
      const digest = known?.parts[part]?.digest;
      const isWritten = digest !== undefined && packer.writeAgain(file, digest);
      const text = () => JSON.stringify(textPart(record, words().parts[part]!, words().starts));
      digests.push(isWritten ? digest : await packer.write(file, text()));
    }
    if (known) {
      pageOf[lastPage!] = page;
      writer.skip();
    } else {
      writer.add(words().title, words().rows);
    }
    const card = known ?? cardOf(record, words(), digests);
    if (key && !known) knownCards.add(key, card);
    cards.push(card);
  }
  return { cards, index: mergeIndexes(last, pageOf, writer.finish()) };
}
