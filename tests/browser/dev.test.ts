import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../../src/browser/launch.ts';
import { entryFile, ROOT, writeContent } from '../support/site.ts';

/** Milliseconds after which `dev` has told all pages of an edit. */
const SETTLED = 1000;

/** Starts `npm run dev` on a content folder, and resolves when it says where it listens. */
async function startDev(contentDir: string) {
  const args = ['--no-warnings', 'scripts/run.cjs', 'dev', '--port', '4399'];
  const env = { ...process.env, CONTENT_DIR: contentDir, FORCE_COLOR: '0' };
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
});
