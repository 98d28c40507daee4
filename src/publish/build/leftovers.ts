import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAbandoned } from '../../build-cache/own-name.ts';
import { BESIDE, isMoved } from './swap.ts';

/** Where killed builds leave files. */
export interface LeftoverPaths {
  /** Folder of the builds' own folders, each of whose names begins with `build`. */
  workshops: string;
  /** The output. */
  outDir: string;
  /** Folder of the build caches. */
  cacheDir: string;
}

/** The stem of the name that a file has while it is written: `search-index.pack.new-4711.90210-1f0c…`. */
const UNFINISHED = /^.*\.new(?=-)/;

/**
 * Cleans up after builds that were killed: their workshops, folders beside the output, half-written caches. An output that was taken away and not
 * yet replaced is put back. What belongs to a running build stays. Resolves to what there is to say about it; never throws.
 */
export async function clearLeftovers({ workshops, outDir, cacheDir }: LeftoverPaths): Promise<string[]> {
  const [folder, site] = [dirname(outDir), basename(outDir)];
  const beside = await namesIn(folder);
  const said: string[] = [];
  if (!beside.includes(site)) {
    const old = beside.find((name) => isAbandoned(name, `${site}.${BESIDE.old}`));
    if (old !== undefined && (await isMoved(join(folder, old), outDir)))
      said.push(`上次生成在换上新网站时中断，已把原来的网站放回 ${outDir}`);
  }
  const stems = Object.values(BESIDE).map((what) => `${site}.${what}`);
  const abandoned = [
    ...(await namesIn(workshops))
      .filter((name) => isAbandoned(name, 'build'))
      .map((name) => join(workshops, name)),
    ...(await namesIn(folder))
      .filter((name) => stems.some((stem) => isAbandoned(name, stem)))
      .map((name) => join(folder, name)),
    ...(await namesIn(cacheDir))
      .filter((name) => isAbandoned(name, UNFINISHED.exec(name)?.[0] ?? ''))
      .map((name) => join(cacheDir, name)),
  ];
  for (const path of abandoned) {
    if (!(await isRemoved(path))) said.push(`上次生成留下的 ${path} 删不掉 — 请手工删除`);
  }
  return said;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isRemoved(path: string): Promise<boolean> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 }).then(
    () => true,
    () => false,
  );
}
