import assert from 'node:assert/strict';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { cacheFolder } from '../../src/publish/build/cache-folder.ts';
import { readSettings } from '../../src/source/settings.ts';
import {
  boundByPermissions,
  knowsProcesses,
  nodeWords,
  processesWith,
  start,
  startCommand,
  withDisksOfItsOwn,
  withoutWaiting,
  type Command,
} from '../support/command.ts';
import { png } from '../support/pictures.ts';
import { entryFile, ROOT, SITE_YAML, snapshot, temporaryFolder, writeContent } from '../support/site.ts';

/** Moments at which a build is killed; more of them take their time: `KILLS=50`. */
const KILLS = Number(process.env.KILLS || 2);

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const ENTRY = 'texts/changing.md';

type Snapshot = Map<string, string>;

describe('a build that is interrupted or fails', async () => {
  const contentDir = await writeContent({
    'texts/first.md': entryFile('第一篇。'),
    'texts/pictured.md': entryFile('![图](sign.svg)'),
    'media/sign.svg': PICTURE,
    [ENTRY]: edition(0),
  });
  const outDir = join(await temporaryFolder(), 'site');
  const where = { CONTENT_DIR: contentDir, OUT_DIR: outDir };
  const keptOf = (output: string) => cacheFolder(ROOT, readSettings({ ...where, OUT_DIR: output }, ROOT));
  const kept = keptOf(outDir);
  const build = (more: Record<string, string> = {}) => startCommand('build', { ...where, ...more });
  const edit = (path: string, text: string) => writeFile(join(contentDir, path), text);

  /** Builds to the end; fails with what was said where that fails. */
  async function buildWell(more: Record<string, string> = {}): Promise<{ site: Snapshot; milliseconds: number; said: string }> {
    const { code, said, milliseconds } = await build(more).ended;
    assert.equal(code, 0, said);
    return { site: await snapshot(more.OUT_DIR ?? outDir), milliseconds, said };
  }

  /** Nothing stands beside the output, nothing half is kept, no workshop is left of this build and no process. */
  async function assertClean({ pid }: Pick<Command, 'pid'>): Promise<void> {
    assert.deepEqual(await readdir(dirname(outDir)), ['site']);
    assert.deepEqual((await workshops()).filter((name) => name.startsWith(`build-${pid}.`)), []);
    assert.deepEqual((await readdir(kept)).filter((name) => name.includes('.new-')), []);
    if (knowsProcesses) assert.deepEqual(await processesWith(`build-${pid}.`), []);
  }

  let { site: last, milliseconds: length } = await buildWell();
  assert.match(text(last, 'texts/changing/index.html'), /第0版/);
  const first = last;
  let editions = 0;
  let lastEdition = 0;

  const moments = Array.from({ length: KILLS }, (_, index) => (index + 0.5) / KILLS);
  it(`at any of ${KILLS} moments it may be killed, alone or with its children: a whole site stays, the children end, and the next build succeeds and clears up`, async (test) => {
    const outcomes: string[] = [];
    for (const [index, moment] of moments.entries()) {
      const isAlone = index % 2 === 1;
      const name = `killed ${isAlone ? 'alone ' : ''}after ${(moment * length).toFixed(0)} of ${length.toFixed(0)} ms`;
      await edit(ENTRY, edition((editions += 1)));
      const killed = build();
      await wait(moment * length);
      kill(isAlone ? killed.pid : -killed.pid);
      const { signal } = await killed.ended;
      const found = await siteAfterKill(outDir);
      if (knowsProcesses) await gone(`build-${killed.pid}.`, 30_000, name);
      const next = await buildWell();
      assert.match(text(next.site, 'texts/changing/index.html'), new RegExp(`第${editions}版`), name);
      const isOld = isSame(found.site, last);
      assert.ok(isOld || isSame(found.site, next.site), `${name}: neither the last site nor the new one`);
      assert.equal(next.said.includes('已把原来的网站放回'), found.isAway, next.said);
      await assertClean(killed);
      outcomes.push(`${name}: ${signal ?? 'had ended'}, ${isOld ? 'the last site' : 'the new site'}${found.isAway ? ', put back' : ''}`);
      last = next.site;
      lastEdition = editions;
      length = next.milliseconds;
    }
    outcomes.forEach((line) => test.diagnostic(line));
  });

  it('a site that was taken away and not replaced is put back first of all, even when the content is at fault', async () => {
    await rename(outDir, `${outDir}.old-${2 ** 22 + 7}-1f0c`);
    await edit('texts/faulty.md', 'no front matter');
    const { code, said } = await build().ended;
    await rm(join(contentDir, 'texts/faulty.md'));
    assert.equal(code, 1);
    assert.match(said, /^上次生成在换上新网站时中断，已把原来的网站放回 .+\/site\n/);
    assert.match(said, /texts\/faulty\.md:1:1 /);
    assert.ok(isSame(await snapshot(outDir), last));
    assert.deepEqual(await readdir(dirname(outDir)), ['site']);
  });

  for (const [signal, code, moment] of [['SIGINT', 130, begun], ['SIGTERM', 143, handedOver]] as const) {
    it(`${signal} ends it in good order: it says so, nothing is left, the last site stays`, async () => {
      await edit(ENTRY, edition((editions += 1)));
      const stopped = build();
      await moment(stopped.pid);
      // A terminal tells the whole group, a service manager or another program the one process that it started.
      process.kill(signal === 'SIGINT' ? -stopped.pid : stopped.pid, signal);
      const ended = await stopped.ended;
      assert.equal(ended.code, code, ended.said);
      assert.match(ended.said, /生成中途被停下 — 需要时重新运行\n\n没有发布：.*原来的网站没有动。/);
      assert.ok(isSame(await snapshot(outDir), last));
      await assertClean(stopped);
    });
  }

  const disks = withDisksOfItsOwn();
  it('a full disk, of the output or of its own folder, and a read-only one are named with what to do; the last site stays, and with room again the next build succeeds', { skip: !disks && 'may not mount a disk' }, async () => {
    await edit(ENTRY, edition((editions += 1)));
    const folder = await temporaryFolder();
    const size = kilobytesOf(last);
    const disk = join(folder, 'disk');
    await mkdir(disk);
    const cache = keptOf(join(disk, 'site'));
    const command = nodeWords('build').map((word) => `'${word}'`).join(' ');
    // The good site, room for half another, a build that fails, the site as it then is; room again, a cache that is full, a build.
    const script = [
      'set -eu',
      `mount -t tmpfs -o size=${size * 4}k tmpfs '${disk}'`,
      `cp -a '${outDir}' '${disk}/site'`,
      `head -c ${Math.round(size * 2.5)}K /dev/zero > '${disk}/filler'`,
      `${command} > '${folder}/full' 2>&1 && exit 9`,
      `rm '${disk}/filler'; ls -A '${disk}' > '${folder}/beside'; cp -a '${disk}/site' '${folder}/after-full'`,
      `mount -t tmpfs -o size=1200k tmpfs '${ROOT}/.astro'`,
      `${command} > '${folder}/workshop' 2>&1 && exit 9`,
      `umount '${ROOT}/.astro'; cp -a '${disk}/site' '${folder}/after-workshop'`,
      `mount -t tmpfs -o ro tmpfs '${ROOT}/.astro'`,
      `${command} > '${folder}/read-only' 2>&1 && exit 9`,
      `umount '${ROOT}/.astro'`,
      `mkdir -p '${cache}'; mount -t tmpfs -o size=4k tmpfs '${cache}'`,
      `${command} > '${folder}/again' 2>&1 || { cat '${folder}/again'; exit 8; }`,
      `ls -A '${disk}' >> '${folder}/beside'; cp -a '${disk}/site' '${folder}/after-again'`,
    ].join('\n');
    const { code, said } = await start([...disks!, 'sh', '-c', script], { ...where, OUT_DIR: join(disk, 'site') }).ended;
    await rm(cache, { recursive: true, force: true });
    assert.equal(code, 0, said);
    const words = async (name: string) => withoutWaiting(await readFile(join(folder, name), 'utf8'));
    assert.match(await words('full'), /^磁盘已满 — 腾出空间后重试（.+\/disk\/site\.building-[^（）]+）\n\n没有发布：共 1 个问题，原来的网站没有动。\n$/);
    assert.match(await words('workshop'), /^(?:页面没有生成：)?磁盘已满 — 腾出空间后重试（.+\.astro.*）\n\n没有发布：共 1 个问题，原来的网站没有动。\n$/);
    for (const name of ['after-full', 'after-workshop'])
      assert.ok(isSame(await snapshot(join(folder, name)), last), name);
    assert.match(
      await words('read-only'),
      /^磁盘是只读的 — 换一个位置后重试（.+\.astro.*）\n\n没有发布：共 1 个问题，原来的网站没有动。\n$/,
    );
    assert.equal(await words('beside'), 'site\nsite\n');
    assert.match(await readFile(join(folder, 'after-again/texts/changing/index.html'), 'utf8'), new RegExp(`第${editions}版`));
  });

  it('a picture that vanishes and an entry that is still being written while pages are printed are named; the last site stays', async () => {
    await edit('texts/halfway.md', entryFile('写到一半'));
    // Whoever writes is still at it when the build comes to read, however long its start takes.
    const writing = setInterval(() => void chmod(join(contentDir, 'texts/halfway.md'), 0o644), 700);
    const building = build();
    await handedOver(building.pid);
    clearInterval(writing);
    await rename(join(contentDir, 'media/sign.svg'), join(contentDir, 'sign.svg'));
    await edit('texts/halfway.md', entryFile('写到一半，后来写完了。'));
    const { code, said } = await building.ended;
    await rename(join(contentDir, 'sign.svg'), join(contentDir, 'media/sign.svg'));
    await rm(join(contentDir, 'texts/halfway.md'));
    assert.equal(code, 1, said);
    assert.match(said, /^media\/sign\.svg:1:1 生成期间不见了 — 等改动存好后重新生成$/m);
    assert.match(said, /^texts\/halfway\.md:1:1 生成期间有改动 — 等改动存好后重新生成$/m);
    assert.ok(isSame(await snapshot(outDir), last));
    await assertClean(building);
  });

  const bound = boundByPermissions();
  const unbound = !bound && 'permissions bind nobody here';
  it('entries, folders and pictures that may not be read are all named in one run; the last site stays', { skip: unbound }, async () => {
    const locked = await writeContent({
      'site.yaml': SITE_YAML,
      'texts/locked.md': entryFile('锁住的。'),
      'speeches/2026/inside.md': entryFile('文件夹锁住了。', { speaker: { role: '主任' } }),
      'receipts/locked.csv': '事项,单位\n',
      'media/sign.svg': PICTURE,
      'media/photo.png': png(),
      'media/2026/inside.png': png(),
    });
    const names = ['site.yaml', 'texts/locked.md', 'speeches/2026', 'receipts/locked.csv', 'media/sign.svg', 'media/photo.png', 'media/2026'];
    for (const name of names) await chmod(join(locked, name), 0);
    const { code, said } = await startCommand('build', { CONTENT_DIR: locked, OUT_DIR: outDir }, bound).ended;
    for (const name of names) await chmod(join(locked, name), 0o755);
    assert.equal(code, 1);
    const lines = names.sort().map((name) =>
      /2026$/.test(name)
        ? `${name}:1:1 文件夹没有读取权限 — 给文件夹加上读取和进入的权限后重试`
        : `${name}:1:1 没有读取权限 — 给文件加上读取权限后重试`,
    );
    assert.deepEqual(said.trimEnd().split('\n'), [...lines, '', '没有发布：共 7 个问题，原来的网站没有动。']);
    assert.ok(isSame(await snapshot(outDir), last));
  });

  it('a place into which it may not write is named before pages are printed', { skip: unbound }, async () => {
    const parent = join(await temporaryFolder(), 'www');
    await cp(outDir, join(parent, 'site'), { recursive: true });
    await chmod(parent, 0o555);
    const { code, said } = await startCommand('build', { ...where, OUT_DIR: join(parent, 'site') }, bound).ended;
    await chmod(parent, 0o755);
    assert.equal(code, 1);
    assert.match(said, /^没有读写的权限 — 换一个用户，或给文件夹加上权限后重试（.+\/www）\n/);
    assert.ok(isSame(await snapshot(join(parent, 'site')), last));
  });

  it('a cache that is damaged, cut short or locked changes nothing', { skip: unbound }, async () => {
    await edit(ENTRY, edition(lastEdition));
    const damages = [
      (file: string) => truncate(file, 100),
      (file: string) => writeFile(file, 'null'),
      (file: string) => chmod(file, 0),
    ];
    const entries = (await readdir(kept, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
    const files = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
    assert.ok(files.some((file) => file.endsWith('.cache')) && files.some((file) => file.endsWith('.html')), files.join());
    for (const [index, file] of files.entries()) {
      // A file of its own: pages of the spare are those of the output.
      await cp(file, `${file}.own`);
      await rename(`${file}.own`, file);
      await damages[index % damages.length]!(file);
    }
    const { code, said } = await startCommand('build', where, bound).ended;
    assert.equal(code, 0, said);
    assert.ok(isSame(await snapshot(outDir), last));
  });

  it('two at once on one output and a third on another work one after the other, say so, and all end well: each output holds one whole site', async () => {
    const other = await temporaryFolder();
    await cp(contentDir, other, { recursive: true });
    await writeFile(join(other, ENTRY), edition(0));
    const elsewhere = join(await temporaryFolder(), 'site');
    const all = [build(), build({ CONTENT_DIR: other }), build({ OUT_DIR: elsewhere })];
    let waited = 0;
    for (const { ended } of all) {
      const { code, said, hasWaited } = await ended;
      assert.equal(code, 0, said);
      waited += Number(hasWaited);
    }
    assert.ok(waited >= 2, `${waited} waited`);
    assert.ok(isSame(await snapshot(elsewhere), last), 'a cold build has the bytes of all those that went before');
    const found = await snapshot(outDir);
    assert.ok(isSame(found, last) || isSame(found, first));
    for (const one of all) await assertClean(one);
    for (const folder of [kept, keptOf(elsewhere)]) await rm(folder, { recursive: true, force: true });
  });
});

function edition(number: number): string {
  return entryFile(`这是第${number}版。`, { title: '改来改去的一篇' });
}

function text(site: Snapshot, file: string): string {
  return Buffer.from(site.get(file) ?? '', 'base64').toString('utf8');
}

function isSame(one: Snapshot, other: Snapshot): boolean {
  return one.size === other.size && [...one].every(([file, bytes]) => other.get(file) === bytes);
}

/** What the files of a site take up on a disk of pages of 4 kB. */
function kilobytesOf(site: Snapshot): number {
  return [...site.values()].reduce((sum, bytes) => sum + Math.ceil((bytes.length * 0.75) / 4096) * 4, 0);
}

/** Ends a process, or a whole group by its negative number, as the system does when it wants memory. It may have ended already. */
function kill(number: number): void {
  try {
    process.kill(number, 'SIGKILL');
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH');
  }
}

/** The site in its place; or, after a kill in the moment between two renames, the one beside it that the next build puts back. */
async function siteAfterKill(outDir: string): Promise<{ site: Snapshot; isAway: boolean }> {
  const names = await readdir(dirname(outDir));
  if (names.includes('site')) return { site: await snapshot(outDir), isAway: false };
  const old = names.find((name) => name.startsWith('site.old-'));
  assert.ok(old, `no site and no old one: ${names.join()}`);
  return { site: await snapshot(join(dirname(outDir), old)), isAway: true };
}

async function workshops(): Promise<string[]> {
  return readdir(join(ROOT, '.astro'));
}

/** Waits until a build has a folder for its own files. */
async function begun(pid: number): Promise<void> {
  await until(async () => (await workshopOf(pid)) !== undefined, 'the build never began');
}

/** Waits until the checked content of a build has been handed to the process that renders. */
async function handedOver(pid: number): Promise<void> {
  const isThere = async () => {
    const name = await workshopOf(pid);
    return name !== undefined && stat(join(ROOT, '.astro', name, 'content')).then(Boolean, () => false);
  };
  await until(isThere, 'the content was never handed over');
}

async function workshopOf(pid: number): Promise<string | undefined> {
  return (await workshops().catch(() => [])).find((name) => name.startsWith(`build-${pid}.`));
}

/** Waits for what other builds in this project, after which a build waits, may put off for minutes. */
async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const end = performance.now() + 180_000; performance.now() < end; await wait(5)) if (await isSo()) return;
  assert.fail(otherwise);
}

/** Waits until no process has these words on its command line. */
async function gone(words: string, milliseconds: number, name: string): Promise<void> {
  for (const end = performance.now() + milliseconds; ; await wait(50)) {
    const left = await processesWith(words);
    if (left.length === 0) return;
    assert.ok(performance.now() < end, `${name}: still running after ${milliseconds} ms: ${left.join()}`);
  }
}
