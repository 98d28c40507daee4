import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from './cache.ts';
import { unpackWoff } from './woff.ts';

const require = createRequire(import.meta.url);

/** Fonts that only papers use: 仿宋, cut and kept with the project (see its README), and 楷体 from a package. */
const sources = [
  fileURLToPath(new URL('../../src/papers/fonts/fang-gb2312.woff', import.meta.url)),
  require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'),
];

/** Raised when the fonts or their unpacking change. */
const EDITION = 1;

/** A folder with the fonts of papers, unpacked so that the browser can embed them; filled once. */
export function paperFontFolder(): Promise<string> {
  return cached(`paper-fonts-${EDITION}`, async (folder) => {
    await mkdir(folder);
    await chmod(folder, 0o755);
    for (const source of sources) {
      const file = join(folder, basename(source).replace(/\.woff$/, '.ttf'));
      await writeFile(file, unpackWoff(await readFile(source)));
      await chmod(file, 0o644);
    }
  });
}
