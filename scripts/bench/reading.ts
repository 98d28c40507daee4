import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { readSettings } from '../../src/source/settings.ts';
import { say } from '../print.ts';
import { serveCompressed } from './server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Characters of the longest text that is to stay fluent, and of the longest text that is handed in. */
const READ = 100_000;
const HANDED_IN = 20_000;
/** How many times slower than this machine the processor of a phone is taken to be. */
const SLOWED = 4;
const ROUNDS = 6;

/** What a long text asks of a phone: the slowest frame while scrolling, another size and colour, the self-check of a text to hand in. */
export async function benchReading(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhixing-bench-'));
  const browser = await launchBrowser();
  try {
    const contentDir = path.join(folder, 'content');
    await cp(path.join(ROOT, 'content'), contentDir, { recursive: true });
    const words = await wordsOf(contentDir);
    const fields = 'title: 长文\ndate: 2026-03-02\nspeaker: { role: 主任 }';
    await writeFile(
      path.join(contentDir, 'speeches/longest.md'),
      `---\n${fields}\n---\n\n${repeated(words, READ)}\n`,
    );
    const settings = readSettings({ CONTENT_DIR: contentDir, OUT_DIR: path.join(folder, 'site') }, ROOT);
    const { problems } = await buildSite(settings);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    const server = await serveCompressed(settings.outDir);
    const url = server.url.replace(/\/$/, '');
    say(`a processor slowed ${SLOWED} times; the best of ${ROUNDS} rounds`);
    const { frame, answer } = await readLongText(await slowPage(browser, `${url}/speeches/longest/`));
    say(
      `${READ} characters: slowest frame of scrolling ${frame.toFixed(0)} ms, size and colour ${answer.toFixed(0)} ms`,
    );
    const page = await slowPage(browser, `${url}/essays/theory-articles-2026/`);
    say(
      `self-check of ${HANDED_IN} characters: ${(await checkLongText(page, repeated(words, HANDED_IN))).toFixed(0)} ms`,
    );
    server.close();
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The paragraphs of the demo office's texts. */
async function wordsOf(contentDir: string): Promise<string[]> {
  const names = (await readdir(path.join(contentDir, 'texts'))).filter((name) => name.endsWith('.md')).sort();
  const texts = await Promise.all(
    names.map((name) => readFile(path.join(contentDir, 'texts', name), 'utf8')),
  );
  return texts.flatMap((text) => text.split('\n---\n').slice(1).join('').trim().split(/\n\n+/));
}

function repeated(paragraphs: readonly string[], characters: number): string {
  const all = paragraphs.join('\n\n');
  return `${all}\n\n`.repeat(Math.ceil(characters / all.length)).slice(0, characters);
}

async function slowPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(watchAnswers);
  await page.goto(address, { waitUntil: 'networkidle' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return page;
}

/** Notes how long the page takes from a touch or key to the next paint: the events of Interaction to Next Paint. */
function watchAnswers(): void {
  const counted = window as unknown as { answers: number[] };
  counted.answers = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ((entry as unknown as { interactionId: number }).interactionId) counted.answers.push(entry.duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Scrolls from top to end, a screen at a time; milliseconds of each frame. */
async function scrollThrough(): Promise<number[]> {
  const frames: number[] = [];
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  for (let before = -1; before !== scrollY;) {
    before = scrollY;
    scrollBy(0, innerHeight);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

async function readLongText(page: Page): Promise<{ frame: number; answer: number }> {
  await page.getByRole('button', { name: '阅读设置' }).click();
  await page.getByRole('dialog').waitFor();
  const frames: number[] = [];
  const answers: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    frames.push(Math.max(...(await page.evaluate(scrollThrough))));
    await page.evaluate(() => ((window as unknown as { answers: number[] }).answers.length = 0));
    await page.getByRole('radio', { name: ['20 像素', '26 像素'][round % 2]! }).check();
    await page.getByRole('radio', { name: ['米黄', '深色'][round % 2]! }).check();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    answers.push(
      Math.max(...(await page.evaluate(() => (window as unknown as { answers: number[] }).answers))),
    );
    await page.evaluate(() => scrollTo(0, 0));
  }
  return { frame: Math.min(...frames), answer: Math.min(...answers) };
}

async function checkLongText(page: Page, text: string): Promise<number> {
  await page.locator('#self-check textarea').focus();
  await page.waitForLoadState('networkidle');
  await page.fill('#self-check textarea', text);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(
      await page.evaluate(async () => {
        document.querySelector('.check-result')?.remove();
        const start = performance.now();
        document.querySelector<HTMLFormElement>('.check-form')?.requestSubmit();
        while (!document.querySelector('.check-result')) await new Promise((done) => setTimeout(done, 1));
        return performance.now() - start;
      }),
    );
  return Math.min(...times);
}
