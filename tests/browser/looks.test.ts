import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fontCoverage } from '../../scripts/browser/font-coverage.ts';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { alike } from '../support/paper.ts';
import { bare, readPdf, type PdfLine } from '../support/pdf.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { tooWide } from '../support/widths.ts';

const WIDTHS = Array.from({ length: 29 }, (_, index) => 320 + index * 40);

/** Numbers that stand alone at the left edge of a page, from top to bottom, each with the words of the line beside it. */
function numbersIn(lines: readonly PdfLine[]): [number: string, words: string][] {
  const [numbers, others] = [[] as PdfLine[], [] as PdfLine[]];
  for (const line of lines) (/^\d+$/.test(line.text.trim()) && line.left < 40 ? numbers : others).push(line);
  return numbers
    .sort((one, other) => one.base - other.base)
    .map(({ text, base }) => {
      const [nearest] = [...others].sort(
        (one, other) => Math.abs(one.base - base) - Math.abs(other.base - base),
      );
      return [text.trim(), bare(nearest?.text ?? '')];
    });
}

describe('a page', async () => {
  const { newPage } = useBrowser();
  const { url } = await serveDemo();

  it('of any kind never scrolls sideways from 320 to 1440 px', async () => {
    const page = await newPage({ width: 1480 });
    const found: string[] = [];
    for (const [kind, address] of Object.entries(PAGE_KINDS))
      found.push(...(await tooWide(page, url, address, WIDTHS)).map((fault) => `${kind}: ${fault}`));
    assert.deepEqual(found, []);
  });

  it('of any kind keeps the words of a row apart', async () => {
    const page = await newPage({ width: 1280 });
    const found: string[] = [];
    let rows = 0;
    for (const [kind, address] of Object.entries(PAGE_KINDS)) {
      await page.goto(url + address);
      const gaps = await page.$$eval('main .bar:not([hidden])', (bars) =>
        bars.map((bar) => {
          const boxes = [...bar.children]
            .map((child) => child.getBoundingClientRect())
            .filter(({ width }) => width > 0);
          return Math.min(
            ...boxes.slice(1).map((box, index) => {
              const before = boxes[index]!;
              return box.top < before.bottom && box.left >= before.left ? box.left - before.right : 99;
            }),
          );
        }),
      );
      rows += gaps.length;
      found.push(...gaps.filter((gap) => gap < 8).map((gap) => `${kind}: ${gap} px`));
    }
    assert.ok(rows > 15);
    assert.deepEqual(found, []);
  });

  it('of a very long title and address keeps within 320 px', async () => {
    const page = await newPage({ width: 320 });
    await page.goto(`${url}/texts/conduct-plan/`);
    const [scroll, client] = await page.evaluate(() => {
      const heading = document.querySelector('h1');
      if (heading) heading.textContent = `${'题'.repeat(120)}${'https://example.org/'.repeat(12)}`;
      return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
    });
    assert.equal(scroll, client);
  });

  it('for reading has lines of at most 40 Chinese characters, and text of at least 16 px', async () => {
    const page = await newPage({ width: 1440 });
    await page.goto(`${url}/texts/reading-a-document/`);
    const [width = 0, size = 0] = await page.evaluate(() => {
      const paragraph = document.querySelector('[data-prose] p');
      if (!paragraph) return [];
      return [paragraph.getBoundingClientRect().width, parseFloat(getComputedStyle(paragraph).fontSize)];
    });
    assert.ok(size >= 16, `${size} px`);
    assert.ok(width / size <= 40, `${width / size} characters`);
  });

  it('on paper hides what only a screen needs and keeps the text, its source and the site’s name', async () => {
    const page = await newPage();
    await page.goto(`${url}/speeches/mobilisation-2026/`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [
      '.skip',
      '.head nav',
      '.head form',
      '.contents',
      '.beside',
      '.title__length',
      '.foot a',
    ]) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    assert.equal(await page.locator('.anchor:visible').count(), 0);
    for (const kept of ['.name', 'h1', '[data-prose] p', '.colophon']) {
      assert.equal(await page.locator(kept).first().isVisible(), true, kept);
    }
  });

  it('on paper has larger type and numbers of paragraphs where the reader chose them, and neither otherwise', async () => {
    const address = '/speeches/mobilisation-2026/';
    const printed = async (choices: Record<string, string>) => {
      const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
      const page = await newPage({ storageState: { cookies: [], origins: [{ origin: url, localStorage }] } });
      await page.goto(url + address);
      const blocks = await page.evaluate(() =>
        [...document.querySelectorAll('[data-prose] [id]')].map(({ id, textContent }) => ({
          id,
          text: (textContent ?? '').replace(/\s/g, '').slice(0, 6),
        })),
      );
      await page.emulateMedia({ media: 'print' });
      const size = await page.evaluate(() =>
        parseFloat(getComputedStyle(document.querySelector('[data-prose] p')!).fontSize),
      );
      const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
      return { size, blocks, numbers: pages.flatMap(({ lines }) => numbersIn(lines)) };
    };
    const plain = await printed({ theme: 'dark' });
    const chosen = await printed({ size: '5', numbers: 'on' });
    assert.equal(Math.round((plain.size * 72) / 96), 12);
    assert.equal(Math.round((chosen.size * 72) / 96), 16);
    assert.deepEqual(plain.numbers, []);
    assert.ok(chosen.blocks.length > 10);
    assert.deepEqual(
      chosen.numbers.map(([number]) => `p${number}`),
      chosen.blocks.map(({ id }) => id),
    );
    const coverage = await fontCoverage();
    for (const [index, { text }] of chosen.blocks.entries())
      assert.ok(alike(chosen.numbers[index]![1], coverage).startsWith(alike(text, coverage)), text);
  });

  it('on paper is black on white in the dark as well', async () => {
    const page = await newPage({ colorScheme: 'dark' });
    await page.goto(`${url}/speeches/mobilisation-2026/`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color];
    });
    assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });

  it('becomes a PDF of a few pages', async () => {
    const page = await newPage();
    await page.goto(`${url}/speeches/mobilisation-2026/`);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 2 && pages <= 5, `${pages} pages`);
  });
});
