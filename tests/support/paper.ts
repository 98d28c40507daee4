import assert from 'node:assert/strict';
import type { Page } from 'playwright';
import type { Coverage } from '../../src/browser/font-coverage.ts';
import { bare, type Pdf, type PdfPage } from './pdf.ts';

/** How papers are printed in tests, as `npm run pdf` prints them. */
export const PRINT = { preferCSSPageSize: true, tagged: true, outline: true } as const;
const NUMBER = /^— ?(\d+) ?—$/;

/** Fonts draw some characters alike; what the browser writes for them depends on the font, so both sides take the first of each group. */
export function alike(text: string, { twins }: Coverage): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0)!;
      return String.fromCodePoint(Math.min(code, ...(twins.get(code) ?? [])));
    })
    .join('');
}

/** Whether a line is a page number. */
export function isNumber(line: string): boolean {
  return NUMBER.test(line.trim());
}

/** The number of a page and where it stands, in millimetres. */
export function pageNumber({ lines }: PdfPage): { number: number; left: number; right: number } | undefined {
  for (const { text, left, right } of lines) {
    const match = NUMBER.exec(text.trim());
    if (match) return { number: Number(match[1]), left, right };
  }
  return undefined;
}

/**
 * Puts a character into every blank, ruled line and empty cell without moving anything, so that a PDF tells where they stand: empty ones hold no text, and
 * a heading above lines to write on would seem to stand last.
 */
export async function markBlanks(page: Page): Promise<void> {
  await page.locator('.blank:empty, .rule, td:empty').evaluateAll((blanks) => {
    for (const blank of blanks) {
      const mark = document.createElement('span');
      mark.textContent = '填';
      mark.style.position = 'absolute';
      blank.append(mark);
    }
  });
}

/** What a page of papers holds on paper, without white space, in its order. */
interface Printed {
  text: string;
  /** Rows of tables that hold words, heads of tables, and headings. */
  rows: string[];
  heads: string[];
  headings: string[];
  covers: number;
}

async function printedOf(page: Page, root: string, coverage: Coverage): Promise<Printed> {
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate((selector) => {
    const texts = (within: string) =>
      Array.from(document.querySelectorAll<HTMLElement>(selector))
        .flatMap((part) => Array.from(part.querySelectorAll<HTMLElement>(within)))
        .filter((element) => element.offsetParent !== null)
        .map((element) => element.innerText);
    return {
      text: Array.from(document.querySelectorAll<HTMLElement>(selector))
        .map((part) => part.innerText)
        .join(''),
      rows: texts('tbody tr'),
      heads: texts('thead'),
      headings: texts('.sheet__title, .level, .label, h1, h2, h3'),
      covers: Array.from(document.querySelectorAll<HTMLElement>('.paper-cover')).filter(
        ({ offsetParent }) => offsetParent !== null,
      ).length,
    };
  }, root);
  await page.emulateMedia({ media: null });
  const plain = (text: string) => alike(bare(text), coverage);
  const some = (list: string[]) => list.map(plain).filter((text) => text !== '');
  return {
    text: plain(printed.text),
    rows: some(printed.rows),
    heads: [...new Set(some(printed.heads))],
    headings: some(printed.headings),
    covers: printed.covers,
  };
}

/** Millimetres from the upper edge below which only page numbers and stamps stand. */
function foot({ width, height }: PdfPage): number {
  return height - (width > height ? 27 : 30);
}

/**
 * Holds a printed page of papers against what the page shows: every character in its order, no row of a table on two pages, heads of tables again on every
 * further page, no heading last on a page, no page without words, and its number on the outer side of every page but covers.
 */
export async function checkPaper(page: Page, pdf: Pdf, coverage: Coverage, root = '.sheet'): Promise<void> {
  const printed = await printedOf(page, root, coverage);
  const repeated = new Set<number>();
  const pages = pdf.pages.map((sheet, index) => {
    const words = sheet.items.filter(({ base }) => base < foot(sheet)).map(({ text }) => text);
    const text = alike(bare(words.join('')), coverage);
    const head = index > 0 ? printed.heads.find((words) => text.startsWith(words)) : undefined;
    if (head === undefined) return text;
    repeated.add(index);
    return text.slice(head.length);
  });
  pages.forEach((text, index) => assert.ok(text.length > 5, `page ${index + 1} is blank`));
  assert.equal(pages.join(''), printed.text);

  const ends = pages.reduce<number[]>((ends, text) => [...ends, (ends.at(-1) ?? 0) + text.length], []);
  const pageOf = (offset: number) => ends.findIndex((end) => offset < end);
  let from = 0;
  let last: number | undefined;
  for (const row of printed.rows) {
    const start = printed.text.indexOf(row, from);
    assert.ok(start >= from, row);
    from = start + row.length;
    const at = pageOf(start);
    assert.equal(pageOf(from - 1), at, `cut across pages: ${row}`);
    const isFirstOnPage = at > 0 && start === ends[at - 1];
    if (isFirstOnPage && last === at - 1 && row.length > 5)
      assert.ok(repeated.has(at), `no head above: ${row}`);
    last = at;
  }
  from = 0;
  for (const heading of printed.headings) {
    const start = printed.text.indexOf(heading, from);
    assert.ok(start >= from, heading);
    from = start + heading.length;
    if (from < printed.text.length)
      assert.equal(pageOf(from), pageOf(from - 1), `last on its page: ${heading}`);
  }

  const numbers = pdf.pages.map(pageNumber);
  numbers.forEach((found, index) => {
    if (!found) return;
    assert.equal(found.number, index + 1);
    assert.equal(found.left > pdf.pages[index]!.width / 2, found.number % 2 === 1, 'on the outer side');
  });
  assert.equal(
    numbers.filter((found) => found === undefined).length,
    printed.covers,
    'only covers go without',
  );
}
