import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { DeployError } from '../src/publish/deploy/deploy-error.ts';
import { deploySite } from '../src/publish/deploy/deploy.ts';
import { EARLIER_FOLDER, placeOfEarlier } from '../src/publish/deploy/earlier.ts';
import { goBack } from '../src/publish/deploy/go-back.ts';
import { forgetGone } from '../src/publish/kept-folder.ts';
import { purposeOf } from '../src/publish/mark.ts';
import type { Settings } from '../src/source/settings.ts';
import { ROOT, runCommand, sayTrouble } from './command.ts';

const USAGE =
  '用法：npm run deploy -- 网站目录 [--brotli] [--move] [--forget]，或 npm run deploy -- 网站目录 --back';
const OPTIONS = {
  brotli: { type: 'boolean' },
  move: { type: 'boolean' },
  forget: { type: 'boolean' },
  back: { type: 'boolean' },
} as const;
const MOST_NAMED = 5;

const placeOf = (served: string): string => placeOfEarlier(ROOT, served);

await runCommand(async (settings) => {
  const asked = askedFor();
  if (!asked) {
    console.error(USAGE);
    return 1;
  }
  await forgetGone(join(ROOT, EARLIER_FOLDER));
  try {
    console.log(asked.back ? await back(asked.folder) : await forth(asked.folder, settings, asked));
    return 0;
  } catch (error) {
    return sayTrouble(error, DeployError);
  }
});

function askedFor() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [folder, ...others] = positionals;
    const isMixed = values.back && (values.brotli ?? values.move ?? values.forget);
    return folder === undefined || others.length > 0 || isMixed
      ? undefined
      : { ...values, folder: resolve(folder) };
  } catch {
    return undefined;
  }
}

async function forth(
  folder: string,
  settings: Settings,
  { brotli, move, forget }: { brotli?: boolean; move?: boolean; forget?: boolean },
): Promise<string> {
  const { written, removed, isEarlierKept, isWithdrawn } = await deploySite(
    settings.outDir,
    folder,
    brotli ? ['gz', 'br'] : ['gz'],
    {
      set: purposeOf(settings),
      isMove: move === true,
      isForgotten: forget === true,
      placeOfEarlier: placeOf,
    },
  );
  const earlier = isEarlierKept
    ? '上一版留着，加 --back 可以换回。'
    : isWithdrawn
      ? '这一版撤下了内容，上一版没有留。'
      : '';
  return `${folder}：写入 ${written} 个文件，删去 ${removed} 个。上一版的脚本和样式再留一版。${earlier}`;
}

async function back(folder: string): Promise<string> {
  const { written, removed, pages } = await goBack(folder, placeOf);
  const shown = pages.slice(0, MOST_NAMED).map((path) => `/${path.replace(/index\.html$/, '')}`);
  const named =
    pages.length === 0
      ? ''
      : `${pages.length} 个页面的文字回到上一版：${shown.join('、')}${pages.length > MOST_NAMED ? ' 等' : ''}。`;
  return `${folder}：已换回上一版，写入 ${written} 个文件，删去 ${removed} 个。${named}`;
}
