import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, parse } from 'node:path';
import { describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeployError } from '../../../../src/publish/deploy/deploy-error.ts';
import { deploySite } from '../../../../src/publish/deploy/deploy.ts';
import { layAside, moveInto } from '../../../../src/publish/deploy/exchange.ts';
import { fileTrouble } from '../../../../src/publish/file-trouble.ts';
import { marked, ROOT, siteIn, temporaryFolder } from '../../../support/site.ts';

const SCRIPT = join(ROOT, 'scripts/deploy.ts');
const NODE = ['--experimental-strip-types', '--no-warnings'];
const ON_WINDOWS = process.platform === 'win32' && 'pipes and links of this kind are not known there';
const WITHOUT_PROC = !existsSync('/proc/self') && 'there is no /proc';

async function lay(folder: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const siteOf = async (files: Record<string, string>) => lay(await temporaryFolder(), files);

/** A site of some pages, each naming the script that it needs and a piece of the search index. */
function generation(n: number, pages = 3): Promise<string> {
  const texts = Array.from({ length: pages }, (_, at) => [
    `texts/t${at}/index.html`,
    `第 ${n} 版 _astro/page.${n}.js search-index/aa${n}/0.pf_index ${'为群众办实事。'.repeat(60)}`,
  ]);
  return siteOf({
    'index.html': `第 ${n} 版 _astro/page.${n}.js`,
    ...(Object.fromEntries(texts) as Record<string, string>),
    [`_astro/page.${n}.js`]: `${n}`,
    [`search-index/aa${n}/0.pf_index`]: `${n}`,
    'search-index/catalogue.pf_meta': `search-index/aa${n}/0.pf_index`,
  });
}

const messageOf = (error: unknown) =>
  error instanceof DeployError ? error.message : fileTrouble(error as Error);

/** Every file below a folder with a digest of what it holds. */
async function stateOf(folder: string): Promise<string[]> {
  const paths = await siteIn(folder).files();
  return Promise.all(
    paths.map(async (path) => `${path} ${hash('sha256', await readFile(join(folder, path)))}`),
  );
}

/** What a deploy that must fail says. */
const refusal = (site: string, target: string) =>
  deploySite(site, target, ['gz']).then(() => '没有拒绝', messageOf);

/** Runs the command as an office does, and ends it when it hangs. */
function command(outDir: string, target: string, before = '') {
  const line = `${before} exec "$0" ${NODE.join(' ')} "${SCRIPT}" "$1"`;
  const { status, signal, stderr } = spawnSync('sh', ['-c', line, process.execPath, target], {
    env: { ...process.env, OUT_DIR: outDir },
    encoding: 'utf8',
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  return { status, signal, said: stderr.trim() };
}

describe('a deploy always ends', { skip: ON_WINDOWS }, () => {
  test('with words where no folder can be: below /proc, behind a link that leads nowhere, below a file or device', async () => {
    const folder = await siteOf({ 'site/index.html': '页', file: '' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink(join(folder, 'gone'), join(folder, 'nowhere'));
    await symlink('round', join(folder, 'round'));
    const [no, taken, inFile] = ['这里不能建文件夹 — 换', '已有同名的文件，或链接指向', '不是文件夹 — 换'];
    const targets: [string, string][] = [
      [join(folder, 'nowhere'), taken],
      [join(folder, 'nowhere/a/b'), taken],
      [join(folder, 'round/a'), '链接绕成了圈 — 改'],
      [join(folder, 'file'), taken],
      [join(folder, 'file/a'), inFile],
      [join(folder, 'pipe'), taken],
    ];
    if (!WITHOUT_PROC) {
      targets.push(
        ['/proc/none', no],
        ['/proc/self/none/a', no],
        ['/proc/self/fd/none', no],
        ['/proc/self', '没有读写的权限 — 换'],
      );
    }
    // In a process of its own: what hangs in the file system would keep this one from ending.
    const program = `import { deploySite } from ${JSON.stringify(join(ROOT, 'src/publish/deploy/deploy.ts'))};
      import { fileTrouble } from ${JSON.stringify(join(ROOT, 'src/publish/file-trouble.ts'))};
      for (const target of process.argv.slice(2))
        console.log(await deploySite(process.argv[1], target, ['gz']).then(() => '没有拒绝', fileTrouble));`;
    const said = execFileSync(
      process.execPath,
      [
        ...NODE,
        '--input-type=module',
        '-e',
        program,
        join(folder, 'site'),
        ...targets.map(([target]) => target),
      ],
      { encoding: 'utf8', timeout: 10_000, killSignal: 'SIGKILL' },
    );
    const lines = said.trim().split('\n');
    assert.deepEqual(
      targets.filter(([, words], at) => !lines[at]?.includes(words)).map(([target]) => [target, said]),
      [],
    );
  });

  test('with a message if the folder is no built site', async () => {
    const folder = await temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await mkdir(join(folder, 'dist'));
    execFileSync('mkfifo', [join(folder, 'dist/index.html')]);
    for (const site of [
      '/proc',
      '/proc/self',
      '/dev',
      '/dev/null',
      join(folder, 'pipe'),
      join(folder, 'dist'),
    ])
      assert.match(await refusal(site, join(folder, 'srv')), /里没有网站 — 先运行 npm run build$/, site);
    assert.equal(existsSync(join(folder, 'srv')), false);
  });

  test('The command says it in one line', { skip: WITHOUT_PROC }, async () => {
    const site = await marked(await siteOf({ 'index.html': '页' }));
    assert.deepEqual(command(site, '/proc/none'), {
      status: 1,
      signal: null,
      said: '这里不能建文件夹 — 换一个位置后重试（/proc/none）',
    });
  });

  test('The built site may hold plain files only; links are not followed, round and round least of all', async () => {
    const makers: Record<string, (path: string) => unknown> = {
      loop: (path) => symlink('..', path),
      link: (path) => symlink('../index.html', path),
      pipe: (path) => execFileSync('mkfifo', [path]),
    };
    for (const [name, make] of Object.entries(makers)) {
      const site = await siteOf({ 'index.html': '页', 'a/index.html': '页' });
      await make(join(site, 'a', name));
      const target = join(await temporaryFolder(), 'srv');
      assert.match(await refusal(site, target), /是链接、管道或设备，不是普通文件 — 移走它/, name);
      assert.equal(existsSync(target), false, name);
    }
  });

  test('What is no plain file in the served folder is not read, not replaced and not walked through', async () => {
    const site = await generation(1);
    const elsewhere = await siteOf({ 'kept.txt': '别处的' });
    const server = createServer();
    const makers: Record<string, [string, (path: string) => unknown]> = {
      pipe: ['index.html', (path) => execFileSync('mkfifo', [path])],
      'a compressed form': ['texts/t0/index.html.gz', (path) => execFileSync('mkfifo', [path])],
      'the record': ['.deployed.json', (path) => execFileSync('mkfifo', [path])],
      socket: ['index.html', (path) => once(server.listen(path), 'listening')],
      folder: ['index.html', (path) => mkdir(path)],
      'link to a file': ['index.html', (path) => symlink(join(elsewhere, 'kept.txt'), path)],
      'link to a folder': ['texts', (path) => symlink(elsewhere, path)],
      'file for a folder': ['texts', (path) => writeFile(path, '')],
    };
    for (const [name, [path, make]] of Object.entries(makers)) {
      const target = await siteOf({ 'others.txt': '别人的' });
      await mkdir(dirname(join(target, path)), { recursive: true });
      await make(join(target, path));
      assert.match(await refusal(site, target), /应当是(?:普通文件|文件夹)，现在是.+ — 移走它/, name);
      assert.deepEqual(
        await siteIn(target).files(),
        name === 'file for a folder' ? ['others.txt', 'texts'] : ['others.txt'],
        name,
      );
    }
    server.close();
    assert.deepEqual(await siteIn(elsewhere).files(), ['kept.txt']);
    // What stands in nobody's way is left alone.
    const target = await temporaryFolder();
    await symlink('.', join(target, 'round'));
    execFileSync('mkfifo', [join(target, 'pipe')]);
    await deploySite(site, target, ['gz']);
    await deploySite(await generation(2), target, ['gz']);
    assert.ok(existsSync(join(target, 'round')) && existsSync(join(target, 'pipe')));
  });
});

describe('a deploy takes away nothing that it did not write', () => {
  test(
    'not among scripts and search data, and not what has come in the place of its files',
    { skip: ON_WINDOWS },
    async () => {
      const target = await temporaryFolder();
      await deploySite(await generation(1), target, ['gz']);
      await lay(target, {
        '_astro/theirs.js': '',
        'search-index/aa1/theirs.txt': '',
        'search-index/abc/0.pf_index': '',
      });
      const elsewhere = await siteOf({ 'index.html': '别处的' });
      renameSync(join(target, 'texts/t1'), join(target, 'away'));
      await symlink(elsewhere, join(target, 'texts/t1'));
      const small = (n: number) => siteOf({ 'index.html': `${n}`, [`_astro/page.${n}.js`]: `${n}` });
      for (const n of [2, 3, 4]) await deploySite(await small(n), target, ['gz']);
      assert.deepEqual(
        (await siteIn(target).files()).filter((path) => path !== '.deployed.json'),
        [
          '_astro/page.3.js',
          '_astro/page.4.js',
          '_astro/theirs.js',
          'away/index.html',
          'away/index.html.gz',
          'index.html',
          'search-index/aa1/theirs.txt',
          'search-index/abc/0.pf_index',
        ],
      );
      assert.deepEqual(await siteIn(elsewhere).files(), ['index.html']);
    },
  );

  test('and puts nothing in the place of what others have put there, unless told to', async () => {
    const target = await siteOf({ 'index.html': '别人的首页', 'index.php': '别人的' });
    const before = await stateOf(target);
    const said = await refusal(await generation(1), target);
    assert.match(
      said,
      /里已有不是 deploy 放的文件：index\.html（共 1 个），放置会盖掉 — 换一个空的网站目录；确实要盖掉，加上 --move$/,
    );
    assert.deepEqual(await stateOf(target), before);
    await deploySite(await generation(1), target, ['gz'], { isMove: true });
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), '第 1 版 _astro/page.1.js');
    assert.equal(await readFile(join(target, 'index.php'), 'utf8'), '别人的');
    assert.equal(await refusal(await generation(3), target), '没有拒绝');
  });

  test('and goes into no folder in which people work, none around one, and not all over a disk', async () => {
    const office = await siteOf({ 'content/site.yaml': 'name: 甲' });
    const before = await stateOf(office);
    const workplaces = [join(office, 'content')];
    const into = async (target: string) =>
      deploySite(await generation(1), target, ['gz'], { workplaces, isMove: true }).then(
        () => '没有拒绝',
        messageOf,
      );
    for (const target of [office, join(office, 'content'), join(office, 'content', '.')])
      assert.match(await into(target), /里有工作用的文件夹 .*content，会和网页混在一起/, target);
    assert.match(await into(parse(office).root), /是整个磁盘 — 写出网站所在的文件夹$/);
    assert.deepEqual(await stateOf(office), before);
    assert.equal(await into(join(office, 'www')), '没有拒绝');
  });

  test('not by a record that somebody else wrote, or that is broken: then it does nothing at all', async () => {
    const folder = await siteOf({ 'mine.txt': '我的' });
    const target = join(folder, 'srv');
    const empty = { files: [], current: [], previous: [] };
    for (const record of [
      '',
      '{"files":["index.html"',
      'null',
      JSON.stringify({ ...empty, files: ['../mine.txt'] }),
      JSON.stringify({ ...empty, current: ['_astro/../../mine.txt'] }),
      JSON.stringify({ ...empty, previous: [join(folder, 'mine.txt')] }),
    ]) {
      await lay(target, { '.deployed.json': record });
      assert.match(await refusal(await generation(1), target), /现在读不懂 — 有备份就恢复它/, record);
      assert.deepEqual(await siteIn(folder).files(), ['mine.txt', 'srv/.deployed.json']);
    }
  });
});

describe('a deploy publishes no half', () => {
  test(
    'when the disk takes no more: the site stays as it was, and the reason is said',
    { skip: ON_WINDOWS },
    async () => {
      const target = await temporaryFolder();
      await deploySite(await generation(1), target, ['gz']);
      const before = await stateOf(target);
      const second = await generation(2);
      await lay(second, { 'media/large.png': 'x'.repeat(1_000_000) });
      await marked(second);
      // The system lets no file grow beyond some kilobytes: the writing stops in the midst of it, as on a full disk.
      const { status, said } = command(second, target, 'ulimit -f 200;');
      assert.deepEqual([status, said.slice(0, 12)], [1, '文件超过了系统允许的大小']);
      assert.deepEqual(await stateOf(target), before);
    },
  );

  test('when a file cannot be read', { skip: ON_WINDOWS }, async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    const before = await stateOf(target);
    const second = await generation(2);
    await chmod(join(second, 'texts/t1/index.html'), 0);
    for (const folder of [second, target, join(target, 'texts')]) await chmod(folder, 0o777);
    const said = await asNobody(() => refusal(second, target));
    assert.match(said, /^没有读写的权限 — .+（.+）$/);
    assert.deepEqual(await stateOf(target), before);
  });

  test('when a folder in the served one may not be written to', { skip: ON_WINDOWS }, async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    const before = await stateOf(target);
    await chmod(target, 0o777);
    await chmod(join(target, 'texts/t1'), 0o555);
    const second = await generation(2);
    await chmod(second, 0o755);
    assert.match(await asNobody(() => refusal(second, target)), /^没有读写的权限 — /);
    assert.deepEqual(await stateOf(target), before);
  });

  test('when a file cannot be moved: those moved before it go back', async () => {
    const folder = await siteOf({
      'target/a.html': '旧 a',
      'target/b.html': '旧 b',
      'fresh/a.html': '新 a',
      'fresh/new/c.html': '新 c',
    });
    const before = await stateOf(join(folder, 'target'));
    const folders = {
      target: join(folder, 'target'),
      fresh: join(folder, 'fresh'),
      kept: join(folder, 'kept'),
    };
    const paths = ['a.html', 'new/c.html', 'b.html'];
    await layAside(folders, paths);
    await assert.rejects(moveInto(folders, paths), { code: 'ENOENT' });
    assert.deepEqual(await stateOf(folders.target), before);
    assert.deepEqual(readdirSync(folders.target).sort(), ['a.html', 'b.html']);
  });

  test('when another site is built in the meantime', async () => {
    const place = await temporaryFolder();
    const [site, old] = [join(place, 'dist'), join(place, 'old')];
    renameSync(await generation(1, 200), site);
    const target = await temporaryFolder();
    await deploySite(await generation(3), target, ['gz']);
    const before = await stateOf(target);
    const next = await generation(2, 200);
    const said = refusal(site, target);
    let hasEnded = false;
    void said.finally(() => (hasEnded = true)).catch(() => undefined);
    while (!hasEnded && !existsSync(join(target, `.deploying-${process.pid}`, 'fresh'))) await nextTurn();
    renameSync(site, old);
    renameSync(next, site);
    assert.match(await said, /在放置时又重新生成了 — 等生成做完，再运行一遍$/);
    assert.deepEqual(await stateOf(target), before);
  });

  test('when two are started at once; one that was killed stands in nobody’s way', async () => {
    const target = await siteOf({ [`.deploying-${process.ppid}/fresh/index.html`]: '别的' });
    const before = await stateOf(target);
    assert.match(await refusal(await generation(1), target), /^另一个 deploy 正在更新 .+ — 等它做完/);
    assert.deepEqual(await stateOf(target), before);
    const dead = 2 ** 22 + 7;
    renameSync(join(target, `.deploying-${process.ppid}`), join(target, `.deploying-${dead}`));
    await deploySite(await generation(1), target, ['gz']);
    assert.deepEqual(
      readdirSync(target).filter((name) => name.startsWith('.deploying')),
      [],
    );
  });

  test('when it is killed at any moment: every page finds its script and search data, and the next one puts all right', async () => {
    const [first, second] = [await generation(1), await generation(2)];
    const whole = await temporaryFolder();
    for (const site of [first, second]) await deploySite(site, whole, ['gz']);
    // The first three moves are of the record and of what is named by its content; pages come next.
    for (const moves of [1, 3, 5, 9]) {
      const target = await temporaryFolder();
      await deploySite(first, target, ['gz']);
      assert.equal(stoppedAfter(moves, 'SIGKILL', second, target).signal, 'SIGKILL');
      await requireWholePages(target);
      await deploySite(second, target, ['gz']);
      assert.deepEqual(await stateOf(target), await stateOf(whole), `killed after ${moves}`);
    }
  });

  test('A deploy that was killed may have had readers: their files stay for one generation', async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    stoppedAfter(6, 'SIGKILL', await generation(2), target);
    const isThere = () => existsSync(join(target, '_astro/page.2.js'));
    assert.ok(isThere());
    await deploySite(await generation(3), target, ['gz']);
    assert.ok(isThere());
    await deploySite(await generation(4), target, ['gz']);
    assert.ok(!isThere());
  });

  test('when it is asked to stop: what has begun is brought to its end', { skip: ON_WINDOWS }, async () => {
    const [first, second] = [await generation(1), await generation(2)];
    const [target, whole] = [await temporaryFolder(), await temporaryFolder()];
    for (const site of [first, second]) await deploySite(site, whole, ['gz']);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      await rm(target, { recursive: true });
      await deploySite(first, target, ['gz']);
      assert.deepEqual(stoppedAfter(4, signal, second, target), { status: 0, signal: null }, signal);
      assert.deepEqual(await stateOf(target), await stateOf(whole), signal);
    }
  });
});

/** Deploys in a process that gets a signal when so many files are in their places. */
function stoppedAfter(moves: number, stop: NodeJS.Signals, site: string, target: string) {
  const program = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync } = fs;
    let moves = 0;
    fs.renameSync = (...paths) => {
      if (moves++ === ${moves}) process.kill(process.pid, '${stop}');
      return renameSync(...paths);
    };
    syncBuiltinESMExports();
    const { deploySite } = await import(${JSON.stringify(join(ROOT, 'src/publish/deploy/deploy.ts'))});
    await deploySite(process.argv[1], process.argv[2], ['gz']);`;
  const { status, signal } = spawnSync(
    process.execPath,
    [...NODE, '--input-type=module', '-e', program, site, target],
    { timeout: 10_000, killSignal: 'SIGABRT' },
  );
  return { status, signal };
}

/** Does something as a user who may not read what others keep to themselves. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid!(65534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

async function pagesOf(target: string): Promise<string[]> {
  const pages = (await siteIn(target).files()).filter((path) => /^(?:texts\/.*)?index\.html$/.test(path));
  return Promise.all(pages.map((path) => readFile(join(target, path), 'utf8')));
}

async function requireWholePages(target: string): Promise<void> {
  const manifest = await readFile(join(target, 'search-index/catalogue.pf_meta'), 'utf8');
  for (const text of [...(await pagesOf(target)), manifest]) {
    const needed = text.match(/_astro\/page\.\d\.js|search-index\/aa\d\/0\.pf_index/g) ?? [];
    assert.ok(needed.length > 0);
    for (const path of needed) assert.ok(existsSync(join(target, path)), path);
  }
}
