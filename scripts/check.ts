import { checkContent } from '../src/check/check-content.ts';
import { jsonOf } from '../src/check/json.ts';
import { mediaTraces } from '../src/check/media.ts';
import { mediaLines } from '../src/check/media-lines.ts';
import { checkOutsideLinks, linkLines } from '../src/check/link-report.ts';
import { doubtLines, faultLines, reportOf } from '../src/check/report.ts';
import { runCommand } from './command.ts';
import { complain, linesOf, say } from './print.ts';

const USAGE = {
  call: 'npm run check',
  does: '检查内容文件夹（CONTENT_DIR，不写即 content）：一次列出全部错误的文件、行、列和改法，再列出待核。有错误时退出码为 1。',
  options: {
    json: { means: '结果写成 JSON，供别的程序读' },
    links: { means: '同时访问内容里的外部网址，看还在不在' },
  },
};

await runCommand(USAGE, async (settings, { values }) => {
  const { contentDir, siteUrl } = settings;
  const checked = await checkContent(contentDir, { visibility: settings, address: settings });
  const links = values.links ? await checkOutsideLinks(contentDir, siteUrl) : undefined;
  const media = await mediaTraces(contentDir);
  const report = { ...reportOf(checked), media, ...(links ? { links } : {}) };
  const hasGone = links?.answers.some(({ kind }) => kind === 'gone') ?? false;
  const exitCode = report.faults.length > 0 || hasGone ? 1 : 0;
  if (values.json) {
    say(...linesOf(jsonOf(report)));
    return exitCode;
  }
  complain(...faultLines(report));
  say(...doubtLines(report), ...mediaLines(media), ...(links ? linkLines(links) : []));
  if (report.faults.length === 0) say(`内容没有错误：共 ${report.summary.items} 个文件。`);
  return exitCode;
});
