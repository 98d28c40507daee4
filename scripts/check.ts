import { checkContent } from '../src/check/check-content.ts';
import { formatFault } from '../src/source/fault.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ contentDir }) => {
  const { content, faults } = await checkContent(contentDir);
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length > 0) {
    console.error(`\n共 ${faults.length} 处错误，逐处改好后再运行 npm run check。`);
    return 1;
  }
  const counts = Object.values(content.items).reduce((sum, items) => sum + items.length, 0);
  console.log(`内容没有错误：共 ${counts} 个文件。`);
  return 0;
});
