import { checkContent } from '../src/check/check-content.ts';
import { mediaTraces } from '../src/check/media.ts';
import { mediaLines } from '../src/check/media-lines.ts';
import { checkOutsideLinks, linkLines } from '../src/check/link-report.ts';
import { doubtLines, faultLines, reportOf } from '../src/check/report.ts';
import { runCommand } from './command.ts';

await runCommand(async (settings) => {
  const { contentDir, siteUrl } = settings;
  const links = process.argv.includes('--links') ? await checkOutsideLinks(contentDir, siteUrl) : undefined;
  const checked = reportOf(await checkContent(contentDir, { visibility: settings }));
  const report = { ...checked, media: await mediaTraces(contentDir), ...(links ? { links } : {}) };
  const hasGone = links?.answers.some(({ kind }) => kind === 'gone') ?? false;
  const exitCode = report.faults.length > 0 || hasGone ? 1 : 0;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(report, null, 2));
    return exitCode;
  }
  for (const line of faultLines(report)) console.error(line);
  for (const line of doubtLines(report)) console.log(line);
  for (const line of mediaLines(report.media)) console.log(line);
  for (const line of links ? linkLines(links) : []) console.log(line);
  if (report.faults.length === 0) console.log(`内容没有错误：共 ${report.summary.items} 个文件。`);
  return exitCode;
});
