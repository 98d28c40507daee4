import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { buildKey, isFresh, noteBuild } from '../../../src/publish/freshness.ts';
import { buildSite } from '../../../src/publish/build-site.ts';
import { clearLeftovers } from '../../../src/publish/leftovers.ts';
import { troubleWithOutput } from '../../../src/publish/output-place.ts';
import { serveSite } from '../../../src/publish/serve.ts';
import { publishFolder, swapFolder } from '../../../src/publish/swap.ts';
import { readSettings } from '../../../src/source/settings.ts';
import { ROOT, temporaryFolder, writeContent } from '../../support/site.ts';

async function folderWith(path: string, text: string): Promise<string> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'index.html'), text);
  return path;
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
  it('makes the place where there was none', async () => {
    const dir = await temporaryFolder();
    await publishFolder(await folderWith(join(dir, 'pages'), 'new'), join(dir, 'a/b/dist'));
    assert.equal(await readFile(join(dir, 'a/b/dist/index.html'), 'utf8'), 'new');
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
  it('is nothing, an empty folder or an earlier site', async () => {
    const dir = await temporaryFolder();
    assert.equal(await troubleWithOutput(join(dir, 'none')), undefined);
    assert.equal(await troubleWithOutput(dir), undefined);
    assert.equal(await troubleWithOutput(await folderWith(join(dir, 'dist'), 'old')), undefined);
  });
  it('is never what somebody else keeps there: the build says so at once and leaves it', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'letters.docx'), '');
    await symlink(join(dir, 'gone'), join(dir, 'nowhere'));
    const before = (await readdir(dir)).sort();
    for (const [place, words] of [
      [dir, '里有别的文件，不是生成的网站，生成会换掉整个文件夹 — 移走它们，或换一个 OUT_DIR'],
      [join(dir, 'letters.docx'), '是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR'],
      [join(dir, 'nowhere'), '是文件、设备或失效的链接，不是文件夹 — 移走它，或换一个 OUT_DIR'],
    ] as const) {
      const { problems } = await buildSite(
        readSettings({ CONTENT_DIR: await writeContent({}), OUT_DIR: place }, ROOT),
      );
      assert.deepEqual(problems, [`${place} ${words}`]);
      assert.deepEqual((await readdir(dir)).sort(), before);
    }
  });
});

describe('two builds that finish at once', () => {
  it('each put a whole site in place, and one of them stays', async () => {
    const dir = await temporaryFolder();
    const target = await folderWith(join(dir, 'dist'), 'old');
    const numbers = Array.from({ length: 8 }, (_, number) => number);
    await Promise.all(
      numbers.map(async (number) =>
        swapFolder(await folderWith(join(dir, `new-${number}`), `new ${number}`), target),
      ),
    );
    assert.match(await readFile(join(target, 'index.html'), 'utf8'), /^new \d$/);
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
    await folderWith(join(dir, 'dist.mine'), 'not ours');
    await clearLeftovers(workshops, target);
    assert.deepEqual((await readdir(dir)).sort(), ['dist', 'dist.mine', 'workshops']);
    assert.deepEqual(await readdir(workshops), [`build-${process.pid}-b`]);
    assert.equal(await readFile(join(target, 'index.html'), 'utf8'), 'site');
  });
  it('gives back the last site where it was taken away and nothing put in its place', async () => {
    const dir = await temporaryFolder();
    await folderWith(join(dir, `dist.old-${DEAD}-1f0c`), 'last good');
    await clearLeftovers(join(dir, 'workshops'), join(dir, 'dist'));
    assert.equal(await readFile(join(dir, 'dist/index.html'), 'utf8'), 'last good');
  });
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
