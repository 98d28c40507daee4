import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { getDocumentProxy } from 'unpdf';
import { fontCoverage, withoutGlyph, type Coverage } from '../browser/font-coverage.ts';
import { launchBrowser } from '../browser/launch.ts';
import type { Settings } from '../source/settings.ts';
import { compactPdf } from './compact-pdf.ts';
import { serveSite } from './serve.ts';
import { withMeantCharacters } from './text-layer.ts';

/** Which packs to print, and where to. */
export interface PdfOrder {
  /** A unit's id; all units where left out. */
  unit?: string | undefined;
  /** A plan's id; all plans where left out. */
  plan?: string | undefined;
  /** Folder for the files; beside the schedules in the built site where left out, and then linked from them. */
  outDir?: string | undefined;
  /** Told of each file when it is written. */
  onFile?: ((file: PdfFile) => void) | undefined;
}

/** A pack that was printed. */
export interface PdfFile {
  path: string;
  pages: number;
  bytes: number;
  seconds: number;
}

/** Thrown when a pack cannot be printed as it stands; the message says in Chinese what is wrong and what to do. */
export class PdfError extends Error {
  override name = 'PdfError';
}

/** What Chromium calls the cells of tables in a tagged PDF. */
const CELL_NAME = /(?<=\()node\d{8}(?=\))/g;
/** Packs printed side by side: one draws while the other is read and written. */
const AT_ONCE = 2;
/** The date of a file whose plan names none: PDF readers want some date, and the clock must not be it. */
const NO_DATE = '20260101';
/** Stands for a page number while the pages are counted, so that the contents take the room they will need. */
const PLACEHOLDER = '000';

/**
 * Prints the packs of a built site as PDFs, on two pages of one browser that take one pack after another. Each is printed twice: first to
 * learn on which page every sheet begins, then with those numbers in its contents. Equal pages give equal bytes. Throws PdfError when nothing
 * fits the order or a character has no glyph in any font at hand.
 */
export async function printPacks(settings: Settings, order: PdfOrder = {}): Promise<PdfFile[]> {
  const packs = await packsIn(settings.outDir, order);
  if (packs.length === 0)
    throw new PdfError('没有这样的单位或学习计划：用 --unit 和 --plan 写 content/ 里的文件名');
  const coverage = await fontCoverage();
  const server = await serveSite(settings.outDir, settings.basePath, 0);
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  const files: PdfFile[] = [];
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    const waiting = [...packs];
    const printWaiting = async () => {
      const page = await context.newPage();
      for (let pack = waiting.shift(); pack !== undefined; pack = waiting.shift()) {
        const started = performance.now();
        await page.goto(`http://localhost:${port}${settings.basePath}units/${pack}/print/`);
        const { bytes, pages } = await printPack(page, pack, coverage);
        const path = join(order.outDir ?? join(settings.outDir, 'units'), `${pack}.pdf`);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
        if (order.outDir === undefined) await linkPdf(settings.outDir, pack);
        const file = { path, pages, bytes: bytes.length, seconds: (performance.now() - started) / 1000 };
        files.push(file);
        order.onFile?.(file);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, packs.length) }, printWaiting));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The packs of a built site as `unit/plan`, in order. */
async function packsIn(siteDir: string, { unit, plan }: PdfOrder): Promise<string[]> {
  const files = await readdir(join(siteDir, 'units'), { recursive: true }).catch(() => []);
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .flatMap((file) => /^([^/]+\/[^/]+)\/print\/index\.html$/.exec(file)?.[1] ?? [])
    .filter((pack) => {
      const [ofUnit, ofPlan] = pack.split('/');
      return (unit === undefined || unit === ofUnit) && (plan === undefined || plan === ofPlan);
    })
    .sort();
}

async function printPack(
  page: Page,
  pack: string,
  { covered, twins }: Coverage,
): Promise<{ bytes: Buffer; pages: number }> {
  const text = await page.locator('.papers').innerText();
  const missing = withoutGlyph(text, covered);
  if (missing.length > 0) {
    const named = missing.map(
      (character) =>
        `${character}（U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}）`,
    );
    throw new PdfError(
      `${pack}：字体里没有这些字：${named.join('、')} — 换用常用字，或在本机安装有这些字的字体`,
    );
  }
  await page.evaluate(preparePage, PLACEHOLDER);
  const counted = await page.pdf({ preferCSSPageSize: true });
  const starts = await sheetPages(counted);
  const unknown = await page.evaluate(writeNumbers, starts);
  if (unknown.length > 0) throw new PdfError(`${pack}：目录里这些表没有页码：${unknown.join('、')}`);
  const printed = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const updated = await page.evaluate(
    () => document.querySelector<HTMLElement>('[data-stamp-of]')?.dataset['stampOf'] ?? '{}',
  );
  const { updated: day } = JSON.parse(updated) as { updated?: string };
  const used = new Set([...text].map((character) => character.codePointAt(0)!));
  const meant = (code: number) =>
    used.has(code) ? code : ([...(twins.get(code) ?? [])].find((twin) => used.has(twin)) ?? code);
  const bytes = compactPdf(withFixedMarks(printed, day?.replaceAll('-', '') ?? NO_DATE), (cmap) =>
    withMeantCharacters(cmap, meant),
  );
  return { bytes, pages: starts[''] ?? 0 };
}

/**
 * In the page: every place for a page number is filled, grids for handwriting are left out of what is read aloud, and all but the contents is
 * invisible, since only where sheets begin is asked first.
 */
function preparePage(placeholder: string): void {
  document.querySelectorAll('[data-page-of]').forEach((place) => (place.textContent = placeholder));
  document.querySelectorAll('.roster').forEach((table) => table.setAttribute('role', 'presentation'));
  document.querySelectorAll<HTMLElement>('.sheet:not(.pack-contents)').forEach((sheet) => {
    sheet.style.visibility = 'hidden';
  });
}

/** In the page: the numbers of the contents, and everything visible again. Returns the anchors that have none. */
function writeNumbers(starts: Record<string, number>): string[] {
  const unknown: string[] = [];
  document.querySelectorAll<HTMLElement>('.sheet').forEach((sheet) => {
    sheet.style.visibility = '';
  });
  document.querySelectorAll<HTMLElement>('[data-page-of]').forEach((place) => {
    const anchor = place.dataset['pageOf'] ?? '';
    const number = starts[anchor];
    if (number === undefined) unknown.push(anchor);
    place.textContent = String(number ?? '');
  });
  return unknown;
}

/** The page on which each anchor of a PDF lies, from 1; under the empty name the number of pages. */
async function sheetPages(pdf: Buffer): Promise<Record<string, number>> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: Record<string, number> = { '': document.numPages };
  try {
    for (const [name, target] of Object.entries(await document.getDestinations())) {
      const [page] = target as [{ num: number; gen: number }];
      pages[name] = (await document.getPageIndex(page)) + 1;
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return pages;
}

/**
 * Puts a fixed day in the place of the hour of printing, and numbers in a row in the place of the browser's own names for table cells, which
 * differ from run to run. Lengths stay, so that every offset of the file still holds.
 */
function withFixedMarks(pdf: Buffer, day: string): Buffer {
  const text = pdf.toString('latin1');
  const names = [...new Set(text.match(CELL_NAME))].sort();
  const numbers = new Map(names.map((name, index) => [name, `node${String(index).padStart(8, '0')}`]));
  const fixed = text
    .replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (found, name: string) =>
      `/${name} (D:${day}000000`.padEnd(found.length),
    )
    .replace(CELL_NAME, (name) => numbers.get(name) ?? name);
  return Buffer.from(fixed, 'latin1');
}

/** Shows the link to a pack's PDF on its print page and its schedule, which hold it without an address until the file is there. */
async function linkPdf(siteDir: string, pack: string): Promise<void> {
  for (const folder of [join('units', pack), join('units', pack, 'print')]) {
    const path = join(siteDir, folder, 'index.html');
    const html = await readFile(path, 'utf8');
    const linked = html.replace(/<a hidden data-pdf="([^"]*)"/g, '<a href="$1" data-pdf="$1" download');
    if (linked === html) continue;
    await writeFile(`${path}.new`, linked);
    await rename(`${path}.new`, path);
  }
}
