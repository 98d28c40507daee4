import { join } from 'node:path';
import { INDEX_FOLDER } from '../domain/search/manifest.ts';
import { noCache, openCache, type BuildCache } from '../build-cache/build-cache.ts';
import type { DocumentCard } from './document-card.ts';
import { GZIP_MAKER, type PackedFiles } from './packer.ts';
import { emptyIndex, type WordIndex } from './word-index.ts';

/** An index with the keys of the documents that its pages stand for, and the files that hold it. */
export interface SavedIndex extends WordIndex {
  keys: string[];
  files: PackedFiles;
}

/** What building an index leaves for the next time. An index built with it has the bytes of one built without. */
export interface IndexMemory {
  /** Cards of documents by the documents' keys. */
  cards: BuildCache<DocumentCard>;
  /** The index that was built last. */
  last: SavedIndex;
  /** The folder in which its files were published. */
  published: string;
  /** Keeps another index in its place. */
  keep(index: SavedIndex): void;
  save(): Promise<void>;
}

/** Remembers nothing. */
export const noMemory: IndexMemory = {
  cards: noCache,
  last: { keys: [], files: new Map(), ...emptyIndex },
  published: '',
  keep: () => undefined,
  save: () => Promise.resolve(),
};

const LAST = 'last';

/** Opens what the last build of an index left in a folder; `outDir` is where its site was published. */
export async function openIndexMemory(folder: string, outDir: string): Promise<IndexMemory> {
  const [cards, indexes] = await Promise.all([
    openCache<DocumentCard>(join(folder, 'search-cards.cache'), ''),
    openCache<SavedIndex>(join(folder, 'search-index.cache'), GZIP_MAKER),
  ]);
  return {
    cards,
    last: indexes.get(LAST) ?? noMemory.last,
    published: join(outDir, INDEX_FOLDER),
    keep: (index) => {
      indexes.add(LAST, index);
    },
    async save() {
      await Promise.all([cards.save(), indexes.save()]);
    },
  };
}
