import {
  CATALOGUE_FILE,
  CATALOGUE_FORMAT,
  chunkFile,
  firstParts,
  suggestionsFile,
  textFile,
  traditionalFile,
  type Catalogue,
  type TextPart,
} from '../../domain/search/catalogue.ts';
import { readChunk, type Postings } from '../../domain/search/pagefind-format.ts';
import type { Suggestion } from '../../domain/search/suggestions.ts';
import { SearchFault } from './fault.ts';
import { openFiles, type IndexFiles } from './files.ts';

/** One site's index, read piece by piece as queries need it. */
export interface IndexReader {
  catalogue: Catalogue;
  /** Postings of the words that the index holds; a word that no entry holds is missing. Throws SearchFault. */
  postings(words: readonly string[]): Promise<Map<string, Postings>>;
  /** One part of an entry's text. Throws SearchFault. */
  text(page: number, part: number): Promise<TextPart>;
  /** The table of Traditional characters. Throws SearchFault. */
  traditional(): Promise<string>;
  /** What is offered while typing. Throws SearchFault. */
  suggestions(): Promise<Suggestion[]>;
}

const decoder = new TextDecoder();

function parse<T>(bytes: Uint8Array, name: string): T {
  try {
    return JSON.parse(decoder.decode(bytes)) as T;
  } catch (error) {
    throw new SearchFault('missing', `${name}: not a file of the index`, { cause: error });
  }
}

/** Number of the only chunk that can hold a word, or -1. */
function chunkOf(word: string, firsts: readonly string[]): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle]! > word) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function createPostingsReader(files: IndexFiles, { build, chunks }: Catalogue) {
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

/** Opens the index in a folder, whose address ends in `/`. Throws SearchFault. */
export async function openIndex(folder: string): Promise<IndexReader> {
  const files = openFiles(folder);
  const catalogue = parse<Catalogue>(await files.newest(CATALOGUE_FILE), 'catalogue');
  if (catalogue.format !== CATALOGUE_FORMAT) throw new SearchFault('missing', 'catalogue of another version');
  const { build } = catalogue;
  const firsts = firstParts(catalogue);
  const texts = new Map<string, Promise<TextPart>>();
  return {
    catalogue,
    postings: createPostingsReader(files, catalogue),
    text(page, part) {
      const name = textFile(build, firsts[page]! + part);
      let text = texts.get(name);
      if (!text) {
        text = files.bytes(name).then((bytes) => parse<TextPart>(bytes, name));
        texts.set(name, text);
        text.catch(() => texts.delete(name));
      }
      return text;
    },
    suggestions: async () => parse<Suggestion[]>(await files.bytes(suggestionsFile(build)), 'suggestions'),
    traditional: async () => decoder.decode(await files.bytes(traditionalFile(build))),
  };
}
