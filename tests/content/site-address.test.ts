import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, describe, test } from 'node:test';
import { freePort } from '../../scripts/bench/nginx.ts';
import { codeDigest } from '../../src/publish/build/cache-folder.ts';
import { buildKey } from '../../src/publish/build/freshness.ts';
import { readSettings } from '../../src/source/settings.ts';
import { startCommand } from '../support/command.ts';
import { entryFile, ROOT, SITE_YAML, siteIn, temporaryFolder, WITHOUT_BUNDLE, writeContent } from '../support/site.ts';

const at = (url: string, base: string): string => `${WITHOUT_BUNDLE}url: ${url}\nbase: ${base}\n`;
const WRITTEN = at('https://study.example.cn', '/study');
/** The longest that a server may take to come up on a busy machine. */
const PATIENCE = 120_000;

describe('a site whose address stands in site.yaml', async () => {
  const contentDir = await writeContent({
    'site.yaml': WRITTEN,
    'texts/new.md': entryFile('正文。', { formerIds: ['old'] }),
  });
  const outDir = join(await temporaryFolder(), 'site');
  const where = { CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_URL: '', BASE_PATH: '' };
  const say = (yaml: string) => writeFile(join(contentDir, 'site.yaml'), yaml);
  const site = siteIn(outDir);
  const running = new Set<number>();
  after(() => running.forEach((pid) => process.kill(-pid)));

  test('is built for it, as it is for variables that say the same', async () => {
    const { code, said } = await startCommand('build', where).ended;
    assert.equal(code, 0, said);
    assert.match(await site.read('/robots.txt'), /Sitemap: https:\/\/study\.example\.cn\/study\/sitemap-index\.xml/);
    assert.match(await site.read('/feed.xml'), /<link>https:\/\/study\.example\.cn\/study\/texts\/new\/<\/link>/);
    const page = await site.read('/texts/new/');
    assert.match(page, /<link rel="canonical" href="https:\/\/study\.example\.cn\/study\/texts\/new\/">/);
    assert.match(page, /<a href="\/study\/library\/"/);
    assert.match(await site.read('/_redirects'), /^\/study\/texts\/old\/ \/study\/texts\/new\/ 301$/m);
    assert.match(await site.read('/_headers'), /^\/study\/\*\n/);
  });

  test('is served below its path by npm start, which builds it anew when the path has changed', async () => {
    for (const path of ['/study/', '/other/']) {
      await say(at('https://study.example.cn', path));
      const port = await freePort();
      const { pid, ended } = startCommand('start', { ...where, PORT: String(port) });
      running.add(pid);
      const page = await Promise.race([firstAnswer(`http://localhost:${port}${path}texts/new/`), ended.then(({ said }) => said)]);
      assert.ok(page.includes(`href="${path}library/"`), page);
    }
  });

  test('counts among what pages were made from', async () => {
    const digests = new Set<string>();
    const keys = new Set<string>();
    for (const yaml of [SITE_YAML, WRITTEN, at('https://study.example.cn', '/b'), at('https://a.cn', '/study')]) {
      await say(yaml);
      const settings = readSettings(where, ROOT);
      digests.add(await codeDigest(ROOT, settings));
      keys.add((await buildKey(settings, ROOT)).replace(/"newest":.*/, ''));
    }
    assert.deepEqual([digests.size, keys.size], [4, 4]);
  });

  test('is what servers are told', async () => {
    await say(WRITTEN);
    const { code, said } = await startCommand('publish-nginx', where).ended;
    assert.equal(code, 0, said);
    assert.match(said, /server_name study\.example\.cn;/);
    assert.match(said, /location \/study\/ \{/);
  });

  test('that is at fault is reported with its place by everything that reads the content, without a crash', async () => {
    await say(`${SITE_YAML}url: https://*/\nbase: /../x\n`);
    for (const script of ['check', 'build', 'pdf', 'start', 'publish-nginx', 'publish-record']) {
      const { code, said } = await startCommand(script, where).ended;
      assert.equal(code, 1, `${script}: ${said}`);
      assert.match(said, /^site\.yaml:3:6 url：域名里不能用通配符 \*，写出完整的域名 — /m, script);
      assert.match(said, /^site\.yaml:4:7 base：应像 \/study 这样只用英文、数字、连字符 — /m, script);
      assert.doesNotMatch(said, /^\s+at /m, script);
    }
    for (const script of ['pack', 'deploy', 'new', 'import']) {
      const { said } = await startCommand(script, where).ended;
      assert.doesNotMatch(said, /^\s+at /m, script);
    }
  });

  test('gives way to a variable, and one that is wrong is said in a line', async () => {
    await say(WRITTEN);
    const other = await startCommand('publish-nginx', { ...where, SITE_URL: 'http://a.cn:8080', BASE_PATH: '/' }).ended;
    assert.match(other.said, /listen 8080;[\s\S]*server_name a\.cn;[\s\S]*location \/ \{/);
    for (const SITE_URL of ['https://y;sandbox/', 'https://"x/', 'https://~.*/', 'https://a.cn/#']) {
      const { code, said } = await startCommand('publish-nginx', { ...where, SITE_URL }).ended;
      assert.equal(code, 1);
      assert.match(said, /^SITE_URL 写作 .*\n$/);
    }
  });
});

/** What a server that is coming up answers first. */
async function firstAnswer(address: string): Promise<string> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(200)) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return response.text();
  }
  assert.fail(`no answer at ${address}`);
}
