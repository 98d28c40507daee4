import { checkContent } from '../src/check/check-content.ts';
import { doubtLines, faultLines, reportOf } from '../src/check/report.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ contentDir }) => {
  const report = reportOf(await checkContent(contentDir));
  const exitCode = report.faults.length > 0 ? 1 : 0;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(report, null, 2));
    return exitCode;
  }
  for (const line of faultLines(report)) console.error(line);
  for (const line of doubtLines(report)) console.log(line);
  if (exitCode === 0) console.log(`内容没有错误：共 ${report.summary.items} 个文件。`);
  return exitCode;
});
