import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { PdfError, printPacks } from '../src/publish/pdf.ts';
import { runCommand } from './command.ts';
import { freshSite } from './fresh-site.ts';

await runCommand(async (settings) => {
  const { values } = parseArgs({
    options: { unit: { type: 'string' }, plan: { type: 'string' }, out: { type: 'string' } },
  });
  if (!(await freshSite(settings))) return 1;
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
