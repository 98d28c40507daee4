import type { SearchRecord } from '../domain/search/record.ts';
import { readHandbook } from '../handbook/read-handbook.ts';
import type { Content } from '../source/read-content.ts';
import type { Settings } from '../source/settings.ts';
import { SEARCHED_KIND_NAMES } from '../strings/zh.ts';
import { buildSearchIndex } from './build-index.ts';
import { handbookRecords } from './handbook-records.ts';
import { writeLibraryPrint } from './library-print.ts';
import { libraryEntries } from './records.ts';

/** The file of a page. */
const PAGE_FILE = 'index.html';

/** Where an index is written, and of which part of a site. */
export interface IndexOrder {
  /** The project's folder. */
  root: string;
  outDir: string;
  /** Addresses of the pages of a pack, of which alone the index then knows; it names their files, as a disk does. */
  packed?: ReadonlySet<string>;
}

/** Writes all that search and self-check read of a site: the index of its entries and of the handbook, and the library's print. */
export async function indexSite(
  content: Content,
  settings: Settings,
  { root, outDir, packed }: IndexOrder,
): Promise<void> {
  const handbook = await readHandbook(root, settings.basePath);
  const isWanted = ({ address }: SearchRecord) => packed?.has(address) ?? true;
  const named = (record: SearchRecord): SearchRecord =>
    packed ? { ...record, address: record.address + PAGE_FILE } : record;
  const entries = [...libraryEntries(content, settings)]
    .filter(({ record }) => isWanted(record))
    .map((entry) => ({ ...entry, record: named(entry.record) }));
  const records = [
    ...entries.map(({ record }) => record),
    ...handbookRecords(handbook).filter(isWanted).map(named),
  ];
  await writeLibraryPrint(entries, outDir);
  await buildSearchIndex(records, outDir, {
    kinds: SEARCHED_KIND_NAMES,
    listFile: packed ? PAGE_FILE : '',
  });
}
