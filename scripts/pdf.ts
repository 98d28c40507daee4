import { resolve } from 'node:path';
import { PdfError, printPacks } from '../src/publish/pdf/print-packs.ts';
import { chromium } from './browser/chromium.ts';
import { runCommand, sayTrouble } from './command.ts';
import { freshSite } from './fresh-site.ts';
import { say } from './print.ts';

const USAGE = {
  call: 'npm run pdf',
  does: '把各单位的成套打印页印成 PDF，放在网站里对应的位置。',
  options: {
    unit: { takes: '单位', means: '只印这个单位，写 units/ 里的文件名' },
    plan: { takes: '学习计划', means: '只印这份计划，写 plans/ 里的文件名' },
    out: { takes: '文件夹', means: '写到这里，不写进网站' },
  },
};

await runCommand(USAGE, async (settings, { values }) => {
  if (!(await freshSite(settings))) return 1;
  try {
    const files = await printPacks(settings, chromium, {
      units: values.unit === undefined ? undefined : [values.unit],
      plan: values.plan,
      outDir: values.out === undefined ? undefined : resolve(values.out),
      onFile: ({ path, pages, bytes, seconds }) =>
        say(`${path}：${pages} 页，${(bytes / 1e6).toFixed(2)} MB，${seconds.toFixed(1)} 秒`),
    });
    say(`已生成 ${files.length} 份 PDF。`);
    return 0;
  } catch (error) {
    return sayTrouble(error, PdfError);
  }
});
