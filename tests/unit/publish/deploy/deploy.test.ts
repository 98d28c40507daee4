import assert from 'node:assert/strict';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { DeployError } from '../../../../src/publish/deploy/deploy-error.ts';
import { deploySite } from '../../../../src/publish/deploy/deploy.ts';
import { siteIn, snapshot, temporaryFolder } from '../../../support/site.ts';

const LONG = `<p>${'为群众办实事。'.repeat(200)}</p>`;

/** A built site of these files in a folder of its own. */
async function siteOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await lay(folder, files);
  return folder;
}

async function lay(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The build of one generation: a page and what is named by its content. */
const generation = (n: number) =>
  siteOf({
    'index.html': `第 ${n} 版`,
    [`_astro/page.${n}.js`]: `${n}`,
    [`search-index/aa${n}/0.pf_index`]: `${n}`,
    'search-index/catalogue.pf_meta': `aa${n}`,
  });

const lies = async (folder: string) =>
  (await siteIn(folder).files()).filter((path) => path !== '.deployed.json');

describe('deploying', () => {
  test('brings a site with compressed texts into a folder, without what is for hosts of pages only', async () => {
    const site = await siteOf({
      'index.html': LONG,
      'short.html': '短',
      'a.png': 'x'.repeat(5000),
      _headers: '/*',
      _redirects: '',
    });
    const target = join(await temporaryFolder(), 'srv/study');
    await deploySite(site, target, ['gz', 'br']);
    assert.deepEqual(await lies(target), [
      'a.png',
      'index.html',
      'index.html.br',
      'index.html.gz',
      'short.html',
    ]);
    assert.equal(gunzipSync(await readFile(join(target, 'index.html.gz'))).toString(), LONG);
    assert.equal(brotliDecompressSync(await readFile(join(target, 'index.html.br'))).toString(), LONG);
  });

  test('makes the same bytes of the same site', async () => {
    const site = await siteOf({ 'index.html': LONG, 'a/index.html': `${LONG}2` });
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await deploySite(site, one, ['gz', 'br']);
    await deploySite(site, two, ['gz', 'br']);
    assert.deepEqual(await snapshot(one), await snapshot(two));
  });

  test('keeps scripts for one generation and no longer, and nothing that holds content', async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    await deploySite(await generation(2), target, ['gz']);
    assert.deepEqual(await lies(target), [
      '_astro/page.1.js',
      '_astro/page.2.js',
      'index.html',
      'search-index/aa2/0.pf_index',
      'search-index/catalogue.pf_meta',
    ]);
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), '第 2 版');
    await deploySite(await generation(3), target, ['gz']);
    const names = await lies(target);
    assert.equal(
      names.some((name) => /page\.1|aa[12]/.test(name)),
      false,
    );
    assert.ok(names.includes('_astro/page.2.js') && names.includes('_astro/page.3.js'));
  });

  test('The same site put there twice takes nothing from readers of the one before', async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    const second = await generation(2);
    await deploySite(second, target, ['gz']);
    const { written, removed } = await deploySite(second, target, ['gz']);
    assert.deepEqual({ written, removed }, { written: 0, removed: 0 });
    assert.ok((await lies(target)).includes('_astro/page.1.js'));
  });

  test('Of a site that was copied there by hand, what we did not put there stays for good', async () => {
    const target = await siteOf({
      'index.html': '旧',
      '_astro/page.0.js': '0',
      'search-index/aa0/0.pf_index': '0',
      'old/index.html': '旧',
    });
    for (const n of [1, 2, 3]) await deploySite(await generation(n), target, ['gz']);
    const names = await lies(target);
    for (const path of ['_astro/page.0.js', 'search-index/aa0/0.pf_index', 'old/index.html'])
      assert.ok(names.includes(path), path);
    assert.equal(names.includes('_astro/page.1.js'), false);
  });

  test('takes away pages that are gone, their empty folders too, and nothing that others put there', async () => {
    const target = await siteOf({ 'verify.txt': '别人的', 'old/mine.txt': '别人的' });
    await deploySite(
      await siteOf({ 'index.html': LONG, 'old/index.html': LONG, 'gone/index.html': LONG }),
      target,
      ['gz'],
    );
    await deploySite(await siteOf({ 'index.html': LONG }), target, ['gz']);
    assert.deepEqual(await lies(target), ['index.html', 'index.html.gz', 'old/mine.txt', 'verify.txt']);
    await assert.rejects(stat(join(target, 'gone')));
  });

  test('A page that has become short loses its compressed form, an unchanged one is not touched', async () => {
    const target = await temporaryFolder();
    await deploySite(await siteOf({ 'index.html': LONG, 'a.html': LONG }), target, ['gz']);
    const before = await stat(join(target, 'index.html'));
    await deploySite(await siteOf({ 'index.html': LONG, 'a.html': '短' }), target, ['gz']);
    assert.deepEqual(await lies(target), ['a.html', 'index.html', 'index.html.gz']);
    assert.equal((await stat(join(target, 'index.html'))).ino, before.ino);
  });

  test('A deploy that fails while files are made ready leaves the served site as it was; the next one succeeds', async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    const before = await snapshot(target);
    const second = await generation(2);
    // As long as a name may be: its compressed form has none.
    const tooLong = `${'x'.repeat(250)}.html`;
    await lay(second, { [tooLong]: LONG });
    await assert.rejects(deploySite(second, target, ['gz']), { code: 'ENAMETOOLONG' });
    assert.deepEqual(await snapshot(target), before);
    await rm(join(second, tooLong));
    await deploySite(second, target, ['gz']);
    assert.ok((await lies(target)).includes('_astro/page.1.js'));
  });

  test('A generation that was put there in part had readers too: its scripts stay for one more', async () => {
    const target = await temporaryFolder();
    await deploySite(await generation(1), target, ['gz']);
    const record = JSON.parse(await readFile(join(target, '.deployed.json'), 'utf8')) as object;
    await lay(target, {
      'half/index.html': '半',
      '_astro/half.2.js': '2',
      '.deployed.json': JSON.stringify({
        ...record,
        files: ['index.html', 'half/index.html'],
        left: ['_astro/half.2.js'],
      }),
    });
    await deploySite(await generation(3), target, ['gz']);
    const names = await lies(target);
    for (const n of ['page.1', 'half.2', 'page.3']) assert.ok(names.includes(`_astro/${n}.js`), n);
    assert.equal(names.includes('half/index.html'), false);
    await deploySite(await generation(4), target, ['gz']);
    assert.deepEqual(
      (await lies(target)).filter((name) => name.startsWith('_astro/')),
      ['_astro/page.3.js', '_astro/page.4.js'],
    );
  });

  test('A compressed form that is not one of its file is made anew, though the file is the same', async () => {
    const site = await siteOf({ 'index.html': LONG });
    const target = await temporaryFolder();
    await deploySite(site, target, ['gz', 'br']);
    const whole = await snapshot(target);
    for (const form of ['index.html.gz', 'index.html.br']) await lay(target, { [form]: '别的' });
    await deploySite(site, target, ['gz', 'br']);
    assert.deepEqual(await snapshot(target), whole);
  });

  test('refuses a folder without a site, and one inside the other, and touches nothing', async () => {
    const empty = await temporaryFolder();
    await assert.rejects(deploySite(empty, await temporaryFolder(), ['gz']), (error: Error) => {
      return error instanceof DeployError && error.message.includes('里没有网站 — 先运行 npm run build');
    });
    const site = await siteOf({ 'index.html': '页' });
    for (const target of [site, join(site, 'inner'), dirname(site)]) {
      await assert.rejects(deploySite(site, target, ['gz']), DeployError);
    }
    assert.deepEqual(await siteIn(site).files(), ['index.html']);
    await rm(site, { recursive: true });
  });
});
