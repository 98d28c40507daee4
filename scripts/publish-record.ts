import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordChanges } from '../src/ics/record-file.ts';
import { checkContent } from '../src/check/check-content.ts';
import { todayInShanghai } from '../src/check/today.ts';
import { eventsOfUnits, recordUpdates } from '../src/publish/record/publication.ts';
import { formatFault } from '../src/source/fault.ts';
import { makeFolder } from '../src/source/make-folder.ts';
import { runCommand } from './command.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run publish:record',
  does: '把已经公布的日程记进 published/：以后改了的日程在手机日历里跟着改，撤销的跟着撤销。公布一次运行一次。',
};

await runCommand(USAGE, async (settings) => {
  const { content, faults } = await checkContent(settings.contentDir, { address: settings });
  if (faults.length > 0) {
    complain(
      ...faults.map(formatFault),
      '',
      `共 ${faults.length} 处错误，发布记录没有更新；逐处改好后再运行 npm run publish:record。`,
    );
    return 1;
  }
  const updates = recordUpdates(content, eventsOfUnits(content, settings), todayInShanghai());
  for (const { file, text, changes } of updates) {
    await makeFolder(dirname(join(settings.contentDir, file)));
    await writeFile(join(settings.contentDir, file), text);
    tell(file, changes);
  }
  say(updates.length === 0 ? '发布记录没有变化。' : `已更新 ${updates.length} 个文件，请随网站一同保存。`);
  return 0;
});

function tell(file: string, { added, changed, withdrawn }: RecordChanges): void {
  say(`${file}：新增 ${added.length}，变更 ${changed.length}，撤销 ${withdrawn.length}`);
  for (const [what, events] of [
    ['新增', added],
    ['变更', changed],
    ['撤销', withdrawn],
  ] as const) {
    for (const { day, title, plan, sequence } of events) {
      say(`  ${what} ${day} ${title}${plan ? `（${plan}）` : ''}，第 ${sequence} 版`);
    }
  }
}
