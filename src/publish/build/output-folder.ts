import { existsSync, readdirSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesInside, MARK_FILE, readMark, type Inside, type Mark } from './mark.ts';

/**
 * Why a build must not replace a folder: it may only replace an empty folder, or a site of an earlier build (known by its mark) to which nobody has
 * added files. `undefined` where it may. Looking at the `top` only is quick and finds most.
 */
export async function troubleWithOutput(
  outDir: string,
  depth: 'top' | 'all' = 'all',
): Promise<string | undefined> {
  if (!(await isThere(outDir))) return undefined;
  const about = await stat(outDir).catch(() => undefined);
  if (!about?.isDirectory()) {
    return `${outDir} 是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR`;
  }
  const mark = await readMark(outDir);
  const inside = mark && depth === 'all' ? filesInside(outDir) : topOf(outDir);
  const foreign = mark ? foreignIn(inside, mark) : inside.map(({ path }) => path).filter(isNoLitter);
  if (foreign.length === 0) return undefined;
  if (mark) {
    return `${outDir} 里有不是生成的东西：${named(foreign, mark)}，生成会换掉整个文件夹 — 移走它们再生成，或换一个 OUT_DIR`;
  }
  if (isLikeOurs(outDir)) {
    return `${outDir} 像是旧版本生成的网站，没有这一版的标记（${MARK_FILE}），不敢换掉 — 里面没有自己放的东西，就删掉整个文件夹再生成；否则换一个 OUT_DIR`;
  }
  return `${outDir} 里有别的文件，不是生成的网站，生成会换掉整个文件夹 — 移走它们，或换一个 OUT_DIR`;
}

/** Identifies a folder, so that a replaced one can be told apart. */
export async function identityOf(folder: string): Promise<string> {
  return stat(folder).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => 'gone',
  );
}

/** What systems leave in folders that somebody looks at. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

const isNoLitter = (path: string): boolean => !LITTER.test(path);

/** Files that the build did not write and that are not compressed forms of its files. */
function foreignIn(inside: readonly Inside[], { files }: Mark): string[] {
  const ours = new Set([...files, ...files.flatMap(foldersAbove)]);
  const isOurs = ({ path, isFile }: Inside) =>
    isFile && (ours.has(path) || ours.has(path.replace(/\.(?:gz|br|zst)$/, '')));
  return inside.filter((each) => !isOurs(each) && isNoLitter(each.path)).map(({ path }) => path);
}

/** What stands at the top of a folder, folders as `name/`. */
function topOf(folder: string): Inside[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory()
      ? { path: `${entry.name}/`, isFile: true }
      : { path: entry.name, isFile: entry.isFile() },
  );
}

/** A site of a version without marks, told by four files that only our sites have together. */
function isLikeOurs(folder: string): boolean {
  return ['index.html', '_headers', 'sw.js', 'pagefind/catalogue.pf_meta'].every((path) =>
    existsSync(join(folder, path)),
  );
}

const MOST_NAMED = 5;

/** Names the first of them; a folder without any of our files is named as a whole. */
function named(foreign: readonly string[], { files }: Mark): string {
  const ourFolders = new Set(files.flatMap(foldersAbove));
  const names = [
    ...new Set(foreign.map((path) => foldersAbove(path).find((folder) => !ourFolders.has(folder)) ?? path)),
  ].sort();
  const shown = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${shown} 等 ${names.length} 处` : shown;
}

/** `a/` and `a/b/` of `a/b/c`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
}

/** Whether there is anything of that name, a link that leads nowhere included. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
