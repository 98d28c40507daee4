import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
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
  content: string[];
  meta: Record<(typeof META_FIELDS)[number], string[]>;
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

/**
 * Pagefind works on one core, so the words are indexed in two halves, this one the first of the second half: about as
 * many words of Chinese prose stand before it as behind. In each half a break stands for any word of the other.
 */
const SECOND_HALF = '心';
const HALVES = [(word: string) => word < SECOND_HALF, (word: string) => word >= SECOND_HALF];

type Pagefind = typeof import('pagefind');

/** Each instance of the module runs a process of its own; modules are told apart by their address. */
async function startPagefind(half: number): Promise<Pagefind> {
  return (await import(`${import.meta.resolve('pagefind')}?half=${half}`)) as Pagefind;
}

function fail(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
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

/** Takes the break out of the chunk that holds it, which would else be the largest of all. */
async function dropBreak(meta: PagefindMeta, fileOf: (name: string) => string): Promise<void> {
  const after = meta.chunks.findIndex(({ first }) => first > BREAK);
  const chunk = meta.chunks[after < 0 ? meta.chunks.length - 1 : Math.max(0, after - 1)];
  if (!chunk) return;
  const file = fileOf(chunk.name);
  await writeFile(file, gzipSync(withoutWord(gunzipSync(await readFile(file)), BREAK), { level: 9 }));
}

/** One of the two indexes while it is being filled. */
async function openHalf(half: number, folder: string) {
  const { createIndex, close } = await startPagefind(half);
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  fail(errors);
  if (!index) throw new Error('Pagefind made no index');
  const isOwn = HALVES[half]!;
  const join = (words: readonly string[]): string =>
    words.map((word) => (isOwn(word) ? word : BREAK)).join(' ');
  return {
    async add({ address, content, meta }: IndexedWords): Promise<void> {
      const { singles, title, titleSingles } = meta;
      const added = await index.addCustomRecord({
        url: address,
        content: join(content),
        language: LANGUAGE,
        meta: { singles: join(singles), title: join(title), titleSingles: join(titleSingles) },
      });
      fail(added.errors);
    },
    async write(): Promise<WrittenIndex> {
      fail((await index.writeFiles({ outputPath: folder })).errors);
      const meta = await readWrittenMeta(folder);
      const fileOf = (name: string): string => path.join(folder, 'index', `${name}.pf_index`);
      await dropBreak(meta, fileOf);
      return {
        lengths: meta.pages,
        firsts: meta.chunks.map(({ first }) => first),
        files: meta.chunks.map(({ name }) => fileOf(name)),
      };
    },
    close,
  };
}

type Half = Awaited<ReturnType<typeof openHalf>>;

async function addAll(words: Iterable<IndexedWords>, halves: readonly Half[]): Promise<void> {
  const pending = new Set<Promise<unknown>>();
  for (const each of words) {
    const adding = Promise.all(halves.map((half) => half.add(each)));
    pending.add(adding);
    adding.then(
      () => pending.delete(adding),
      () => undefined,
    );
    if (pending.size >= PENDING) await Promise.race(pending);
  }
  await Promise.all(pending);
}

function joinHalves([first, second]: readonly WrittenIndex[]): WrittenIndex {
  if (!first || !second) throw new Error('the index has two halves');
  return {
    lengths: first.lengths,
    firsts: [...first.firsts, ...second.firsts.map((word, at) => (at === 0 ? SECOND_HALF : word))],
    files: [...first.files, ...second.files],
  };
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
  await mkdir(folder, { recursive: true });
  const halves = await Promise.all(HALVES.map((_, half) => openHalf(half, path.join(folder, String(half)))));
  try {
    const t0 = performance.now(); await addAll(words, halves); console.error("add", performance.now() - t0, process.cpuUsage());
    return joinHalves(await Promise.all(halves.map((half) => half.write())));
  } finally {
    await Promise.all(halves.map((half) => half.close()));
  }
}
