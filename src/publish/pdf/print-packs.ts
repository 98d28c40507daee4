import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeFolder } from '../../source/make-folder.ts';
import { LOOPBACK, type Settings } from '../../source/settings.ts';
import { withoutGlyph, type Chromium, type Coverage } from './chromium.ts';
import { compactPdf } from './compact-pdf.ts';
import { withFixedMarks } from './fixed-marks.ts';
import { estimateStarts, prepareForReading, sheetStarts, writeNumbers, type Starts } from './page-numbers.ts';
import { addToMark } from '../build/mark.ts';
import { serveSite } from '../serving/serve-site.ts';
import { withMeantCharacters } from './text-layer.ts';

/** Which packs to print, and where to. */
export interface PdfOrder {
  /** Ids of units; all units where left out. */
  units?: readonly string[] | undefined;
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

/** Packs printed side by side: one draws while the other is read and written. */
const AT_ONCE = 2;
/** Prints of one pack after which its contents must be right. */
const MOST_PRINTS = 4;
/** The date of a file whose plan names none: PDF readers want some date, and the clock must not be it. */
const NO_DATE = '20260101';

/**
 * Prints the packs of a built site as PDFs, on two pages of one browser that take one pack after another. Equal pages give equal bytes, whatever the
 * day, the folder or the time zone. Throws PdfError when nothing fits the order or a character has no glyph in any font at hand.
 */
export async function printPacks(
  settings: Settings,
  chromium: Chromium,
  order: PdfOrder = {},
): Promise<PdfFile[]> {
  const packs = await packsIn(settings.outDir, order);
  if (packs.length === 0)
    throw new PdfError('没有这样的单位或学习计划：用 --unit 和 --plan 写 content/ 里的文件名');
  const coverage = await chromium.coverage();
  const server = await serveSite(settings.outDir, settings.basePath, 0);
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch();
  const files: PdfFile[] = [];
  if (order.outDir === undefined)
    await addToMark(
      settings.outDir,
      packs.map((pack) => `units/${pack}.pdf`),
    );
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    const waiting = [...packs];
    const printWaiting = async () => {
      const page = await context.newPage();
      for (let pack = waiting.shift(); pack !== undefined; pack = waiting.shift()) {
        const started = performance.now();
        await page.goto(`http://${LOOPBACK}:${port}${settings.basePath}units/${pack}/print/`);
        const { bytes, pages } = await printPack(page, pack, coverage);
        const path = join(order.outDir ?? join(settings.outDir, 'units'), `${pack}.pdf`);
        await makeFolder(dirname(path));
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
async function packsIn(siteDir: string, { units, plan }: PdfOrder): Promise<string[]> {
  const files = await readdir(join(siteDir, 'units'), { recursive: true }).catch(() => []);
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .flatMap((file) => /^([^/]+\/[^/]+)\/print\/index\.html$/.exec(file)?.[1] ?? [])
    .filter((pack) => {
      const [unit = '', ofPlan] = pack.split('/');
      return (units?.includes(unit) ?? true) && (plan === undefined || plan === ofPlan);
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
  const { printed, pages } = await printNumbered(page, pack);
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
  return { bytes, pages };
}

/**
 * Prints a pack with the right page numbers in its contents. They are estimated first, since printing is what takes the time, then held against the
 * pages on which the printed sheets really begin, and printed anew where they differ.
 */
async function printNumbered(page: Page, pack: string): Promise<{ printed: Buffer; pages: number }> {
  await page.evaluate(prepareForReading);
  let starts: Starts = await page.evaluate(estimateStarts);
  for (let print = 1; print <= MOST_PRINTS; print += 1) {
    const unknown = await page.evaluate(writeNumbers, starts);
    if (unknown.length > 0) throw new PdfError(`${pack}：目录里这些表没有页码：${unknown.join('、')}`);
    const printed = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const real = await sheetStarts(printed);
    if (Object.entries(real.starts).every(([anchor, number]) => (starts[anchor] ?? number) === number))
      return { printed, pages: real.pages };
    starts = real.starts;
  }
  throw new PdfError(`${pack}：目录的页码定不下来，请把这份成套打印页报给维护人员`);
}

/** Shows the link to a pack's PDF on its print page and its schedule, which hold it without an address until the file is there. */
async function linkPdf(siteDir: string, pack: string): Promise<void> {
  for (const folder of [join('units', pack), join('units', pack, 'print')]) {
    const path = join(siteDir, folder, 'index.html');
    const html = await readFile(path, 'utf8');
    const linked = html.replace(
      /<a hidden data-pdf="([^"]*)" data-name="([^"]*)"/g,
      '<a href="$1" data-pdf="$1" download="$2"',
    );
    if (linked === html) continue;
    await writeFile(`${path}.new`, linked);
    await rename(`${path}.new`, path);
  }
}
