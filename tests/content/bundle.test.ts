import assert from 'node:assert/strict';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { HEADERS_FILE } from '../../src/security/headers.ts';
import { buildFolder, entryFile, SITE_YAML, siteIn, temporaryFolder, WITHOUT_BUNDLE, writeContent } from '../support/site.ts';

const OF_BUNDLE = /^pagefind\//;

describe('Pagefind’s bundle of a site', async () => {
  const contentDir = await writeContent({
    'site.yaml': SITE_YAML,
    'units/office.yaml': 'name: 云川市疾控中心\n',
    'texts/staying.md': entryFile('这一篇留着。', { title: '留着的' }),
    'texts/leaving.md': entryFile('这一篇要撤下。', { title: '要撤下的' }),
  });
  const outDir = join(await temporaryFolder(), 'site');
  const served = join(await temporaryFolder(), 'served');
  const entry = join(outDir, 'pagefind/pagefind-entry.json');
  await buildFolder(contentDir, outDir);
  await deploySite(outDir, served, []);
  const fragments = async () => (await readdir(join(served, 'pagefind/fragment'))).sort();
  const before = await fragments();

  it('is there unless told otherwise, with a fragment for each entry', () => {
    assert.equal(before.length, 2);
  });

  it('is reused when no entry has changed, even if other files have', async () => {
    const { ino } = await stat(entry);
    await writeFile(join(contentDir, 'units/office.yaml'), 'name: 云川市疾病预防控制中心\n');
    await buildFolder(contentDir, outDir);
    assert.equal((await stat(entry)).ino, ino);
  });

  it('loses what is withdrawn at once, and so does the folder that is served', async () => {
    await writeFile(join(contentDir, 'texts/leaving.md'), entryFile('这一篇要撤下。', { title: '要撤下的', draft: true }));
    await buildFolder(contentDir, outDir);
    await deploySite(outDir, served, []);
    const after = await fragments();
    assert.equal(after.length, 1);
    assert.ok(before.includes(after[0]!));
    const named = (await siteIn(served).files()).filter((path) => OF_BUNDLE.test(path));
    const built = (await siteIn(outDir).files()).filter((path) => OF_BUNDLE.test(path));
    assert.deepEqual(named, built);
  });

  it('is left out by `pagefind: false`, and what servers say of it too', async () => {
    await writeFile(join(contentDir, 'site.yaml'), WITHOUT_BUNDLE);
    await buildFolder(contentDir, outDir);
    assert.deepEqual((await siteIn(outDir).files()).filter((path) => OF_BUNDLE.test(path)), []);
    assert.doesNotMatch(await siteIn(outDir).read(`/${HEADERS_FILE}`), /wasm|Access-Control/);
  });
});
