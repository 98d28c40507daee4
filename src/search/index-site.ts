import { hasShownSource, type FormulaNames } from '../domain/formulas.ts';
import { isVisible } from '../domain/library.ts';
import { readHandbook } from '../handbook/read-handbook.ts';
import type { Content } from '../source/read-content.ts';
import type { Settings } from '../source/settings.ts';
import { SEARCHED_KIND_NAMES } from '../strings/zh.ts';
import { buildSearchIndex } from './build-index.ts';
import { handbookRecords } from './handbook-records.ts';
import { noMemory, openIndexMemory } from './index-memory.ts';
import { writeLibraryPrint } from './library-print.ts';
import { libraryEntries } from './records.ts';

/** Where the index of a site is made and what of. */
export interface IndexPlaces {
  /** The project's folder. */
  root: string;
  outDir: string;
  /** A folder that keeps from one build to the next what need not be worked out again. */
  kept: string | undefined;
  /** A digest of the code, and of all settings that the index depends on. */
  codeDigest: string;
}

/** Writes all that search and self-check read of a site: the index of its entries and of the handbook, and the library's print. */
export async function indexSite(
  content: Content,
  settings: Settings,
  { root, outDir, kept, codeDigest }: IndexPlaces,
): Promise<void> {
  const handbook = await readHandbook(root, settings.basePath);
  const entries = [...libraryEntries(content, settings, codeDigest)];
  const records = [...entries.map(({ record }) => record), ...handbookRecords(handbook)];
  const formulas = shownFormulas(content, new Set(entries.map(({ record }) => record.entry)), settings);
  const memory = kept ? await openIndexMemory(kept, settings.outDir) : noMemory;
  const { cards } = await buildSearchIndex(records, outDir, { kinds: SEARCHED_KIND_NAMES, formulas, memory });
  await Promise.all([writeLibraryPrint(entries, cards, outDir), memory.save()]);
}

/** The formulas that have a page: shown themselves, and at least one of their sources. */
function shownFormulas({ items }: Content, shown: ReadonlySet<string>, settings: Settings): FormulaNames[] {
  return items.formulas
    .filter(({ fields }) => isVisible(fields, settings) && hasShownSource(fields.lists, shown))
    .map(({ id, fields: { name, aliases } }) => ({ id, name, aliases }));
}
