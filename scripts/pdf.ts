import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { buildSite } from '../src/publish/build-site.ts';
import { buildKey, isFresh, noteBuild } from '../src/publish/freshness.ts';
import { PdfError, printPacks } from '../src/publish/pdf.ts';
import { ROOT, runCommand } from './command.ts';

await runCommand(async (settings) => {
  const { values } = parseArgs({
    options: { unit: { type: 'string' }, plan: { type: 'string' }, out: { type: 'string' } },
  });
  if (!(await isFresh(settings, ROOT))) {
    console.log('正在生成网站……');
    const key = await buildKey(settings, ROOT);
    const { problems } = await buildSite(settings);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 1;
    await noteBuild(settings, ROOT, key);
  }
  try {
    const files = await printPacks(settings, {
      units: values.unit === undefined ? undefined : [values.unit],
      plan: values.plan,
      outDir: values.out === undefined ? undefined : resolve(values.out),
      onFile: ({ path, pages, bytes, seconds }) =>
        console.log(`${path}：${pages} 页，${(bytes / 1e6).toFixed(2)} MB，${seconds.toFixed(1)} 秒`),
    });
    console.log(`已生成 ${files.length} 份 PDF。`);
    return 0;
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    console.error(error.message);
    return 1;
  }
});
