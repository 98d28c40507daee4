import { buildSearchIndex } from '../src/search/build-index.ts';
import { searchRecords } from '../src/search/records.ts';
import { readContent } from '../src/source/read-content.ts';
import { KIND_NAMES } from '../src/strings/zh.ts';
import { runCommand } from './command.ts';

await runCommand(async (settings) => {
  const content = await readContent(settings.contentDir);
  const report = await buildSearchIndex(searchRecords(content, settings), settings.outDir, {
    kinds: KIND_NAMES,
  });
  console.log(
    `检索索引：${report.entries} 篇，${report.characters} 字，用时 ${(report.milliseconds / 1000).toFixed(1)} 秒。`,
  );
  return 0;
});
