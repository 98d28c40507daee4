import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Coverage } from '../../src/publish/pdf/chromium.ts';
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

/** Stands in blanks in tests; no paper holds it. */
export const MARK = '懿';

/**
 * Puts a mark into every blank, ruled line and empty cell without moving anything, so that a PDF tells where they stand: empty ones hold no text, and a
 * heading above lines to write on would seem to stand last. Marks come after the page's other text, since they are positioned.
 */
export async function markBlanks(page: Page): Promise<void> {
  await page.locator('.blank:empty, .rule, td:empty').evaluateAll((blanks, words) => {
    for (const blank of blanks) {
      const mark = document.createElement('span');
      mark.textContent = words;
      mark.style.position = 'absolute';
      blank.append(mark);
    }
  }, MARK);
}

/** What a page of papers holds on paper, without white space, in its order. */
interface Printed {
  text: string;
  /** Rows of tables that hold words, those of tables with a head, heads of tables, and headings. */
  rows: string[];
  headedRows: Set<string>;
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
      headedRows: texts('thead ~ tbody tr'),
      heads: texts('thead'),
      headings: texts('.sheet__title, .level, .label, h1, h2, h3'),
      covers: Array.from(document.querySelectorAll<HTMLElement>('.paper-cover')).filter(
        ({ offsetParent }) => offsetParent !== null,
      ).length,
    };
  }, root);
  await page.emulateMedia({ media: null });
  const plain = (text: string) => alike(bare(text), coverage).replaceAll(MARK, '');
  const some = (list: string[]) => list.map(plain).filter((text) => text !== '');
  return {
    text: plain(printed.text),
    rows: some(printed.rows),
    headedRows: new Set(some(printed.headedRows)),
    heads: [...new Set(some(printed.heads))],
    headings: some(printed.headings),
    covers: printed.covers,
  };
}

/** A character of a PDF: its page, from 0, and its baseline. */
interface Character {
  text: string;
  page: number;
  base: number;
}

/** The characters of a page above its foot, in the order of the file. */
function charactersOf(sheet: PdfPage, page: number, coverage: Coverage): Character[] {
  return sheet.items
    .filter(({ base }) => base < foot(sheet))
    .flatMap(({ text, base }) =>
      alike(bare(text), coverage)
        .split('')
        .map((character) => ({ text: character, page, base })),
    );
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
  const lowest: number[] = [];
  const characters = pdf.pages.flatMap((sheet, index) => {
    const all = charactersOf(sheet, index, coverage);
    lowest.push(Math.max(...all.map(({ base }) => base)));
    const words = all.filter(({ text }) => text !== MARK);
    const text = words.map(({ text }) => text).join('');
    const head = index > 0 ? printed.heads.find((words) => text.startsWith(words)) : undefined;
    if (head !== undefined) repeated.add(index);
    const own = words.slice(head?.length ?? 0);
    assert.ok(own.length > 5, `page ${index + 1} is blank`);
    return own;
  });
  assert.equal(characters.map(({ text }) => text).join(''), printed.text);

  const pageOf = (offset: number) => characters[offset]!.page;
  let from = 0;
  let last: number | undefined;
  for (const row of printed.rows) {
    const start = printed.text.indexOf(row, from);
    assert.ok(start >= from, row);
    from = start + row.length;
    const at = pageOf(start);
    assert.equal(pageOf(from - 1), at, `cut across pages: ${row}`);
    const isFirstOnPage = start > 0 && pageOf(start - 1) < at;
    if (isFirstOnPage && last === at - 1 && printed.headedRows.has(row))
      assert.ok(repeated.has(at), `no head above: ${row}`);
    last = at;
  }
  from = 0;
  for (const heading of printed.headings) {
    const start = printed.text.indexOf(heading, from);
    assert.ok(start >= from, heading);
    from = start + heading.length;
    const { page: at, base } = characters[from - 1]!;
    assert.ok(lowest[at]! > base + 1, `last on its page: ${heading}`);
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
