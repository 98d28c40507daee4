import {
  MANIFEST_FILE,
  chunkFile,
  chunkOf,
  daysFile,
  firstParts,
  readManifest,
  suggestionsFile,
  textFile,
  traditionalFile,
  type SearchManifest,
  type TextPart,
} from '../../domain/search/manifest.ts';
import { readDays } from '../../domain/search/days.ts';
import { readChunk, type Postings } from '../../domain/search/pagefind-format.ts';
import type { Suggestion } from '../../domain/search/suggestions.ts';
import { SearchFault } from './fault.ts';
import { openFiles, type IndexFiles } from './files.ts';

/** One site's index, read piece by piece as queries need it. */
export interface IndexReader {
  manifest: SearchManifest;
  /** Postings of the words that the index holds; a word that no entry holds is missing. Throws SearchFault. */
  postings(words: readonly string[]): Promise<Map<string, Postings>>;
  /** One part of an entry's text. Throws SearchFault. */
  text(page: number, part: number): Promise<TextPart>;
  /** The table of Traditional characters. Throws SearchFault. */
  traditional(): Promise<string>;
  /** The days of the dated entries, as days since 1970; the others stand behind them. Throws SearchFault. */
  days(): Promise<number[]>;
  /** What is offered while typing. Throws SearchFault. */
  suggestions(): Promise<Suggestion[]>;
}

const decoder = new TextDecoder();

function parse<T>(bytes: Uint8Array, name: string, read: (text: string) => T): T {
  try {
    return read(decoder.decode(bytes));
  } catch (error) {
    throw new SearchFault('missing', `${name}: not a file of the index`, { cause: error });
  }
}

function createPostingsReader(files: IndexFiles, { build, chunks }: SearchManifest) {
  const known = new Map<string, Postings | undefined>();

  async function load(chunk: number, words: readonly string[]): Promise<void> {
    const name = chunkFile(build, chunk);
    const bytes = await files.bytes(name);
    let found: Map<string, Postings>;
    try {
      found = readChunk(bytes, new Set(words));
    } catch (error) {
      throw new SearchFault('missing', `${name}: not a file of the index`, { cause: error });
    }
    for (const word of words) known.set(word, found.get(word));
  }

  return async (words: readonly string[]): Promise<Map<string, Postings>> => {
    const byChunk = new Map<number, string[]>();
    for (const word of new Set(words)) {
      const chunk = chunkOf(word, chunks);
      if (known.has(word) || chunk < 0) continue;
      byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), word]);
    }
    await Promise.all([...byChunk].map(([chunk, wanted]) => load(chunk, wanted)));
    const found = new Map<string, Postings>();
    for (const word of words) {
      const postings = known.get(word);
      if (postings) found.set(word, postings);
    }
    return found;
  };
}

/**
 * Opens the index in a folder, whose address ends in `/`; `early` is the answer to a request for its manifest that is
 * already on its way. Throws SearchFault.
 */
export async function openIndex(folder: string, early?: Promise<Response>): Promise<IndexReader> {
  const files = openFiles(folder);
  const manifest = parse(await files.newest(MANIFEST_FILE, early), MANIFEST_FILE, readManifest);
  if (!manifest) throw new SearchFault('missing', 'manifest of another version');
  const { build } = manifest;
  const firsts = firstParts(manifest);
  const texts = new Map<string, Promise<TextPart>>();
  return {
    manifest,
    postings: createPostingsReader(files, manifest),
    text(page, part) {
      const name = textFile(build, firsts[page]! + part);
      let text = texts.get(name);
      if (!text) {
        text = files.bytes(name).then((bytes) => parse(bytes, name, (text) => JSON.parse(text) as TextPart));
        texts.set(name, text);
        text.catch(() => texts.delete(name));
      }
      return text;
    },
    days: async () => {
      const name = daysFile(build);
      return parse(await files.bytes(name), name, readDays);
    },
    suggestions: async () => {
      const name = suggestionsFile(build);
      return parse(await files.bytes(name), name, (text) => JSON.parse(text) as Suggestion[]);
    },
    traditional: async () => decoder.decode(await files.bytes(traditionalFile(build))),
  };
}
