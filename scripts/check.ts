import { checkContent } from '../src/check/check-content.ts';
import { formatFault } from '../src/source/fault.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ contentDir }) => {
  const { content, faults, doubts } = await checkContent(contentDir);
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ faults, doubts }, null, 2));
    return faults.length > 0 ? 1 : 0;
  }
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length > 0) console.error(`\n共 ${faults.length} 处错误，逐处改好后再运行 npm run check。`);
  if (doubts.length > 0) {
    console.log(`${faults.length > 0 ? '\n' : ''}待核（不影响发布，请编辑核对）：`);
    for (const doubt of doubts) console.log(formatFault(doubt));
    console.log(`共 ${doubts.length} 处待核。`);
  }
  if (faults.length > 0) return 1;
  const counts = Object.values(content.items).reduce((sum, items) => sum + items.length, 0);
  console.log(`内容没有错误：共 ${counts} 个文件。`);
  return 0;
});
