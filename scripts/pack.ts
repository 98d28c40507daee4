import { resolve } from 'node:path';
import { PackError, requireUnit, writePack } from '../src/publish/pack/write-pack.ts';
import { readContent } from '../src/source/read-content.ts';
import { misuse, ROOT, runCommand, sayTrouble } from './command.ts';
import { freshSite } from './fresh-site.ts';
import { say } from './print.ts';

const USAGE = {
  call: 'npm run pack',
  does: '把一个单位的页面装进一个 .zip，解压后双击 index.html 就能看，检索也能用。',
  options: {
    unit: { takes: '单位', means: 'units/ 里的文件名，必写' },
    out: { takes: '文件.zip', means: '写到这里（默认 pack-单位.zip）' },
    library: { means: '资料库里的材料全部装进去' },
  },
};

await runCommand(USAGE, async (settings, { values }) => {
  const { unit } = values;
  if (unit === undefined) return misuse(USAGE, '没有写 --unit 单位');
  const out = resolve(values.out ?? `pack-${unit}.zip`);
  try {
    const content = await readContent(settings.contentDir);
    requireUnit(content, unit);
    if (!(await freshSite(settings))) return 1;
    const order = { unit, out, library: values.library };
    const { pages, entries, bytes } = await writePack(settings, content, order, ROOT);
    say(`${out}：${pages} 页，其中材料 ${entries} 篇，${(bytes / 1e6).toFixed(1)} MB。`);
    say('全部解压以后，双击其中的 index.html。');
    return 0;
  } catch (error) {
    return sayTrouble(error, PackError);
  }
});
