import type { SearchRecord } from '../domain/search/record.ts';
import { readHandbook } from '../handbook/read-handbook.ts';
import type { ResolvedSite } from '../site/site.ts';
import type { Settings } from '../source/settings.ts';
import { SEARCHED_KIND_NAMES } from '../strings/zh.ts';
import { buildSearchIndex } from './build-index.ts';
import { handbookRecords } from './handbook-records.ts';
import { writeLibraryFingerprint } from './library-fingerprint.ts';
import { libraryEntries } from './records.ts';

/** The file of a page on a disk. */
const PAGE_FILE = 'index.html';

/** Writes what search and self-check read in a pack: the index and the fingerprint of its pages, by their addresses. */
export async function indexPack(
  site: ResolvedSite,
  settings: Settings,
  held: ReadonlySet<string>,
  { root, outDir }: { root: string; outDir: string },
): Promise<void> {
  const isHeld = ({ address }: SearchRecord) => held.has(address);
  const onDisk = (record: SearchRecord) => ({ ...record, address: record.address + PAGE_FILE });
  const entries = [...libraryEntries(site)]
    .filter(({ record }) => isHeld(record))
    .map((entry) => ({ ...entry, record: onDisk(entry.record) }));
  const handbook = handbookRecords(await readHandbook(root, settings.basePath))
    .filter(isHeld)
    .map(onDisk);
  const { cards } = await buildSearchIndex([...entries.map(({ record }) => record), ...handbook], outDir, {
    kinds: SEARCHED_KIND_NAMES,
    listFile: PAGE_FILE,
  });
  await writeLibraryFingerprint(entries, cards, outDir);
}
