import { readingOf } from '../../domain/spreadsheet-cell.ts';
import { CELL_STYLES, type CellStyle } from './workbook.ts';
import { element, MAIN, part, type Attributes } from '../xml.ts';

const SONG = { name: '宋体', size: 11 };
const FONTS = [SONG, { name: '方正小标宋简体', size: 18 }, { name: '黑体', size: 11 }] as const;
const [BODY, TITLE, BOLD] = [0, 1, 2];
/** Formats that every program knows (ECMA-376, part 1, 18.8.30): as it is, and 0%. */
const [GENERAL, PERCENT] = [0, 9];

interface Look {
  font: number;
  isRuled: boolean;
  horizontal: 'left' | 'center';
  numberFormat?: number;
}

const LOOKS: Record<CellStyle, Look> = {
  title: { font: TITLE, isRuled: false, horizontal: 'center' },
  line: { font: BODY, isRuled: false, horizontal: 'left' },
  note: { font: BODY, isRuled: false, horizontal: 'left' },
  head: { font: BOLD, isRuled: true, horizontal: 'center' },
  group: { font: BOLD, isRuled: true, horizontal: 'left' },
  text: { font: BODY, isRuled: true, horizontal: 'left' },
  centre: { font: BODY, isRuled: true, horizontal: 'center' },
  percent: { font: BODY, isRuled: true, horizontal: 'center', numberFormat: PERCENT },
};

/**
 * The index of the format of a cell. Words that a program would reinterpret when somebody edits the cell and leaves it are marked as text, as a
 * leading apostrophe does; the file itself stores all words as text, and opening it changes none.
 */
export function styleIndex(style: CellStyle, value: string | number): number {
  const isQuoted = typeof value === 'string' && readingOf(value) !== 'words';
  return 1 + CELL_STYLES.indexOf(style) * 2 + Number(isQuoted);
}

/** xl/styles.xml: the formats that `styleIndex` numbers. */
export function stylesXml(): string {
  const plain = format({ font: BODY, isRuled: false, horizontal: 'left' }, false);
  const formats = CELL_STYLES.flatMap((style) => [format(LOOKS[style], false), format(LOOKS[style], true)]);
  const fonts = FONTS.map(({ name, size }) =>
    element(
      'font',
      {},
      element('sz', { val: size }) + element('name', { val: name }) + element('charset', { val: 134 }),
    ),
  );
  const sides = ['left', 'right', 'top', 'bottom'];
  const ruled = sides.map((side) => element(side, { style: 'thin' }, element('color', { auto: 1 }))).join('');
  const fills = ['none', 'gray125'].map((type) =>
    element('fill', {}, element('patternFill', { patternType: type })),
  );
  const borders = ['', ruled].map((inner) =>
    element('border', {}, inner || sides.map((side) => element(side)).join('')),
  );
  return part(
    element(
      'styleSheet',
      { xmlns: MAIN },
      list('fonts', fonts) +
        list('fills', fills) +
        list('borders', borders) +
        list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: BODY, fillId: 0, borderId: 0 })]) +
        list('cellXfs', [plain, ...formats]) +
        list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
    ),
  );
}

function format({ font, isRuled, horizontal, numberFormat = GENERAL }: Look, isQuoted: boolean): string {
  const attributes: Attributes = {
    numFmtId: numberFormat,
    fontId: font,
    fillId: 0,
    borderId: Number(isRuled),
    xfId: 0,
    ...(numberFormat === GENERAL ? {} : { applyNumberFormat: 1 }),
    applyFont: 1,
    applyBorder: 1,
    applyAlignment: 1,
    ...(isQuoted ? { quotePrefix: 1 } : {}),
  };
  return element('xf', attributes, element('alignment', { horizontal, vertical: 'center', wrapText: 1 }));
}

function list(name: string, items: readonly string[]): string {
  return element(name, { count: items.length }, items.join(''));
}
