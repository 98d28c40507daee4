import { STAND_IN } from '../../../domain/characters.ts';
import type { Collector } from '../collector.ts';
import { charactersOf, isBlank, type DrawnPage } from './glyph.ts';
import { numbersIn } from './page-numbers.ts';

/** Fewer characters than this beside a picture are its page's number or stamp. */
const FEW = 10;
const REMEDY = '请用文字识别（OCR）软件转成文字后补上';

/** Says which pages give no text, and which glyphs no character. `pictures` tells how many pictures a page shows, where that is known. */
export function noteMissing(
  collector: Collector,
  pages: readonly DrawnPage[],
  pictures: readonly { pictures: number }[],
): void {
  const inked = pages.map(({ glyphs }) => glyphs.filter((glyph) => !isBlank(glyph)));
  const pagesWhere = (test: (characters: number, pictures: number) => boolean) =>
    inked.flatMap((glyphs, index) =>
      test(charactersOf(glyphs), pictures[index]?.pictures ?? 0) ? [index + 1] : [],
    );
  const empty = pagesWhere((characters) => characters === 0);
  const scant = pagesWhere((characters, shown) => characters > 0 && characters < FEW && shown > 0);
  if (empty.length > 0)
    collector.note(`第 ${numbersIn(empty)} 页没有文字（可能是扫描图，或画成图形的字），没有取；${REMEDY}`);
  if (scant.length > 0)
    collector.note(`第 ${numbersIn(scant)} 页是图片，几乎没有文字（可能是扫描图）；${REMEDY}`);
  inked.forEach((glyphs, index) => {
    const unknown = glyphs.filter(({ text }) => text === STAND_IN);
    const fonts = [...new Set(unknown.map(({ font }) => font))].filter((font) => font !== '');
    if (unknown.length > 0)
      collector.note(
        `第 ${index + 1} 页有 ${unknown.length} 个字形没有给出对应的字${fonts.length > 0 ? `（字体 ${fonts.join('、')}）` : ''}，写作 ${STAND_IN}；请对照原件补上`,
      );
  });
}
