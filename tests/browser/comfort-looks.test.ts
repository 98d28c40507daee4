import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

const READING = '/texts/three-lists/';
/** The rules whose answer changes with width and colours; `pages.test.ts` asks the others. */
const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

const { newPage } = useBrowser();
const { url } = await serveDemo();

function openWith(choices: Record<string, string>, width: number): Promise<Page> {
  const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
  return newPage({
    width,
    height: 740,
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  });
}

async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} at ${html.slice(0, 160)}`));
}

describe('axe finds nothing', () => {
  for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
    for (const width of [360, 1280]) {
      test(`in the theme ${theme} at ${width} px, with panel, bars and a paragraph marked`, async () => {
        const page = await openWith({ theme }, width);
        await page.goto(`${url}${READING}#p5`);
        await page.keyboard.press('Tab');
        await page
          .locator('.anchor')
          .nth(1)
          .evaluate((link) => (link as HTMLElement).click());
        await page.getByRole('group', { name: /^引用/ }).waitFor();
        await page.getByRole('button', { name: '阅读设置' }).click();
        await page.getByRole('dialog').waitFor();
        assert.deepEqual(await faults(page, theme === 'light' ? undefined : RULES_OF_LOOKS), []);
      });
    }
  }

  for (const [width, kinds] of [
    [360, Object.keys(PAGE_KINDS)],
    [1280, ['home', 'reading', 'schedule', 'library', 'search']],
  ] satisfies [number, string[]][]) {
    test(`in the large-type edition of each kind of page at ${width} px`, async () => {
      const page = await openWith({ large: 'on' }, width);
      const found: string[] = [];
      for (const [kind, address] of Object.entries(PAGE_KINDS).filter(([kind]) => kinds.includes(kind))) {
        await page.goto(url + address);
        found.push(...(await faults(page, RULES_OF_LOOKS)).map((fault) => `${kind}: ${fault}`));
      }
      assert.deepEqual(found, []);
    });
  }
});

describe('no page scrolls sideways', () => {
  const WIDTHS = [320, 360, 400, 480, 640, 800, 960, 1120, 1280, 1440];
  for (const choices of [{ large: 'on' }, { large: 'on', size: '5', line: 'loose' }, { size: '5' }]) {
    test(`with ${JSON.stringify(choices)} from 320 to 1440 px`, async () => {
      const page = await openWith(choices as Record<string, string>, 1280);
      const wide: string[] = [];
      for (const [kind, address] of Object.entries(PAGE_KINDS)) {
        await page.goto(url + address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 740 });
          const over = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth <= clientWidth) return '';
            const element = [...document.querySelectorAll('body *')].find(
              (each) => each.getBoundingClientRect().right > clientWidth + 1,
            );
            return `${scrollWidth} px: ${element?.outerHTML.slice(0, 120) ?? '?'}`;
          });
          if (over) wide.push(`${kind} at ${width}: ${over}`);
        }
      }
      assert.deepEqual(wide, []);
    });
  }
});
