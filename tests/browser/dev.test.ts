import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launch.ts';
import { jpeg, png, tellingSegments } from '../support/pictures.ts';
import { entryFile, ROOT, temporaryFolder, writeContent } from '../support/site.ts';

/** Milliseconds after which `dev` has told all pages of an edit. */
const SETTLED = 1000;

/** Starts `npm run dev` on a content folder, and resolves when it says where it listens. */
async function startDev(contentDir: string, more: Record<string, string> = {}, port = '4399') {
  const args = ['--no-warnings', 'scripts/run.cjs', 'dev', '--port', port];
  const env = { ...process.env, CONTENT_DIR: contentDir, FORCE_COLOR: '0', ...more };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (part: Buffer) => (said += part.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await until(() => /http:\/\/localhost:\d+/.test(said) || child.exitCode !== null);
  const [url] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
  assert.ok(url, said);
  return { child, url, said: () => said };
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!isSo() && performance.now() < end) await setTimeout(50);
  assert.ok(isSo(), 'has not come about within a minute');
}

describe('npm run dev, where an editor keeps a page open', () => {
  let browser: Browser;
  let page: Page;
  let child: ChildProcess;
  let said: () => string;
  let contentDir: string;
  let url: string;
  const write = (file: string, text: string) => writeFile(join(contentDir, file), text);
  const shown = (text: string) => page.getByText(text).first().waitFor({ timeout: 30_000 });
  /** Opens a page and waits until it hears of edits; edits before it have been dealt with by then. */
  const open = async (path: string): Promise<void> => {
    await setTimeout(SETTLED);
    page = await browser.newPage();
    const hears = new Promise((resolve) =>
      page.on('websocket', (socket) => socket.once('framereceived', resolve)),
    );
    await page.goto(`${url}${path}`);
    await hears;
  };

  before(async () => {
    contentDir = await writeContent({ 'texts/outline.md': entryFile('最初的一段。', { title: '提纲' }) });
    ({ child, url, said } = await startDev(contentDir));
    browser = await launchBrowser();
    await open('texts/outline/');
    await shown('最初的一段。');
  });
  after(async () => {
    await browser.close();
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  });

  it('listens on this machine only', () => {
    assert.match(said(), /use --host to expose/);
  });

  it('shows pages with their styles', async () => {
    const display = await page.locator('body').evaluate((body) => getComputedStyle(body).display);
    assert.equal(display, 'flex');
  });

  it('shows an edit of the text, and of the title, without being asked to', async () => {
    await write('texts/outline.md', entryFile('改过的一段。', { title: '提纲' }));
    await shown('改过的一段。');
    await write('texts/outline.md', entryFile('改过的一段。', { title: '新的提纲' }));
    await shown('新的提纲');
  });

  it('shows an entry that is new in the lists, and one no more that is removed', async () => {
    await open('library/');
    await write('texts/second.md', entryFile('第二篇的一段。', { title: '第二篇' }));
    await shown('第二篇');
    await rm(join(contentDir, 'texts/second.md'));
    await page.getByText('第二篇').first().waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('names a fault where it stands, goes on with what is sound, and takes the entry up when it is mended', async () => {
    await write('texts/third.md', entryFile('第三篇的一段。', { title: '第三篇', date: '2026-02-30' }));
    await until(() => said().includes('texts/third.md:3:7'));
    await open('texts/outline/');
    await write('texts/outline.md', entryFile('仍然可以改。', { title: '新的提纲' }));
    await shown('仍然可以改。');
    await open('library/');
    await write('texts/third.md', entryFile('第三篇的一段。', { title: '第三篇' }));
    await shown('第三篇');
  });

  it('shows files of media/ as they would go out, those of drafts too, and nothing from beside them', async () => {
    const outside = join(await temporaryFolder(), 'outside.png');
    await writeFile(outside, png());
    await mkdir(join(contentDir, 'media/图'), { recursive: true });
    for (const name of ['media/图/a 1.jpg', 'media/.hidden.jpg'])
      await writeFile(join(contentDir, name), jpeg(tellingSegments(1)));
    await symlink(outside, join(contentDir, 'media/link.png'));
    await write('texts/pictured.md', entryFile('![图](<图/a 1.jpg>)', { title: '有图', draft: true }));
    await open('texts/pictured/');
    const address = await page.locator('main img').getAttribute('src');
    assert.equal(address, '/media/%E5%9B%BE/a%201.jpg');
    const got = await answerTo(url, address);
    assert.deepEqual([got.status, got.type], [200, 'image/jpeg']);
    assert.deepEqual(got.bytes, jpeg());
    const others = [
      '.hidden.jpg',
      'link.png',
      'none.png',
      '%2e%2e/site.yaml',
      '..%2fsite.yaml',
      '..%5csite.yaml',
      'a%00.png',
    ];
    for (const other of [...others, '../site.yaml']) {
      const { status, bytes } = await answerTo(url, `/media/${other}`);
      assert.ok(status >= 400, `${other} ${status}`);
      assert.ok(!bytes.includes('organisation: 学习办') && !bytes.includes('PNG\r\n'), other);
    }
  });
});

describe('npm run dev below a base path', () => {
  it('shows files of media/ there', async () => {
    const contentDir = await writeContent({ 'media/a.jpg': jpeg(tellingSegments(1)) });
    const cache = { BASE_PATH: '/study', ASTRO_CACHE_DIR: await temporaryFolder() };
    const { child, url } = await startDev(contentDir, cache, '4398');
    try {
      assert.deepEqual((await answerTo(url, '/study/media/a.jpg')).bytes, jpeg());
      assert.equal((await answerTo(url, '/media/a.jpg')).status, 404);
    } finally {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  });
});

/** What is answered to a path that is asked for as it is written. */
async function answerTo(
  url: string,
  path: string,
): Promise<{ status: number; type: string | undefined; bytes: Buffer }> {
  const { hostname, port } = new URL(url);
  const [response] = (await once(get({ hostname, port, path }), 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return {
    status: response.statusCode!,
    type: response.headers['content-type'],
    bytes: Buffer.concat(parts),
  };
}
