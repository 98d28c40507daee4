import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { PackError, requireUnit, writePack } from '../src/publish/pack/write-pack.ts';
import { readContent } from '../src/source/read-content.ts';
import { ROOT, runCommand, sayTrouble } from './command.ts';
import { freshSite } from './fresh-site.ts';

await runCommand(async (settings) => {
  const { values } = parseArgs({
    options: { unit: { type: 'string' }, out: { type: 'string' }, library: { type: 'boolean' } },
  });
  const unit = values.unit ?? '';
  const out = resolve(values.out ?? `pack-${unit}.zip`);
  try {
    const content = await readContent(settings.contentDir);
    requireUnit(content, unit);
    if (!(await freshSite(settings))) return 1;
    const order = { unit, out, library: values.library ?? false };
    const { pages, entries, bytes } = await writePack(settings, content, order, ROOT);
    console.log(`${out}：${pages} 页，其中材料 ${entries} 篇，${(bytes / 1e6).toFixed(1)} MB。`);
    console.log('全部解压以后，双击其中的 index.html。');
    return 0;
  } catch (error) {
    return sayTrouble(error, PackError);
  }
});
