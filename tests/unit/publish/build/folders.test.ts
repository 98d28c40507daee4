import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { buildKey, isFresh, noteBuild } from '../../../../src/publish/build/freshness.ts';
import { buildSite } from '../../../../src/publish/build/build-site.ts';
import { forgetGoneOutputs, makeCacheFolder } from '../../../../src/publish/build/cache-folder.ts';
import { clearLeftovers } from '../../../../src/publish/build/leftovers.ts';
import { addToMark, MARK_FILE } from '../../../../src/publish/build/mark.ts';
import { troubleWithOutput } from '../../../../src/publish/build/output-folder.ts';
import { serveSite } from '../../../../src/publish/serving/serve-site.ts';
import { isAbandoned, ownName } from '../../../../src/build-cache/own-name.ts';
import { realOutput, publishFolder, swapFolder } from '../../../../src/publish/build/swap.ts';
import { readSettings } from '../../../../src/source/settings.ts';
import { entryFile, marked, ROOT, temporaryFolder, writeContent } from '../../../support/site.ts';

async function folderWith(path: string, text: string): Promise<string> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'index.html'), text);
  return path;
}

/** Looks for a file over and over until told that it is enough; then says for how many milliseconds it was not there. */
const LOOKS = `
const { parentPort, workerData } = require('node:worker_threads');
const { existsSync } = require('node:fs');
let missed = 0, last = performance.now(), enough = false;
parentPort.once('message', () => (enough = true));
parentPort.postMessage('looking');
(function look() {
  for (let times = 0; times < 100; times += 1) {
    const isThere = existsSync(workerData), now = performance.now();
    if (!isThere) missed += now - last;
    last = now;
  }
  if (enough) parentPort.postMessage(missed);
  else setImmediate(look);
})();`;

const SWAP_MODULE = new URL('../../../../src/publish/build/swap.ts', import.meta.url).href;
const PAGES = Array.from({ length: 50 }, (_, number) => (number === 0 ? 'index.html' : `${number}.html`));

/** Publishes one site after another, the same word on all pages of each, until it is killed. */
const SWAPS = `
import { mkdirSync, writeFileSync } from 'node:fs';
const [, , module, target] = process.argv;
const { publishFolder } = await import(module);
for (let site = 1; ; site += 1) {
  const folder = target + '.building-' + process.pid + '-' + site;
  mkdirSync(folder);
  for (let page = 0; page < 50; page += 1)
    writeFileSync(folder + '/' + (page === 0 ? 'index' : page) + '.html', String(site));
  await publishFolder(folder, target);
  if (site === 1) console.log('swapping');
}`;

/** Keeps the process busy in turns of some milliseconds, until told that it is enough. */
function keepBusy(milliseconds: number): () => void {
  let next: NodeJS.Immediate;
  const turn = () => {
    for (const end = performance.now() + milliseconds; performance.now() < end;);
    next = setImmediate(turn);
  };
  turn();
  return () => clearImmediate(next);
}

describe('publishing a folder', () => {
  it('puts the new one in the place of the old one whole, and leaves nothing beside it', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    await writeFile(join(target, 'gone.html'), 'old');
    await publishFolder(await folderWith(join(dir, 'work/pages'), 'new'), target);
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'new');
    assert.deepEqual(await readdir(target), ['index.html']);
    assert.deepEqual((await readdir(dir)).sort(), ['dist', 'work']);
  });
  it('leaves the old one as the spare, in the place of an earlier spare', async () => {
    const dir = await temporaryFolder();
    const [target, spare] = [
      await folderWith(join(dir, 'dist'), 'old'),
      await folderWith(join(dir, 'spare'), 'older'),
    ];
    await writeFile(join(spare, 'gone.html'), 'older');
    await publishFolder(await folderWith(join(dir, 'work/pages'), 'new'), target, spare);
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'new');
    assert.equal(await readFile(join(spare, 'index.html'), 'utf8'), 'old');
    assert.deepEqual(await readdir(spare), ['index.html']);
    assert.deepEqual((await readdir(dir)).sort(), ['dist', 'spare', 'work']);
  });
  it('removes the old one where it cannot become a spare', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    await publishFolder(await folderWith(join(dir, 'work/pages'), 'new'), target, join(dir, 'none/spare'));
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'new');
    assert.deepEqual((await readdir(dir)).sort(), ['dist', 'work']);
  });
  it('makes the place where there was none', async () => {
    const dir = await temporaryFolder();
    await publishFolder(await folderWith(join(dir, 'pages'), 'new'), join(dir, 'a/b/dist'));
    assert.equal(await readFile(join(dir, 'a/b/dist/index.html'), 'utf8'), 'new');
  });
  it('follows a link to the folder that is really served, and leaves the link', async () => {
    const dir = await temporaryFolder();
    const served = await folderWith(join(dir, 'www/site'), 'old');
    await symlink(served, join(dir, 'dist'));
    await publishFolder(await folderWith(join(dir, 'pages'), 'new'), await realOutput(join(dir, 'dist')));
    assert.equal(await readFile(join(served, 'index.html'), 'utf8'), 'new');
    assert.ok((await lstat(join(dir, 'dist'))).isSymbolicLink());
    assert.deepEqual((await readdir(dir)).sort(), ['dist', 'www']);
  });
  it('leaves no site out of sight while the process does something else', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    const folders = Array.from({ length: 10 }, (_, number) => join(dir, `new-${number}`));
    for (const folder of folders) await folderWith(folder, 'new');
    const looking = new Worker(LOOKS, { eval: true, workerData: join(target, 'index.html') });
    await once(looking, 'message');
    const stop = keepBusy(10);
    for (const folder of folders) await swapFolder(folder, target);
    stop();
    looking.postMessage('enough');
    const [missed] = (await once(looking, 'message')) as [number];
    // Had it waited for one busy turn between the two renames each time, it would have been 100.
    assert.ok(missed < 50, `not there for ${missed.toFixed(1)} ms`);
  });
  it('puts the old one back when the new one cannot be moved', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    await assert.rejects(swapFolder(join(dir, 'nothing'), target), { code: 'ENOENT' });
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'old');
    assert.deepEqual(await readdir(dir), ['dist']);
  });
});

describe('the place of a build', () => {
  const trouble = (place: string) => troubleWithOutput(place);
  const ownSite = async () => marked(await folderWith(join(await temporaryFolder(), 'dist'), 'old'));

  it('is nothing, an empty folder or an earlier site that bears the mark of the build', async () => {
    const dir = await temporaryFolder();
    assert.equal(await trouble(join(dir, 'none')), undefined);
    assert.equal(await trouble(dir), undefined);
    assert.equal(await trouble(await ownSite()), undefined);
  });

  it('is never what somebody else keeps there: the build says so at once and leaves it', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'letters.docx'), '');
    await symlink(join(dir, 'gone'), join(dir, 'nowhere'));
    const foreignSite = await folderWith(join(await temporaryFolder(), 'www'), 'their site');
    const before = (await readdir(dir)).sort();
    const others = '里有别的文件，不是生成的网站，生成会换掉整个文件夹 — 移走它们，或换一个 OUT_DIR';
    for (const [place, words] of [
      [dir, others],
      [foreignSite, others],
      [join(dir, 'letters.docx'), '是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR'],
      [join(dir, 'nowhere'), '是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR'],
    ] as const) {
      const { problems } = await buildSite(
        readSettings({ CONTENT_DIR: await writeContent({}), OUT_DIR: place }, ROOT),
      );
      assert.deepEqual(problems, [`${place} ${words}`]);
      assert.deepEqual((await readdir(dir)).sort(), before);
    }
    assert.deepEqual(await readdir(foreignSite), ['index.html']);
  });

  it('is no folder whose mark is not the build’s: broken, of another program, a link, a folder', async () => {
    const whole = await readFile(join(await ownSite(), MARK_FILE), 'utf8');
    const makers: Record<string, (path: string) => unknown> = {
      empty: (path) => writeFile(path, ''),
      'no JSON': (path) => writeFile(path, 'zhixing'),
      'cut short': (path) => writeFile(path, whole.slice(0, -5)),
      'of another program': (path) => writeFile(path, '{"maker":"other","files":["index.html"]}'),
      link: async (path) => {
        await writeFile(`${path}.real`, whole);
        await symlink(`${path}.real`, path);
      },
      folder: (path) => mkdir(path),
    };
    for (const [name, make] of Object.entries(makers)) {
      const place = await folderWith(join(await temporaryFolder(), 'www'), 'their site');
      await make(join(place, MARK_FILE));
      assert.match((await trouble(place)) ?? '没有拒绝', / 里有别的文件，不是生成的网站/, name);
    }
  });

  it('is no site of the version before there were marks: one sentence says how to go on', async () => {
    const dir = await folderWith(join(await temporaryFolder(), 'dist'), 'old');
    for (const path of ['_headers', 'sw.js', 'pagefind/catalogue.pf_meta']) {
      await mkdir(join(dir, 'pagefind'), { recursive: true });
      await writeFile(join(dir, path), '');
    }
    assert.equal(
      await trouble(dir),
      `${dir} 像是旧版本生成的网站，没有这一版的标记（.zhixing.json），不敢换掉 — 里面没有自己放的东西，就删掉整个文件夹再生成；否则换一个 OUT_DIR`,
    );
  });

  it('is not replaced if somebody added files: they are named, however deep, and nothing is lost', async () => {
    const made: [string, (site: string) => unknown, string][] = [
      ['.git', (site) => folderWith(join(site, '.git/refs'), ''), '.git/'],
      ['photos', (site) => folderWith(join(site, 'photos/2026'), ''), 'photos/'],
      ['a deep file', (site) => folderWith(join(site, 'texts/a/mine'), ''), 'texts/a/mine/'],
      ['beside a page', (site) => writeFile(join(site, 'texts/a/photo.jpg'), ''), 'texts/a/photo.jpg'],
      ['a link', (site) => symlink('/tmp', join(site, 'elsewhere')), 'elsewhere'],
      [
        'the mark of another build',
        (site) => writeFile(join(site, 'texts/.zhixing.json'), ''),
        'texts/.zhixing.json',
      ],
    ];
    for (const [name, make, words] of made) {
      const site = await folderWith(join(await temporaryFolder(), 'dist'), 'old');
      await folderWith(join(site, 'texts/a'), 'page');
      await make(await marked(site).then(() => site));
      assert.equal(
        await trouble(site),
        `${site} 里有不是生成的东西：${words}，生成会换掉整个文件夹 — 移走它们再生成，或换一个 OUT_DIR`,
        name,
      );
    }
    const many = await ownSite();
    for (let at = 1; at <= 7; at += 1) await writeFile(join(many, `photo-${at}.jpg`), '');
    assert.match((await trouble(many)) ?? '', /：photo-1\.jpg、.+、photo-5\.jpg 等 7 处，/);
  });

  it('may hold what systems leave behind, compressed forms of its files, and PDFs that were printed into it', async () => {
    const site = await ownSite();
    await addToMark(site, ['units/office/plan.pdf']);
    await mkdir(join(site, 'units/office'), { recursive: true });
    for (const path of [
      '.DS_Store',
      'units/Thumbs.db',
      'index.html.gz',
      'index.html.br',
      'units/office/plan.pdf',
    ])
      await writeFile(join(site, path), '');
    assert.equal(await trouble(site), undefined);
    await writeFile(join(site, 'units/office/other.pdf'), '');
    assert.match((await trouble(site)) ?? '', /units\/office\/other\.pdf/);
  });

  it('is looked at again before the swap: what is put there while the build is at work stays too', async () => {
    const content = await writeContent({ 'texts/first.md': entryFile('第一篇。') });
    const outDir = join(await temporaryFolder(), 'dist');
    const settings = readSettings({ CONTENT_DIR: content, OUT_DIR: outDir }, ROOT);
    assert.deepEqual((await buildSite(settings)).problems, []);
    const building = buildSite(settings);
    await wait(500);
    await writeFile(join(outDir, 'texts/first/photo.jpg'), 'mine');
    const { problems } = await building;
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /里有不是生成的东西：texts\/first\/photo\.jpg，/);
    assert.equal(await readFile(join(outDir, 'texts/first/photo.jpg'), 'utf8'), 'mine');
  });
});

describe('the caches of an output', () => {
  it('are removed when the output has been gone for a day', async () => {
    const root = await temporaryFolder();
    const settingsOf = (name: string) => readSettings({ OUT_DIR: join(root, name) }, root);
    const [here, gone] = [settingsOf('dist'), settingsOf('gone')];
    await folderWith(here.outDir, 'site');
    const caches = [await makeCacheFolder(root, here), await makeCacheFolder(root, gone)];
    await writeFile(join(caches[1]!, 'fields.cache'), '');
    await forgetGoneOutputs(root);
    assert.deepEqual(
      caches.map((folder) => existsSync(folder!)),
      [true, true],
    );
    await forgetGoneOutputs(root, Date.now() + 25 * 60 * 60 * 1000);
    assert.deepEqual(
      caches.map((folder) => existsSync(folder!)),
      [true, false],
    );
  });
});

describe('what a killed build leaves behind', () => {
  /** A process number that belongs to nobody. */
  const DEAD = 2 ** 22 + 7;

  it('is cleared by the next one; what belongs to a running build stays', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'site');
    const workshops = join(dir, 'workshops');
    await folderWith(join(workshops, `build-${DEAD}-a/pages`), 'half');
    await folderWith(join(workshops, `build-${process.pid}-b/pages`), 'at work');
    await folderWith(join(dir, `dist.building-${DEAD}-1f0c`), 'half');
    await folderWith(join(dir, `dist.old-${DEAD}-1f0c`), 'old');
    await folderWith(join(dir, `dist.gone-${DEAD}-1f0c`), 'removed by half');
    await folderWith(join(dir, 'dist.mine'), 'not ours');
    const cacheDir = await folderWith(join(dir, 'cache'), '');
    const running = ownName(join(cacheDir, 'search-index.pack.new'));
    await rename(join(cacheDir, 'index.html'), join(cacheDir, 'search-index.pack'));
    await writeFile(join(cacheDir, `search-index.pack.new-${DEAD}-1f0c`), 'half');
    await writeFile(running, 'at work');
    assert.deepEqual(await clearLeftovers({ workshops, outDir: target, cacheDir }), []);
    assert.deepEqual((await readdir(cacheDir)).sort(), ['search-index.pack', basename(running)]);
    assert.deepEqual((await readdir(dir)).sort(), ['cache', 'dist', 'dist.mine', 'workshops']);
    assert.deepEqual(await readdir(workshops), [`build-${process.pid}-b`]);
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'site');
  });
  it('is a whole site even when it was killed while it swapped, and the next one puts that in place', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    const paths = { workshops: join(dir, 'workshops'), outDir: target, cacheDir: join(dir, 'cache') };
    await writeFile(join(dir, 'swaps.mjs'), SWAPS);
    let kills = 0;
    for (let milliseconds = 0; milliseconds < 15; milliseconds += 1) {
      const swapping = spawn(
        process.execPath,
        ['--experimental-strip-types', '--no-warnings', join(dir, 'swaps.mjs'), SWAP_MODULE, target],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await once(swapping.stdout, 'data');
      await wait(milliseconds);
      kills += Number(swapping.kill('SIGKILL'));
      await once(swapping, 'exit');
      await clearLeftovers(paths);
      assert.deepEqual((await readdir(dir)).sort(), ['dist', 'swaps.mjs']);
      const site = await Promise.all(PAGES.map((page) => readFile(join(target, page), 'utf8')));
      assert.match(site.join(' '), /^(\d+)(?: \1){49}$/);
    }
    assert.equal(kills, 15);
  });
  it('gives back the last site where it was taken away and nothing put in its place', async () => {
    const dir = await temporaryFolder();
    await folderWith(join(dir, `dist.old-${DEAD}-1f0c`), 'last good');
    const paths = {
      workshops: join(dir, 'workshops'),
      outDir: join(dir, 'dist'),
      cacheDir: join(dir, 'cache'),
    };
    assert.deepEqual(await clearLeftovers(paths), [
      `上次生成在换上新网站时中断，已把原来的网站放回 ${join(dir, 'dist')}`,
    ]);
    assert.equal(await readFile(join(dir, 'dist/index.html'), 'utf8'), 'last good');
  });
});

describe('a name of one’s own', () => {
  it('is abandoned when its process has ended, also when another has its number by now', () => {
    assert.ok(!isAbandoned(ownName('dist.old'), 'dist.old'), 'our own');
    assert.ok(isAbandoned(`dist.old-${2 ** 22 + 7}.1-1f0c`, 'dist.old'), 'nobody’s');
    assert.ok(
      !isAbandoned(`dist.old-${process.pid}-1f0c`, 'dist.old'),
      'where nothing is known of when it began',
    );
    assert.ok(!isAbandoned(`dist.old-${2 ** 22 + 7}.1-1f0c`, 'dist.building'), 'another kind');
    assert.ok(!isAbandoned('dist.old-copy', 'dist.old'), 'somebody’s own copy');
  });
  it(
    'tells a process from a later one of its number',
    { skip: !existsSync('/proc/self/stat') && 'needs /proc' },
    () => {
      assert.ok(isAbandoned(`dist.old-${process.pid}.1-1f0c`, 'dist.old'));
    },
  );
});

describe('an output is fresh', () => {
  it('as long as content, code and settings are those that it was made from', async () => {
    const root = await temporaryFolder();
    const contentDir = await writeContent({ 'texts/a.md': 'a' });
    const outDir = join(root, 'dist');
    const settings = readSettings({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, root);
    assert.equal(await isFresh(settings, root), false, 'never built');

    await noteBuild(settings, root, await buildKey(settings, root));
    assert.equal(await isFresh(settings, root), false, 'no output');
    await folderWith(outDir, '');
    assert.equal(await isFresh(settings, root), true);
    assert.equal(await isFresh({ ...settings, drafts: true }, root), false, 'another setting');

    const later = new Date(Date.now() + 60_000);
    await utimes(join(contentDir, 'texts/a.md'), later, later);
    assert.equal(await isFresh(settings, root), false, 'an edit');
  });
});

describe('the served site', () => {
  it('stands under its base path, and answers 404 with its own page', async () => {
    const dir = await temporaryFolder();
    await folderWith(dir, 'home');
    await writeFile(join(dir, '404.html'), 'missing');
    const server = await serveSite(dir, '/study/', 0);
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    const url = `http://localhost:${address.port}`;
    try {
      assert.equal(await (await fetch(`${url}/study/`)).text(), 'home');
      const missing = await fetch(`${url}/study/none/`);
      assert.deepEqual([missing.status, await missing.text()], [404, 'missing']);
      await folderWith(join(dir, '.git'), 'hidden');
      await folderWith(join(dir, '.well-known'), 'shown');
      for (const name of ['.zhixing.json', '_headers', '.deployed.json'])
        await writeFile(join(dir, name), 'hidden');
      for (const path of [
        '.zhixing.json',
        '/.zhixing.json',
        '%2ezhixing.json',
        'a/../.zhixing.json',
        '_headers',
        '.deployed.json',
        '.git/',
        '.git',
      ]) {
        const answer = await fetch(`${url}/study/${path}`);
        assert.deepEqual([answer.status, await answer.text()], [404, 'missing'], path);
      }
      assert.equal(await (await fetch(`${url}/study/.well-known/`)).text(), 'shown');
      const root = await fetch(`${url}/`, { redirect: 'manual' });
      assert.deepEqual([root.status, root.headers.get('location')], [302, '/study/']);
      for (const path of [
        '/study/../../../../etc/hostname',
        '/study/%2e%2e/%2e%2e/etc/hostname',
        '/study/..%2f..%2fetc%2fhostname',
      ]) {
        assert.notEqual((await fetch(url + path, { redirect: 'manual' })).status, 200, path);
      }
      assert.ok(existsSync(dir));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
  it('says with every file how long it may be kept, as other servers are told to', async () => {
    const dir = await temporaryFolder();
    for (const path of [
      '_astro/page.C1a2.js',
      'search-index/43f5/0.pf_index',
      'search-index/catalogue.pf_meta',
      'media/a.png',
    ]) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), 'x');
    }
    const server = await serveSite(dir, '/study/', 0);
    const { port } = server.address() as AddressInfo;
    const said = async (path: string) =>
      (await fetch(`http://localhost:${port}/study/${path}`)).headers.get('cache-control');
    try {
      assert.equal(await said('_astro/page.C1a2.js'), 'public, max-age=31536000, immutable');
      assert.equal(await said('search-index/43f5/0.pf_index'), 'public, max-age=600, must-revalidate');
      for (const path of [
        'search-index/catalogue.pf_meta',
        'media/a.png',
        '_astro/gone.js',
        'search-index/43f5/9.pf_index',
      ])
        assert.equal(await said(path), 'no-cache', path);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
  it('says when its port is taken', async () => {
    const dir = await temporaryFolder();
    const server = await serveSite(dir, '/', 0);
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    try {
      await assert.rejects(serveSite(dir, '/', address.port), { code: 'EADDRINUSE' });
    } finally {
      server.close();
    }
  });
});
