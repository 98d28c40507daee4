import { constants } from 'node:fs';
import { access, readdir, readFile, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readMark } from '../../src/publish/build/mark.ts';
import { isFresh } from '../../src/publish/build/freshness.ts';
import { contentFolderFault } from '../../src/source/content-files.ts';
import { formatFault } from '../../src/source/fault.ts';
import type { Settings } from '../../src/source/settings.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { clockFinding, roomFinding, type Finding } from './finding.ts';

/** Looks at everything that a command of the project needs, and changes nothing. Never throws for what it finds. */
export async function examine(settings: Settings, root: string): Promise<Finding[]> {
  const nearest = await nearestFolder(settings.outDir);
  return [
    await program(root),
    await content(settings),
    clockFinding(Date.now(), await newestBelow(settings.contentDir)),
    ...(await writable(settings, root)),
    roomFinding('生成网站的磁盘', await freeBytes(nearest)),
    roomFinding('程序所在的磁盘', await freeBytes(root)),
    await built(settings, root),
    await browser(),
  ];
}

async function program(root: string): Promise<Finding> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const says = `知行 ${manifest.version}，Node ${process.versions.node}，${process.platform} ${process.arch}`;
  return { about: '程序', state: 'well', says };
}

async function content({ contentDir }: Settings): Promise<Finding> {
  const fault = await contentFolderFault(contentDir);
  return fault
    ? { about: '内容', state: 'ill', says: formatFault(fault) }
    : { about: '内容', state: 'well', says: `${contentDir}，里面对不对由 npm run check 来查` };
}

/** Places in which commands write. */
async function writable({ outDir, contentDir }: Settings, root: string): Promise<Finding[]> {
  const places: [about: string, folder: string][] = [
    ['网站的输出文件夹', await nearestFolder(dirname(outDir))],
    ['内容文件夹', contentDir],
    ['程序的文件夹', root],
  ];
  return Promise.all(
    places.map(async ([about, folder]): Promise<Finding> => {
      const isOpen = await access(folder, constants.W_OK).then(
        () => true,
        () => false,
      );
      return isOpen
        ? { about, state: 'well', says: `能写（${folder}）` }
        : { about, state: 'ill', says: `不能写（${folder}） — 换一个用户，或给文件夹加上权限` };
    }),
  );
}

async function built(settings: Settings, root: string): Promise<Finding> {
  const about = '生成的网站';
  const mark = await readMark(settings.outDir);
  if (!mark) return { about, state: 'look', says: `还没有（${settings.outDir}） — 运行 npm run build` };
  const { purpose, files } = mark;
  const at = (await stat(settings.outDir)).mtime.toLocaleString('zh-CN', { hour12: false });
  const made = [
    `${files.filter((file) => file.endsWith('.html')).length} 个页面，生成于 ${at}，从 ${settings.contentDir}`,
    `网址 ${purpose.siteUrl}${purpose.basePath}`,
    purpose.audience === 'internal' ? '给内部看' : '给公众看',
    ...(purpose.drafts ? ['带草稿'] : []),
  ].join('，');
  return (await isFresh(settings, root))
    ? { about, state: 'well', says: made }
    : { about, state: 'look', says: `${made}。之后内容、程序或设置改过 — 运行 npm run build` };
}

async function browser(): Promise<Finding> {
  const about = '打印 PDF 的浏览器';
  try {
    const { executablePath } = await findBrowser();
    return { about, state: 'well', says: executablePath };
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    return { about, state: 'look', says: `${reason}（不打印 PDF 就用不着）` };
  }
}

/** The folder itself, or the nearest one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  for (let place = folder; ; place = dirname(place)) {
    const isThere = await stat(place).then(
      (about) => about.isDirectory(),
      () => false,
    );
    if (isThere || dirname(place) === place) return place;
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** When the newest file of a folder was changed, in milliseconds since 1970. */
async function newestBelow(folder: string): Promise<number | undefined> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const times = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return times.length === 0 ? undefined : times.reduce((one, other) => Math.max(one, other));
}
