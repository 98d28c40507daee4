import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { DeployError } from '../../../../src/publish/deploy/deploy-error.ts';
import { deploySite, type DeployOrder } from '../../../../src/publish/deploy/deploy.ts';
import { folderOfEarlier } from '../../../../src/publish/deploy/earlier.ts';
import { goBack } from '../../../../src/publish/deploy/go-back.ts';
import { isTombstone } from '../../../../src/publish/deploy/withdrawn.ts';
import { ROOT, siteIn, snapshot, temporaryFolder } from '../../../support/site.ts';

const LONG = '为群众办实事。'.repeat(200);
const CANARY = '要撤下的话';
const WITHDRAWN = /^上一版含有已撤下的内容，没有留着，不能恢复 — 改好内容，重新生成再放置$/;

type Files = Record<string, string>;

/** A generation of a small site; `more` adds to it, and an empty text takes away. */
function filesOf(n: number, more: Files = {}): Files {
  const files: Files = {
    'index.html': `第 ${n} 版 ${LONG}`,
    'texts/a/index.html': `第 ${n} 版 ${LONG}`,
    'texts/same/index.html': LONG,
    'media/sign.png': '图',
    'units/office/schedule.docx': 'PK',
    [`_astro/page.${n}.js`]: `// ${n}${LONG}`,
    [`search-index/aa${n}/0.pf_index`]: `${n}`,
    'search-index/catalogue.pf_meta': `aa${n}`,
    'offline/edition.txt': `${n}`,
    ...more,
  };
  return Object.fromEntries(Object.entries(files).filter(([, text]) => text !== ''));
}

async function siteOf(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A served folder, and a project that deploys into it. */
async function place() {
  const [target, root] = [await temporaryFolder(), await temporaryFolder()];
  const placeOf = (served: string) => folderOfEarlier(root, served);
  return {
    target,
    root,
    deploy: async (files: Files, order: DeployOrder = {}) =>
      deploySite(await siteOf(files), target, ['gz', 'br'], { folderOfEarlier: placeOf, ...order }),
    back: () => goBack(target, placeOf),
    refusal: () =>
      goBack(target, placeOf).then(
        () => '没有拒绝',
        (error: unknown) => (error instanceof DeployError ? error.message : String(error)),
      ),
    served: () => servedIn(target),
    keeps: async (words: string) =>
      [...(await snapshot(root)).values()].some((bytes) => Buffer.from(bytes, 'base64').includes(words)),
  };
}

/** What readers may ask for but scripts of the other generation. */
async function servedIn(target: string): Promise<Map<string, string>> {
  const files = await snapshot(target);
  files.delete('.deployed.json');
  return files;
}

const withoutCodeOf = (files: Map<string, string>, n: number) =>
  new Map([...files].filter(([path]) => !path.startsWith(`_astro/page.${n}.`)));

describe('going back', () => {
  test('restores the generation before whole, with its compressed forms; what the later one added goes, but for its scripts', async () => {
    const { target, deploy, back, served } = await place();
    await deploy(filesOf(1));
    const first = await served();
    assert.ok(first.has('texts/a/index.html.gz') && first.has('texts/a/index.html.br'));
    await deploy(filesOf(2, { 'texts/new/index.html': LONG, 'texts/same/index.html': '短' }));
    const { pages } = await back();
    assert.deepEqual(pages, ['index.html', 'texts/a/index.html', 'texts/same/index.html']);
    assert.deepEqual(withoutCodeOf(await served(), 2), first);
    assert.ok(existsSync(join(target, '_astro/page.2.js')));
  });

  test('goes one step: a second time there is nothing to go back to, and another deploy leads forward', async () => {
    const { deploy, back, refusal, served, keeps } = await place();
    await deploy(filesOf(1));
    await deploy(filesOf(2, { 'texts/mistake/index.html': CANARY }));
    await back();
    assert.ok(!(await keeps(CANARY)), 'the generation that was left is not saved');
    const words = '现在就是上一版，更早的没有留 — 要换成新的一版，不带 --back 再运行一遍';
    assert.equal(await refusal(), words);
    await deploy(filesOf(1));
    assert.equal(await refusal(), words, 'the same put there again');
    await deploy(filesOf(3));
    const third = await served();
    await back();
    assert.notDeepEqual(await served(), third);
  });

  test('is possible while nothing is withdrawn, over any number of generations, with only the last one saved', async () => {
    const { deploy, back, keeps, served } = await place();
    for (const n of [1, 2, 3]) await deploy(filesOf(n, { 'texts/a/index.html': `第 ${n} 版的话` }));
    assert.ok((await keeps('第 2 版的话')) && !(await keeps('第 1 版的话')));
    await deploy(filesOf(3, { 'texts/a/index.html': '第 3 版的话' }));
    assert.ok(await keeps('第 2 版的话'), 'the same put there again changes nothing');
    await back();
    assert.ok(
      (await served()).get('texts/a/index.html')?.startsWith(Buffer.from('第 2 版').toString('base64')),
    );
  });

  const tombstone = '<html><body><main class="page" data-withdrawn><p>已撤下</p></main></body></html>';
  const withdrawals: Record<string, [Files, Files]> = {
    'a page that is gone': [{ 'texts/secret/index.html': CANARY }, {}],
    'a page that says that it was withdrawn': [
      { 'texts/secret/index.html': CANARY },
      { 'texts/secret/index.html': tombstone },
    ],
    'a picture': [{ 'media/secret.png': CANARY }, {}],
    'a document': [{ 'units/office/secret.docx': CANARY }, {}],
    'a text file': [{ 'units/office/secret.ics': CANARY.repeat(200) }, {}],
  };
  for (const [name, [before, after]] of Object.entries(withdrawals)) {
    test(`is refused in one sentence when something was withdrawn: ${name}; its files are saved neither then nor later`, async () => {
      const { target, deploy, refusal, back, keeps, served } = await place();
      await deploy(filesOf(1, before));
      assert.equal((await deploy(filesOf(2, before))).isEarlierKept, true);
      assert.deepEqual([(await deploy(filesOf(3, after))).isWithdrawn, await keeps(CANARY)], [true, false]);
      const third = await served();
      assert.match(await refusal(), WITHDRAWN);
      await deploy(filesOf(3, after));
      assert.match(await refusal(), WITHDRAWN, 'the same put there again');
      assert.deepEqual(await served(), third);
      await deploy(filesOf(4, after));
      await back();
      for (const bytes of (await snapshot(target)).values())
        assert.ok(!Buffer.from(bytes, 'base64').includes(CANARY));
    });
  }

  test('is not kept from a generation that is served beyond an edit, unless one asks to forget it', async () => {
    const { deploy, refusal, keeps } = await place();
    await deploy(filesOf(1, { 'texts/a/index.html': `电话 ${CANARY}` }));
    await deploy(filesOf(2, { 'texts/a/index.html': '电话略' }), { isForgotten: true });
    assert.ok(!(await keeps(CANARY)));
    assert.match(await refusal(), /^没有留着上一版/);
    await deploy(filesOf(1));
    await deploy(filesOf(2));
    await deploy(filesOf(2), { isForgotten: true });
    assert.match(await refusal(), /^没有留着上一版/, 'forgotten by the same put there again');
  });

  test('is refused where there is nothing, elsewhere than where it was deployed, and where a file of it is missing', async () => {
    const { target, deploy, refusal, served } = await place();
    assert.match(await refusal(), /^没有留着上一版/);
    await deploy(filesOf(1));
    assert.match(await refusal(), /^没有留着上一版/);
    await deploy(filesOf(2));
    const elsewhere = await temporaryFolder();
    await assert.rejects(
      goBack(target, (folder) => folderOfEarlier(elsewhere, folder)),
      { message: /^上一版不在这台电脑上的这个项目里 — / },
    );
    await rm(join(target, 'media/sign.png'));
    const before = await served();
    assert.equal(await refusal(), '上一版的 media/sign.png 不见了，恢复不全 — 改好内容，重新生成再放置');
    assert.deepEqual(await served(), before);
  });

  test('leaves alone what others put there, and follows no path out of the folder', async () => {
    const { target, root, deploy, back, refusal } = await place();
    await deploy(filesOf(1));
    await deploy(filesOf(2));
    await writeFile(join(target, 'verify.txt'), '别人的');
    await back();
    assert.equal(await readFile(join(target, 'verify.txt'), 'utf8'), '别人的');
    await deploy(filesOf(3));
    const [kept] = (await siteIn(root).files()).filter((path) => path.endsWith('record.json'));
    const record = JSON.parse(await readFile(join(root, kept!), 'utf8')) as { files: string[] };
    await writeFile(join(root, kept!), JSON.stringify({ ...record, files: ['../outside.html'] }));
    assert.match(await refusal(), /^上一版不在这台电脑上/);
  });

  test('when it fails on the way all is as it was, and it can be done again', async () => {
    const { target, deploy, back, served } = await place();
    await deploy(filesOf(1));
    const first = await served();
    await deploy(filesOf(2));
    const second = await served();
    // The later page has become a folder of somebody else’s in the midst of it.
    await rename(join(target, 'texts'), join(target, 'away'));
    await writeFile(join(target, 'texts'), '');
    await assert.rejects(back(), DeployError);
    await rm(join(target, 'texts'));
    await rename(join(target, 'away'), join(target, 'texts'));
    assert.deepEqual(await served(), second);
    await back();
    assert.deepEqual(withoutCodeOf(await served(), 2), first);
  });
});

describe('killed at any moment', () => {
  /** Renames until which a process is killed; there are fewer than this many. */
  const MOMENTS = [0, 1, 2, 4, 7, 11, 16, 22];
  const inNode = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e'];

  /** Goes back or deploys in a process that is killed after so many renames. */
  function killedAfter(moves: number, target: string, root: string, site?: string): string | null {
    const program = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      let moves = 0;
      fs.renameSync = (...paths) => {
        if (moves++ === ${moves}) process.kill(process.pid, 'SIGKILL');
        return renameSync(...paths);
      };
      syncBuiltinESMExports();
      const from = (name) => import(${JSON.stringify(join(ROOT, 'src/publish/deploy/'))} + name);
      const { folderOfEarlier } = await from('earlier.ts');
      const [target, root, site] = process.argv.slice(1);
      const place = (served) => folderOfEarlier(root, served);
      if (site) await (await from('deploy.ts')).deploySite(site, target, ['gz', 'br'], { folderOfEarlier: place });
      else await (await from('go-back.ts')).goBack(target, place);`;
    const words = [...inNode, program, target, root, ...(site ? [site] : [])];
    return spawnSync(process.execPath, words, { timeout: 20_000 }).signal;
  }

  /** Every page is whole and finds what it needs. */
  async function requireWholePages(target: string): Promise<void> {
    const manifest = await readFile(join(target, 'search-index/catalogue.pf_meta'), 'utf8');
    assert.ok(existsSync(join(target, `search-index/${manifest}/0.pf_index`)));
    for (const page of ['index.html', 'texts/a/index.html']) {
      const n = /^第 (\d) 版 /.exec(await readFile(join(target, page), 'utf8'))?.[1];
      assert.ok(n && existsSync(join(target, `_astro/page.${n}.js`)), page);
    }
  }

  test('going back leaves whole pages, and is brought to its end by going back again or undone by a deploy', async () => {
    let kills = 0;
    for (const moves of MOMENTS) {
      for (const end of ['back', 'forth'] as const) {
        const { target, root, deploy, back, served } = await place();
        await deploy(filesOf(1));
        const first = await served();
        await deploy(filesOf(2));
        const second = await served();
        const isKilled = killedAfter(moves, target, root) === 'SIGKILL';
        kills += Number(isKilled);
        await requireWholePages(target);
        if (end === 'forth') await deploy(filesOf(2));
        else if (isKilled) await back();
        const code = end === 'forth' ? 1 : 2;
        assert.deepEqual(
          withoutCodeOf(await served(), code),
          withoutCodeOf(end === 'forth' ? second : first, code),
          `killed after ${moves}, then ${end}`,
        );
      }
    }
    assert.ok(kills >= 10, `${kills} kills`);
  });

  test('a deploy leaves the generation that was whole last to go back to', async () => {
    let kills = 0;
    for (const moves of MOMENTS) {
      const { target, root, deploy, back, served, refusal } = await place();
      await deploy(filesOf(0));
      const zeroth = await served();
      await deploy(filesOf(1));
      const first = await served();
      const site = await siteOf(filesOf(2));
      const isKilled = killedAfter(moves, target, root, site) === 'SIGKILL';
      kills += Number(isKilled);
      await requireWholePages(target);
      // Not yet begun, it is the one before the one that is served.
      const isBegun = (await readFile(join(target, '.deployed.json'), 'utf8')).includes('"coming"');
      const expected = isKilled && !isBegun ? zeroth : first;
      await back();
      const codes = (files: Map<string, string>) =>
        withoutCodeOf(withoutCodeOf(withoutCodeOf(files, 0), 1), 2);
      assert.deepEqual(codes(await served()), codes(expected), `killed after ${moves}`);
      assert.match(await refusal(), /^现在就是上一版/);
    }
    assert.ok(kills >= 5, `${kills} kills`);
  });

  test('a deploy that ended halfway and is followed by another leaves the last whole one, or none where that withdraws', async () => {
    for (const moves of [4, 7, 11]) {
      for (const isWithdrawn of [false, true]) {
        const { target, root, deploy, back, served, refusal, keeps } = await place();
        await deploy(filesOf(1, { 'texts/secret/index.html': CANARY }));
        const first = await served();
        const second = await siteOf(filesOf(2, { 'texts/secret/index.html': `${CANARY}2` }));
        assert.equal(killedAfter(moves, target, root, second), 'SIGKILL');
        await deploy(filesOf(3, isWithdrawn ? {} : { 'texts/secret/index.html': `${CANARY}3` }));
        if (isWithdrawn) {
          assert.match(await refusal(), WITHDRAWN);
          assert.ok(!(await keeps(CANARY)));
          continue;
        }
        await back();
        const codes = (files: Map<string, string>) => withoutCodeOf(withoutCodeOf(files, 2), 3);
        assert.deepEqual(codes(await served()), codes(first), `killed after ${moves}`);
      }
    }
  });
});

describe('a page says that something was withdrawn', () => {
  const is = (html: string) => isTombstone(Buffer.from(html));
  test('by an attribute of its main element, in any position', () => {
    for (const main of [
      '<main data-withdrawn>',
      '<main class="a > b" data-withdrawn="true">',
      "<main id='x'\n data-withdrawn >",
    ])
      assert.ok(is(`<body>${main}已撤下</main>`), main);
  });
  test('not by words in its text, another element or another attribute', () => {
    for (const html of [
      '<main>&lt;main data-withdrawn&gt;</main>',
      '<main><p data-withdrawn></p></main>',
      '<main data-withdrawn-on="x"></main>',
      '<main title=" data-withdrawn "></main>',
      '<mainly data-withdrawn></mainly>',
    ])
      assert.ok(!is(html), html);
  });
});
