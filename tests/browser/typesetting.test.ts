import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';

const TEXT = '/texts/conduct-plan/';
const WITH_TABLE = '/texts/three-lists/';
const WIDTHS = [320, 360, 400, 440, 768, 1024, 1280, 1440];

const { newPage } = useBrowser();
const { url } = await serveDemo();

/** Numbers of characters on the last line of every heading that fills more than one. */
function lastLines(page: Page): Promise<{ text: string; letters: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, [data-prose] :is(h2, h3, h4)')].flatMap((heading) => {
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      const tops: number[] = [];
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (let index = 0; index < node.length; index += 1) {
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          tops.push(Math.round(range.getBoundingClientRect().top));
        }
      }
      const letters = tops.filter((top) => Math.abs(top - tops[tops.length - 1]!) < 6).length;
      return letters === tops.length ? [] : [{ text: heading.textContent ?? '', letters }];
    }),
  );
}

describe('a text is set', () => {
  it('in a column of whole characters, at most 34, at every width', async () => {
    const page = await newPage();
    await page.goto(url + TEXT);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 740 });
      const [column = 0, size = 1] = await page.evaluate(() => {
        const prose = document.querySelector('[data-prose]')!;
        return [prose.getBoundingClientRect().width, parseFloat(getComputedStyle(prose).fontSize)];
      });
      const characters = column / size;
      assert.ok(
        Math.abs(characters - Math.round(characters)) < 0.02,
        `${characters} characters at ${width} px`,
      );
      assert.ok(characters >= 15 && characters <= 34.02, `${characters} characters at ${width} px`);
    }
  });

  it('justified, with an indent of two characters and no space between paragraphs, or the other way round by choice', async () => {
    const page = await newPage();
    await page.goto(url + TEXT);
    const look = () =>
      page
        .locator('[data-prose] > p')
        .nth(1)
        .evaluate((paragraph) => {
          const { textIndent, fontSize, marginBottom, textAlign } = getComputedStyle(paragraph);
          return [parseFloat(textIndent) / parseFloat(fontSize), parseFloat(marginBottom), textAlign];
        });
    assert.deepEqual(await look(), [2, 0, 'justify']);
    await page.getByRole('button', { name: '阅读设置' }).click();
    await page.getByRole('radio', { name: '段间空行' }).check({ force: true });
    const [indent, space] = await look();
    assert.ok(indent === 0 && Number(space) > 8);
  });

  it('with no heading that ends in a line of one character', async () => {
    const page = await newPage();
    for (const address of [TEXT, WITH_TABLE, '/speeches/mobilisation-2026/']) {
      await page.goto(url + address);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 });
        for (const { text, letters } of await lastLines(page))
          assert.ok(letters > 1, `${text} at ${width} px`);
      }
    }
  });

  it('with dashes and ellipses that no line breaks, and no line that begins with a mark', async () => {
    const page = await newPage();
    await page.goto(url + TEXT);
    await page.locator('#p4').evaluate((paragraph) => {
      paragraph.textContent = '甲乙丙——丁戊……己庚辛，壬癸。子丑：寅卯；辰巳！午未？申酉》戌亥”'.repeat(20);
    });
    for (const width of [320, 340, 360, 400, 768]) {
      await page.setViewportSize({ width, height: 740 });
      const broken = await page.locator('#p4').evaluate((paragraph) => {
        const node = paragraph.firstChild as Text;
        const range = document.createRange();
        const topOf = (index: number) => {
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          return Math.round(range.getBoundingClientRect().top);
        };
        const found: string[] = [];
        for (let index = 1; index < node.length; index += 1) {
          const isNewLine = Math.abs(topOf(index) - topOf(index - 1)) > 6;
          const pair = node.data.slice(index - 1, index + 1);
          if (isNewLine && (pair === '——' || pair === '……' || /[，。：；！？》”]$/.test(pair)))
            found.push(pair);
        }
        return found;
      });
      assert.deepEqual(broken, [], `at ${width} px`);
    }
  });

  it('with dots under what is emphasised, never slanted', async () => {
    const page = await newPage();
    await page.goto(url + WITH_TABLE);
    const look = await page.locator('#p1').evaluate((paragraph) => {
      paragraph.innerHTML = '<em>着重</em>';
      const { fontStyle, textEmphasisStyle, textEmphasisPosition } = getComputedStyle(
        paragraph.firstElementChild!,
      );
      return [fontStyle, textEmphasisStyle, textEmphasisPosition];
    });
    assert.equal(look[0], 'normal');
    assert.match(String(look[1]), /dot/);
    assert.match(String(look[2]), /under/);
  });

  it('with tables that scroll within themselves, by keys too, and are no stop of the Tab key where they fit', async () => {
    const page = await newPage({ width: 320, height: 740 });
    await page.goto(url + WITH_TABLE);
    const box = page.getByRole('region', { name: '表格' }).first();
    await box.focus();
    assert.equal(await box.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.scroll')!.scrollLeft > 0);
    await page.setViewportSize({ width: 1280, height: 740 });
    await page.reload();
    assert.equal(await box.getAttribute('tabindex'), null);
  });
});
