import type { SearchRecord } from '../domain/search/record.ts';
import type { HandbookPage } from '../handbook/read-handbook.ts';
import type { ResolvedSite } from '../site/site.ts';
import { SEARCHED_KIND_NAMES } from '../strings/zh.ts';
import { buildSearchIndex } from './build-index.ts';
import { handbookRecords } from './handbook-records.ts';
import { noMemory, openIndexMemory } from './index-memory.ts';
import { writeLibraryFingerprint } from './library-fingerprint.ts';
import { libraryEntries } from './records.ts';

/** Where the index of a site is made and what of. */
export interface IndexPaths {
  outDir: string;
  /** The site that was published last. */
  lastOutput: string;
  /** Folder of the build caches; without one everything is computed anew. */
  cacheDir: string | undefined;
  /** A digest of the code, and of all settings that the index depends on. */
  codeDigest: string;
}

/**
 * Writes all that search and self-check read of a site: the index of its entries and of the handbook, and the library's fingerprint. Resolves to
 * the records of the entries.
 */
export async function indexSite(
  site: ResolvedSite,
  handbook: readonly HandbookPage[],
  { outDir, lastOutput, cacheDir, codeDigest }: IndexPaths,
): Promise<SearchRecord[]> {
  const entries = [...libraryEntries(site, codeDigest)];
  const library = entries.map(({ record }) => record);
  const records = [...library, ...handbookRecords(handbook)];
  const formulas = site.formulas.map(({ id, name, aliases }) => ({ id, name, aliases }));
  const memory = cacheDir ? await openIndexMemory(cacheDir, lastOutput) : noMemory;
  const { cards } = await buildSearchIndex(records, outDir, { kinds: SEARCHED_KIND_NAMES, formulas, memory });
  await Promise.all([writeLibraryFingerprint(entries, cards, outDir), memory.save()]);
  return library;
}
