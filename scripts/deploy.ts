import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { DeployError } from '../src/publish/deploy/deploy-error.ts';
import { deploySite } from '../src/publish/deploy/deploy.ts';
import { runCommand, sayTrouble } from './command.ts';

await runCommand(async ({ outDir }) => {
  const { values, positionals } = parseArgs({
    options: { brotli: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    console.error('用法：npm run deploy -- 网站目录 [--brotli]');
    return 1;
  }
  try {
    const { written, removed } = await deploySite(
      outDir,
      resolve(folder),
      values.brotli ? ['gz', 'br'] : ['gz'],
    );
    console.log(
      `${resolve(folder)}：写入 ${written} 个文件，删去 ${removed} 个。上一版的脚本、样式和检索数据再留一版。`,
    );
    return 0;
  } catch (error) {
    return sayTrouble(error, DeployError);
  }
});
