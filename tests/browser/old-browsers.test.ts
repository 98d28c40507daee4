import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import { describe, it } from 'node:test';
import { BEFORE_PAINT } from '../../src/security/before-paint.ts';
import { useBrowser } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';

/** What scripts may not call: each came after Chromium 86 (the version behind it), by MDN's tables. */
const NEWER_NAMES: Readonly<Record<string, number>> = {
  at: 92,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  hasOwn: 93,
  groupBy: 117,
  fromAsync: 121,
  withResolvers: 119,
  structuredClone: 98,
  randomUUID: 92,
  isWellFormed: 111,
  toWellFormed: 111,
  checkVisibility: 105,
  showPicker: 99,
  togglePopover: 114,
  showPopover: 114,
  moveBefore: 133,
  setHTMLUnsafe: 124,
  parseHTMLUnsafe: 124,
  startViewTransition: 111,
  getHTML: 125,
  intersection: 122,
  isSubsetOf: 122,
  symmetricDifference: 122,
};

/** What style sheets may not hold, with the Chromium that brought it; what follows in the sheet would be lost, or the rule be dropped whole. */
const NEWER_STYLES: readonly (readonly [pattern: RegExp, since: number])[] = [
  [/@layer/, 99],
  [/@container/, 105],
  [/@scope/, 118],
  [/@starting-style/, 117],
  [/:has\(/, 105],
  [/:(is|where)\(/, 88],
  [/:not\([^()]*,/, 88],
  [/[\d.](d|s|l)v(h|w|i|b|min|max)\b/, 108],
  [/[{;]inset:/, 87],
  [/[{;]inset-(inline|block)/, 87],
  [/[{;](margin|padding)-(inline|block):/, 87],
  [/[{;]aspect-ratio:/, 88],
  [/[{;](translate|rotate|scale):/, 104],
  [/color-mix\(/, 111],
  [/light-dark\(/, 123],
  [/\boklch\(|\boklab\(/, 111],
  [/overflow(-[xy])?:clip/, 90],
];

const linter = new Linter();

function scriptFaults(code: string): string[] {
  const messages = linter.verify(code, {
    languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
    rules: {
      'no-restricted-syntax': [
        'error',
        ...Object.entries(NEWER_NAMES).map(([name, since]) => ({
          // Short names on their own are what minifying calls things.
          selector: `CallExpression > .callee:matches([property.name='${name}']${name.length > 3 ? `, [name='${name}']` : ''})`,
          message: `${name} (${since})`,
        })),
      ],
    },
  });
  return messages.map(
    ({ message, column }) => `${message} at ${code.slice(Math.max(0, column - 40), column + 40)}`,
  );
}

/** Rules within rules: nothing but conditions may hold a rule. */
function nestedRules(css: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, words = '', mark] of css
    .replace(/"[^"]*"|\/\*[^]*?\*\//g, '""')
    .matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '{') {
      const holder = open.at(-1);
      if (holder !== undefined && !/^@(media|supports|page|font-face|keyframes)/.test(holder))
        found.push(`${holder}{${words}`);
      open.push(words.trim());
    } else if (mark === '}') open.pop();
  }
  return found;
}

describe('what the build writes for browsers', async () => {
  const { newPage } = useBrowser();
  const { url, files, read } = await serveDemo();
  const all = await files();
  // Pagefind's bundle is for pages that others write, in the browsers that it knows; no page of the site loads it.
  const own = all.filter((file) => !file.startsWith('pagefind/'));

  it('is script of ES2020 without anything that came after Chromium 86', async () => {
    const faults: string[] = scriptFaults(BEFORE_PAINT);
    const scripts = own.filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length > 20);
    for (const file of scripts)
      faults.push(...scriptFaults(await read(`/${file}`)).map((fault) => `${file}: ${fault}`));
    assert.deepEqual(faults, []);
  });

  it('is style without nesting, layers, containers and all else that Chromium 86 would stumble over', async () => {
    const faults: string[] = [];
    const sheets = own.filter((file) => file.endsWith('.css'));
    assert.ok(sheets.length > 5);
    for (const file of sheets) {
      const css = await read(`/${file}`);
      faults.push(...nestedRules(css).map((rule) => `${file}: ${rule}`));
      for (const [pattern, since] of NEWER_STYLES) {
        const found = pattern.exec(css);
        if (found)
          faults.push(`${file}: ${css.slice(Math.max(0, found.index - 40), found.index + 40)} (${since})`);
      }
    }
    assert.deepEqual(faults, []);
  });

  it('reads, remembers, cites and searches where nothing newer than Chromium 86 exists', async () => {
    const page = await newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript((names: string[]) => {
      for (const owner of [
        Array,
        String,
        Object,
        Promise,
        Map,
        Set,
        RegExp,
        Element,
        Document,
        CSS,
        crypto,
        Intl,
        window,
      ]) {
        for (const place of [owner, (owner as { prototype?: object }).prototype]) {
          for (const name of [...names, 'Segmenter']) {
            if (place && name in place) Reflect.deleteProperty(place, name);
          }
        }
      }
    }, Object.keys(NEWER_NAMES));
    await page.goto(`${url}/texts/conduct-plan/`);
    assert.equal(await page.evaluate(() => 'at' in Array.prototype || 'structuredClone' in window), false);
    await page.getByRole('button', { name: '阅读设置' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: '26 像素' }).check();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.locator('#p4').hover();
    await page.locator('#p4 .anchor').click();
    await page.getByRole('group', { name: /^引用/ }).waitFor();
    await page.goto(`${url}/search/?q=${encodeURIComponent('五个工作日')}`);
    await page.locator('[data-search-state=ready]').waitFor();
    assert.notEqual(await page.locator('[data-result-count]').getAttribute('data-result-count'), '0');
    for (const address of ['/', '/units/blood-center/conduct-2026/', '/checklists/reform-measures-2026/']) {
      await page.goto(url + address, { waitUntil: 'networkidle' });
    }
    assert.deepEqual(faults, []);
  });
});
