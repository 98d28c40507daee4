import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ownName } from '../src/build-cache/own-name.ts';
import { EARLIER_FOLDER } from '../src/publish/deploy/earlier.ts';
import { inGoodOrder, ROOT, runCommand } from './command.ts';
import { notedBuild } from './noted-build.ts';
import { isNewer, isStart } from './portable/earlier-editions.ts';
import { complain, say } from './print.ts';

const USAGE = {
  call: '更新',
  words: { called: '旧版的文件夹', least: 0, most: 1 },
  does: '绿色版：接过旧版的内容和发布记录，生成一遍网站；不成功就退回空的开头。旧版的文件夹原样留着。不写文件夹，就接过旁边最新的一个旧版。',
};

/** The edition that a folder holds: its version, or nothing where it holds none. */
async function versionIn(home: string): Promise<string | undefined> {
  const text = await readFile(join(home, 'program/package.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { version: string }).version;
}

/** The newest other edition beside this one. */
async function editionBeside(home: string): Promise<string | undefined> {
  let found: { home: string; version: string } | undefined;
  for (const entry of await readdir(dirname(home), { withFileTypes: true })) {
    const other = join(dirname(home), entry.name);
    const version = entry.isDirectory() && other !== home ? await versionIn(other) : undefined;
    if (version !== undefined && (!found || isNewer(version, found.version)))
      found = { home: other, version };
  }
  return found?.home;
}

await runCommand(USAGE, async (settings, { words: [named] }) => {
  const home = resolve(process.env.ZHIXING_HOME ?? dirname(ROOT));
  const earlier = named === undefined ? await editionBeside(home) : resolve(named);
  const version = earlier === undefined ? undefined : await versionIn(earlier);
  if (earlier === undefined || version === undefined) {
    complain(
      named === undefined
        ? '旁边没有旧版 — 把这个文件夹和旧版的放在一起，或在命令后面写旧版的文件夹'
        : `${earlier ?? ''} 里没有绿色版 — 写旧版的文件夹，里面有 content 和 program`,
    );
    return 1;
  }
  const content = join(home, 'content');
  if (!(await isStart(content))) {
    complain(`${content} 里已经有内容，没有动 — 要接过旧版的，先把这里的内容移走`);
    return 1;
  }
  const start = ownName(`${content}.start`);
  await rename(content, start);
  try {
    await cp(join(earlier, 'content'), content, { recursive: true });
    const records = join(earlier, 'program', EARLIER_FOLDER);
    await cp(records, join(ROOT, EARLIER_FOLDER), { recursive: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
    const code = await inGoodOrder(async (stopped) => {
      const { problems } = await notedBuild({ ...settings, contentDir: content }, stopped);
      return problems.length > 0 ? 1 : 0;
    });
    if (code !== 0) throw new Error('网站没有生成');
  } catch (error) {
    await rm(content, { recursive: true, force: true });
    await rename(start, content);
    complain(`没有接过来：${(error as Error).message} — 旧版没有动，先接着用旧版`);
    return 1;
  }
  await rm(start, { recursive: true, force: true });
  say(`已接过 ${basename(earlier)}（${version}）的内容，网站已生成。旧版没有动；要换回去，用旧文件夹就行。`);
  return 0;
});
