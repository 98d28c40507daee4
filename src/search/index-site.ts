import { hasShownSource, type FormulaNames } from '../domain/formulas.ts';
import { isVisible } from '../domain/library.ts';
import { readHandbook } from '../handbook/read-handbook.ts';
import type { Content } from '../source/read-content.ts';
import type { Settings } from '../source/settings.ts';
import { SEARCHED_KIND_NAMES } from '../strings/zh.ts';
import { buildSearchIndex } from './build-index.ts';
import { handbookRecords } from './handbook-records.ts';
import { writeLibraryPrint } from './library-print.ts';
import { libraryEntries } from './records.ts';

/**
 * Writes all that search and self-check read of a site: the index of its entries and of the handbook, and the library's
 * print. What `cacheDir` holds of the last build is used again.
 */
export async function indexSite(
  content: Content,
  settings: Settings,
  { root, outDir, cacheDir }: { root: string; outDir: string; cacheDir?: string | undefined },
): Promise<void> {
  const handbook = await readHandbook(root, settings.basePath);
  const entries = [...libraryEntries(content, settings)];
  const records = [...entries.map(({ record }) => record), ...handbookRecords(handbook)];
  await writeLibraryPrint(entries, outDir);
  const formulas = shownFormulas(content, new Set(entries.map(({ record }) => record.entry)), settings);
  await buildSearchIndex(records, outDir, {
    kinds: SEARCHED_KIND_NAMES,
    formulas,
    ...(cacheDir ? { cacheDir } : {}),
  });
}

/** The formulas that have a page: shown themselves, and at least one of their sources. */
function shownFormulas({ items }: Content, shown: ReadonlySet<string>, settings: Settings): FormulaNames[] {
  return items.formulas
    .filter(({ fields }) => isVisible(fields, settings) && hasShownSource(fields.lists, shown))
    .map(({ id, fields: { name, aliases } }) => ({ id, name, aliases }));
}
