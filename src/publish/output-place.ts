import { lstat, readdir, stat } from 'node:fs/promises';

/**
 * Why a build must not put its site in a place: it takes the whole of what stands there away, and that must be nothing but an empty folder
 * or an earlier site. `undefined` where nothing is in the way.
 */
export async function troubleWithOutput(outDir: string): Promise<string | undefined> {
  if (!(await isThere(outDir))) return undefined;
  const about = await stat(outDir).catch(() => undefined);
  if (!about?.isDirectory()) {
    return `${outDir} 是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR`;
  }
  const names = await readdir(outDir);
  if (names.length === 0 || names.includes('index.html')) return undefined;
  return `${outDir} 里有别的文件，不是生成的网站，生成会换掉整个文件夹 — 移走它们，或换一个 OUT_DIR`;
}

/** Whether there is anything of that name, a link that leads nowhere included. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
