import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip, type ZlibOptions } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import {
  LANGUAGE,
  META_FIELDS,
  readMeta,
  withoutWord,
  type PagefindMeta,
} from '../domain/search/pagefind-format.ts';
import { BREAK } from '../domain/search/words.ts';

/** One document as words for the index. */
export interface IndexedWords {
  /** Unique among the documents. */
  address: string;
  content: string;
  meta: Record<(typeof META_FIELDS)[number], string>;
}

/** The chunks of an index, one after the other in the order of their words. */
export interface WrittenIndex {
  /** Number of words of each page, in the order of the documents. */
  lengths: number[];
  /** First word of each chunk. */
  firsts: string[];
  /** Where each chunk's file is. */
  files: string[];
}

/** Words of one chunk of the index. Small chunks make small answers and a longer list of chunks. */
const CHUNK_SIZE = 4000;

/** Documents that may be on their way to Pagefind at once. */
const PENDING = 48;

/** Files that are read at once. */
const AT_ONCE = 64;

function fail(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

const unzip = promisify(gunzip);
const zip = promisify<Uint8Array, ZlibOptions, Buffer>(gzip);
const RETRY_AFTER = 20;
const RETRIES = 500;

/**
 * Reads a file that Pagefind has written. It answers before the system has everything
 * (https://docs.rs/tokio/latest/tokio/fs/struct.File.html: unflushed data may be lost), so a file that ends too early is
 * read again for some seconds, and the process must not be stopped before all have been read.
 */
async function readWritten(file: string): Promise<Buffer> {
  for (let left = RETRIES; ; left -= 1) {
    try {
      return await unzip(await readFile(file));
    } catch (error) {
      if (left === 0) throw new Error(`Pagefind did not finish ${file}`, { cause: error });
      await setTimeout(RETRY_AFTER);
    }
  }
}

async function readWrittenMeta(folder: string): Promise<PagefindMeta> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no pf_meta file');
  const meta = readMeta(await readWritten(path.join(folder, name)));
  if (meta.metaFields.join() !== META_FIELDS.join()) {
    throw new Error(`Pagefind numbered the metadata fields ${meta.metaFields.join()}`);
  }
  return meta;
}

/** Waits until all chunks are there, and takes the break out of the one that holds it, else the largest of all. */
async function finishChunks(firsts: readonly string[], files: readonly string[]): Promise<void> {
  const behind = firsts.findIndex((first) => first > BREAK);
  const withBreak = behind < 0 ? files.length - 1 : Math.max(0, behind - 1);
  const finish = async (file: string, chunk: number): Promise<void> => {
    const bytes = await readWritten(file);
    if (chunk === withBreak) await writeFile(file, await zip(withoutWord(bytes, BREAK), { level: 9 }));
  };
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(files.slice(start, start + AT_ONCE).map((file, index) => finish(file, start + index)));
  }
}

async function addAll(
  words: Iterable<IndexedWords>,
  add: (words: IndexedWords) => Promise<void>,
): Promise<void> {
  const pending = new Set<Promise<void>>();
  for (const each of words) {
    const adding = add(each);
    pending.add(adding);
    adding.then(
      () => pending.delete(adding),
      () => undefined,
    );
    if (pending.size >= PENDING) await Promise.race(pending);
  }
  await Promise.all(pending);
}

/**
 * Has Pagefind index the documents, leaving its files in a folder that must not exist or be empty. Pages are numbered in
 * the order of the documents. Throws when Pagefind reports an error or its files are not as expected.
 */
export async function writePagefindIndex(
  words: Iterable<IndexedWords>,
  folder: string,
): Promise<WrittenIndex> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  fail(errors);
  if (!index) throw new Error('Pagefind made no index');
  try {
    await addAll(words, async ({ address, content, meta }) => {
      const added = await index.addCustomRecord({ url: address, content, language: LANGUAGE, meta });
      fail(added.errors);
    });
    fail((await index.writeFiles({ outputPath: folder })).errors);
    const meta = await readWrittenMeta(folder);
    const firsts = meta.chunks.map(({ first }) => first);
    const files = meta.chunks.map(({ name }) => path.join(folder, 'index', `${name}.pf_index`));
    await finishChunks(firsts, files);
    return { lengths: meta.pages, firsts, files };
  } finally {
    await close();
  }
}
