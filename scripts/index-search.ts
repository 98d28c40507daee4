import { buildSearchIndex } from '../src/search/build-index.ts';
import { readHandbook } from '../src/handbook/read-handbook.ts';
import { handbookRecords } from '../src/search/handbook-records.ts';
import { writeLibraryPrint } from '../src/search/library-print.ts';
import { libraryEntries } from '../src/search/records.ts';
import { readContent } from '../src/source/read-content.ts';
import { SEARCHED_KIND_NAMES } from '../src/strings/zh.ts';
import { ROOT, runCommand } from './command.ts';

await runCommand(async (settings) => {
  const content = await readContent(settings.contentDir);
  const handbook = await readHandbook(ROOT, settings.basePath);
  const entries = [...libraryEntries(content, settings)];
  const records = [...entries.map(({ record }) => record), ...handbookRecords(handbook)];
  await writeLibraryPrint(entries, settings.outDir);
  const report = await buildSearchIndex(records, settings.outDir, {
    kinds: SEARCHED_KIND_NAMES,
  });
  console.log(
    `检索索引：${report.entries} 篇，${report.characters} 字，用时 ${(report.milliseconds / 1000).toFixed(1)} 秒。`,
  );
  return 0;
});
