import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_RECORD, updateRecord } from '../src/ics/record.ts';
import { recordChanges, recordText, type RecordChanges } from '../src/ics/record-file.ts';
import { unitEvents } from '../src/ics/unit-events.ts';
import { checkContent } from '../src/check/check-content.ts';
import { todayInShanghai } from '../src/check/today.ts';
import { readingNamer } from '../src/domain/schedule/reading-names.ts';
import { titlesFor } from '../src/site/schedules.ts';
import { underBase } from '../src/markdown/addresses.ts';
import { resolveSite } from '../src/site/resolve-site.ts';
import { formatFault } from '../src/source/fault.ts';
import { makeFolder } from '../src/source/make-folder.ts';
import { runCommand } from './command.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run publish:record',
  does: '把已经公布的日程记进 published/：以后改了的日程在手机日历里跟着改，撤销的跟着撤销。公布一次运行一次。',
};

const FOLDER = 'published';

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
  const site = resolveSite(content, settings);
  const fullAddress = (address: string) => settings.siteUrl + underBase(address, settings.basePath);
  let written = 0;
  for (const { id } of content.items.units) {
    const schedules = site.schedulesOf.get(id) ?? [];
    const nameReading = readingNamer(titlesFor(schedules, site));
    const events = unitEvents(schedules, { fullAddress, nameReading });
    const known = content.items.published.find((item) => item.id === id);
    const before = known?.fields ?? EMPTY_RECORD;
    const after = updateRecord(before, events, todayInShanghai());
    const changes = recordChanges(before, after);
    if (isNothing(changes)) continue;
    const file = known?.file ?? `${FOLDER}/${id}.yaml`;
    await makeFolder(join(settings.contentDir, FOLDER));
    await writeFile(join(settings.contentDir, file), recordText(after));
    written += 1;
    tell(file, changes);
  }
  say(written === 0 ? '发布记录没有变化。' : `已更新 ${written} 个文件，请随网站一同保存。`);
  return 0;
});

function isNothing({ added, changed, withdrawn }: RecordChanges): boolean {
  return added.length + changed.length + withdrawn.length === 0;
}

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
