import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { LANGUAGE, META_FIELDS, readMeta, type PagefindMeta } from '../domain/search/pagefind-format.ts';

/** One document as words for the index. */
export interface IndexedWords {
  /** Unique among the documents. */
  address: string;
  content: string;
  meta: Record<(typeof META_FIELDS)[number], string>;
}

/** Words of one chunk of the index. Small chunks make small answers and a longer list of chunks. */
const CHUNK_SIZE = 4000;
const BATCH = 64;

function fail(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

async function addAll(
  words: Iterable<IndexedWords>,
  add: (words: IndexedWords) => Promise<void>,
): Promise<void> {
  let batch: Promise<void>[] = [];
  for (const each of words) {
    batch.push(add(each));
    if (batch.length === BATCH) {
      await Promise.all(batch);
      batch = [];
    }
  }
  await Promise.all(batch);
}

async function readWrittenMeta(folder: string): Promise<PagefindMeta> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no pf_meta file');
  const meta = readMeta(gunzipSync(await readFile(path.join(folder, name))));
  if (meta.metaFields.join() !== META_FIELDS.join()) {
    throw new Error(`Pagefind numbered the metadata fields ${meta.metaFields.join()}`);
  }
  return meta;
}

/**
 * Has Pagefind index the documents and write its files to a folder, which must not exist or be empty. The chunks of
 * the index are `<folder>/index/<name>.pf_index`. Pages are numbered in the order of the documents. Throws when Pagefind
 * reports an error or numbers the metadata fields otherwise than expected.
 */
export async function writePagefindIndex(
  words: Iterable<IndexedWords>,
  folder: string,
): Promise<PagefindMeta> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  fail(errors);
  if (!index) throw new Error('Pagefind made no index');
  try {
    await addAll(words, async ({ address, content, meta }) => {
      fail((await index.addCustomRecord({ url: address, content, language: LANGUAGE, meta })).errors);
    });
    fail((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
  return readWrittenMeta(folder);
}
