import { resolve } from 'node:path';
import { DeployError } from '../src/publish/deploy/deploy-error.ts';
import { deployHere, goBackHere } from '../src/publish/deploy/deploy-here.ts';
import type { Settings } from '../src/source/settings.ts';
import { writtenServedFolder } from '../src/source/served-folder.ts';
import { misuse, runCommand, sayTrouble } from './command.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: 'npm run deploy',
  words: { called: '网站目录', least: 0, most: 1 },
  does: '把生成好的网站（OUT_DIR，不写即 dist）放进网页服务器的目录，文字旁边放上压缩好的一份；中途出错，原来的网站不变。不写网站目录，就用 site.yaml 的 deploy。',
  options: {
    brotli: { means: '另放一份 brotli 压缩的' },
    move: { means: '网址、子路径、读者范围和目录里现在的不同，或目录里已有别的网页，确实要换' },
    forget: { means: '不留上一版：旧的文字一处也不留' },
    back: { means: '换回上一版，单独用' },
    'if-named': { means: '哪里都没有写网站目录时，说一句就算完成' },
  },
};

const MOST_NAMED = 5;

await runCommand(USAGE, async (settings, { words: [named], values }) => {
  const { back: isBack, 'if-named': isOptional, ...how } = values;
  if (isBack && (how.brotli || how.move || how.forget)) return misuse(USAGE, '--back 不和别的选项一起用');
  const folder = named === undefined ? writtenServedFolder(settings.contentDir) : resolve(named);
  if (folder === undefined) {
    (isOptional ? say : complain)(
      `没有写网站目录，网站还在 ${settings.outDir} — 写在命令后面（npm run deploy -- /srv/study），或在 site.yaml 里写 deploy: /srv/study`,
    );
    return isOptional ? 0 : 1;
  }
  try {
    say(isBack ? await back(folder) : await forth(folder, settings, how));
    return 0;
  } catch (error) {
    return sayTrouble(error, DeployError);
  }
});

async function forth(
  folder: string,
  settings: Settings,
  { brotli, move: isMove, forget: isForgotten }: { brotli: boolean; move: boolean; forget: boolean },
): Promise<string> {
  const wish = { codings: brotli ? (['gz', 'br'] as const) : (['gz'] as const), isMove, isForgotten };
  const { written, removed, isEarlierKept, isWithdrawn } = await deployHere(settings, folder, wish);
  const earlier = isEarlierKept
    ? '上一版留着，加 --back 可以换回。'
    : isWithdrawn
      ? '这一版撤下了内容，上一版没有留。'
      : '';
  return `${folder}：写入 ${written} 个文件，删去 ${removed} 个。上一版的脚本和样式再留一版。${earlier}`;
}

async function back(folder: string): Promise<string> {
  const { written, removed, pages } = await goBackHere(folder);
  const shown = pages.slice(0, MOST_NAMED).map((path) => `/${path.replace(/index\.html$/, '')}`);
  const named =
    pages.length === 0
      ? ''
      : `${pages.length} 个页面的文字回到上一版：${shown.join('、')}${pages.length > MOST_NAMED ? ' 等' : ''}。`;
  return `${folder}：已换回上一版，写入 ${written} 个文件，删去 ${removed} 个。${named}`;
}
