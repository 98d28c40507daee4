import { dirname, resolve } from 'node:path';
import { makeFolder } from '../src/source/make-folder.ts';
import { misuse, ROOT, runCommand, sayTrouble } from './command.ts';
import { makePortable } from './portable/make-portable.ts';
import { PackageError } from './portable/package-files.ts';
import { platformNamed, PLATFORMS } from './portable/platform.ts';
import { say } from './print.ts';

const USAGE = {
  call: 'npm run portable',
  does: '做一份绿色版：一个 zip，解压后双击就能用，不用安装，不用网络。别的平台的软件包要用 npm 从网上取。',
  options: {
    for: { takes: '平台', means: PLATFORMS.map(({ name }) => name).join('、') },
    content: { means: '带上现在的内容（CONTENT_DIR）；不写即一个空的开头' },
    out: { takes: '文件', means: '写到这个 zip 文件，不覆盖已有的文件' },
  },
};

await runCommand(USAGE, async ({ contentDir }, { values }) => {
  const platform = platformNamed(values.for ?? '');
  if (!platform)
    return misuse(USAGE, values.for === undefined ? '没有写 --for' : `没有“${values.for}”这个平台`);
  if (values.out === undefined) return misuse(USAGE, '没有写 --out');
  const out = resolve(values.out);
  try {
    await makeFolder(dirname(out));
    const parts = { root: ROOT, platform, contentDir: values.content ? contentDir : undefined };
    const { files, bytes } = await makePortable(parts, out);
    say(`${out}：${files} 个文件，解压后 ${Math.round(bytes / 1e6)} MB。`);
    return 0;
  } catch (error) {
    return sayTrouble(error, PackageError);
  }
});
