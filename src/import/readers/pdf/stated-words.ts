import { RADICALS } from '../../../domain/radicals.ts';
import { marksAgree, statedForDrawings } from '../../account/pdf.ts';
import type { CountedPage } from '../../account/pdf/count-pdf.ts';
import type { Collector } from '../collector.ts';
import { isBlank, type DrawnPage, type Glyph } from './glyph.ts';
import { numbersIn } from './page-numbers.ts';

/** Glyphs whose words gave way to stated ones. */
interface Replaced {
  drawn: string;
  stated: string;
  glyphs: number;
}

/** A page with the words that its file states in the place of those that fonts map glyphs to. */
export interface WordedPage {
  page: DrawnPage;
  /** Glyphs whose words were replaced, and by what, one group for each statement. */
  replaced: Replaced[];
  /** Words stated for what shows no glyph. */
  forDrawings: string[];
}

/** Base lines nearer than this, in type sizes, are one line. */
const SAME_LINE = 0.5;

/**
 * Gives the glyphs of a page the words that the file states for them (ISO 32000-1, 14.9.4), by the marks around them: one by one where
 * there are as many, else all to the first one. The page stays as it is where the file states nothing or its marks do not agree.
 */
export function withStatedWords(page: DrawnPage, counted: CountedPage | undefined): WordedPage {
  if (!counted || counted.stated.size === 0 || !marksAgree(counted, page.marks.length))
    return { page, replaced: [], forDrawings: [] };
  const owners = ownersOf(page.marks, counted.stated);
  const groups = new Map<number, Glyph[]>();
  for (const glyph of page.glyphs) {
    const owner = glyph.mark === undefined ? undefined : owners[glyph.mark];
    if (owner === undefined) continue;
    const group = groups.get(owner);
    if (group) group.push(glyph);
    else groups.set(owner, [glyph]);
  }
  const changed = new Map<Glyph, Glyph | undefined>();
  const replaced: WordedPage['replaced'] = [];
  for (const [owner, glyphs] of groups) {
    const stated = counted.stated.get(owner)?.text ?? '';
    const drawn = glyphs.map(({ text }) => text).join('');
    if (inked(stated).join('') === inked(drawn).join('')) continue;
    for (const [glyph, worded] of reworded(glyphs, stated)) changed.set(glyph, worded);
    replaced.push({ drawn, stated, glyphs: glyphs.length });
  }
  const glyphs = page.glyphs.flatMap((glyph) => (changed.has(glyph) ? (changed.get(glyph) ?? []) : glyph));
  return { page: { ...page, glyphs }, replaced, forDrawings: statedForDrawings(counted) };
}

/** For each mark the outermost one around it that states words. */
function ownersOf(marks: DrawnPage['marks'], stated: ReadonlyMap<number, unknown>): (number | undefined)[] {
  const owners: (number | undefined)[] = [];
  marks.forEach((outer, mark) => {
    owners.push((outer === undefined ? undefined : owners[outer]) ?? (stated.has(mark) ? mark : undefined));
  });
  return owners;
}

function inked(words: string): string[] {
  return Array.from(words.replace(/\s+/gu, ''));
}

function reworded(glyphs: readonly Glyph[], stated: string): [Glyph, Glyph | undefined][] {
  const characters = inked(stated);
  const shown = glyphs.filter((glyph) => !isBlank(glyph));
  if (shown.length === characters.length)
    return shown.map((glyph, index) => [glyph, { ...glyph, text: characters[index] ?? '' }]);
  const first = shown[0] ?? glyphs[0];
  return glyphs.map((glyph) => [
    glyph,
    glyph === first
      ? { ...first, text: stated.replace(/\s+/gu, ' ').trim(), width: widthOf(first, glyphs) }
      : undefined,
  ]);
}

/** From where a glyph begins to where the last of some ends on its line. */
function widthOf(first: Glyph, glyphs: readonly Glyph[]): number {
  const ends = glyphs
    .filter(({ y, angle }) => angle === 0 && Math.abs(y - first.y) < first.size * SAME_LINE)
    .map(({ x, width }) => x + width - first.x);
  return Math.max(first.width, ...ends);
}

/** Says how many glyphs have other words than their fonts give, on which pages, with an example. */
export function noteStated(collector: Collector, pages: readonly WordedPage[]): void {
  const replaced = pages.map((page) => page.replaced);
  const looksAlike = ({ drawn, stated }: Replaced) => usual(drawn) === usual(stated);
  const alike = replaced.flat().filter(looksAlike);
  if (alike.length > 0)
    collector.note(
      `有 ${numberOfGlyphs(alike)} 个字形，字体给出的是部首等异形字符，按文件写明的文字（ActualText）取`,
    );
  const others = replaced.map((each) => each.filter((one) => !looksAlike(one)));
  const all = others.flat();
  const [example] = all;
  if (!example) return;
  const numbers = others.flatMap((each, index) => (each.length > 0 ? [index + 1] : []));
  collector.note(
    `第 ${numbersIn(numbers)} 页有 ${numberOfGlyphs(all)} 个字形，文件另写明了所代表的文字（ActualText），与字体给出的不同（如“${cut(example.drawn)}”写明是“${cut(example.stated)}”），按写明的取；请对照原件核对`,
  );
}

function numberOfGlyphs(replaced: readonly Replaced[]): number {
  return replaced.reduce((sum, { glyphs }) => sum + glyphs, 0);
}

/** Words with the usual forms of their characters: radicals as ideographs. */
function usual(words: string): string {
  return Array.from(words.replace(/\s+/gu, ''), (character) => RADICALS.get(character) ?? character)
    .join('')
    .normalize('NFKC');
}

const LONGEST_EXAMPLE = 20;

function cut(words: string): string {
  const characters = Array.from(words);
  return characters.length <= LONGEST_EXAMPLE ? words : `${characters.slice(0, LONGEST_EXAMPLE).join('')}…`;
}
