import { resolve } from 'node:path';
import { DeployError } from '../src/publish/deploy/deploy-error.ts';
import { deploySite } from '../src/publish/deploy/deploy.ts';
import { runCommand, sayTrouble } from './command.ts';
import { say } from './print.ts';

const FORM = {
  call: 'npm run deploy',
  words: { called: '网站目录', least: 1, most: 1 },
  does: '把生成好的网站（OUT_DIR，不写即 dist）放进网页服务器的目录，文字旁边放上压缩好的一份；中途出错，原来的网站不变。',
  options: { brotli: { means: '另放一份 brotli 压缩的' } },
};

await runCommand(FORM, async ({ outDir }, { words: [folder = ''], values }) => {
  try {
    const { written, removed } = await deploySite(
      outDir,
      resolve(folder),
      values.brotli ? ['gz', 'br'] : ['gz'],
    );
    say(
      `${resolve(folder)}：写入 ${written} 个文件，删去 ${removed} 个。上一版的脚本、样式和检索数据再留一版。`,
    );
    return 0;
  } catch (error) {
    return sayTrouble(error, DeployError);
  }
});
