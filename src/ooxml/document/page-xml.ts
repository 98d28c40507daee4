import { paragraphXml, runXml } from './body-xml.ts';
import { part, WORD } from '../xml.ts';
import { pageSize, twips, type Page, type Run } from './document.ts';

/** The two feet of a page, for odd and for even pages. */
export interface Feet {
  odd: string;
  even: string;
}

/** GB/T 9704-2012, 7.5: 四号半角宋体, a dash at each side, 7 mm below the type area, one character from the outer edge. */
const NUMBER = { face: '宋体', size: 14 };
const NUMBER_DROP = 7;
/** Millimetres from the foot of the page to what stands lowest on it, where that is a stamp. */
const STAMP_FOOT = 5;
const STAMP_LINE = 3.6;
/** Millimetres that the number's line takes. */
const NUMBER_LINE = 5;

/** The parts of a page's foot. */
export function feetXml(page: Page): Feet {
  return { odd: footXml(page, 'right'), even: footXml(page, 'left') };
}

function footXml({ numbers, stamp = [], margins }: Page, side: 'left' | 'right'): string {
  const number =
    numbers === 'outer'
      ? paragraph(
          `<w:ind w:${side}="${NUMBER.size * 20}"/><w:jc w:val="${side}"/>`,
          twips(NUMBER_LINE),
          [
            { text: '— ', ...NUMBER },
            { text: '1', field: 'page', ...NUMBER },
            { text: ' —', ...NUMBER },
          ],
          stamp.length > 0 ? stampGap(margins.bottom, stamp.length) : 0,
        )
      : '';
  const lines = stamp.map((runs) =>
    paragraph(
      '<w:jc w:val="center"/>',
      twips(STAMP_LINE),
      runs.map((run) => ({ face: '黑体', size: 8, ...run })),
    ),
  );
  const inner = [number, ...lines].join('') || paragraphXml({ style: 'Footer', runs: [] });
  return part(`<w:ftr xmlns:w="${WORD}">${inner}</w:ftr>`);
}

function paragraph(end: string, line: number, runs: readonly Run[], after = 0): string {
  const spacing = `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="Footer"/>${spacing}${end}</w:pPr>${runs.map(runXml).join('')}</w:p>`;
}

/** Room between number and stamp, so that the number keeps its distance from the type area. */
function stampGap(bottom: number, lines: number): number {
  return twips(Math.max(0, bottom - NUMBER_DROP - NUMBER_LINE / 2 - STAMP_FOOT - lines * STAMP_LINE));
}

/** The properties of a section; `feet` are the ids of its parts. */
export function sectionXml(page: Page, feet: { odd: string; even: string }): string {
  const { margins, landscape, firstNumber, stamp = [] } = page;
  const { width, height } = pageSize(page);
  const foot = stamp.length > 0 ? STAMP_FOOT : Math.max(margins.bottom - NUMBER_DROP - NUMBER_LINE / 2, 5);
  return [
    '<w:sectPr>',
    `<w:footerReference w:type="default" r:id="${feet.odd}"/><w:footerReference w:type="even" r:id="${feet.even}"/>`,
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" w:left="${twips(margins.left)}" w:header="${twips(15)}" w:footer="${twips(foot)}" w:gutter="0"/>`,
    firstNumber === undefined ? '' : `<w:pgNumType w:start="${firstNumber}"/>`,
    '</w:sectPr>',
  ].join('');
}
