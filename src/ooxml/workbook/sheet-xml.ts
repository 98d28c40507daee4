import { fittingHeight } from './fitting-height.ts';
import { breaksBefore } from './page-breaks.ts';
import { addressOf, layOut, type PlacedCell } from './layout.ts';
import { styleIndex } from './styles.ts';
import type { Sheet } from './workbook.ts';
import { element, escaped, MAIN, part, type Attributes } from '../xml.ts';

/** The number under which a text stands in the list of the workbook's texts. */
export type TextIndex = (text: string) => number;

/** Millimetres; the left edge is wide enough to be bound. */
const MARGINS = { left: 15, right: 12, top: 18, bottom: 15, header: 8, footer: 7 };
const A4 = 9;
/** The last column that a sheet may have, counted from 0: a page ends across all of them. */
const LAST_COLUMN = 16_383;
/** Lists of choices longer than this are refused by Excel. */
const LONGEST_CHOICES = 255;

/** xl/worksheets/sheetN.xml. Elements stand in the order that the format prescribes (ECMA-376, part 1, 18.3.1.99). */
export function sheetXml(sheet: Sheet, textIndex: TextIndex): string {
  const { rows, merges } = layOut(sheet);
  const orientation = sheet.landscape ? 'landscape' : 'portrait';
  const ranges = merges.map(({ row, column, untilRow, untilColumn }) =>
    element('mergeCell', { ref: `${addressOf(row, column)}:${addressOf(untilRow, untilColumn)}` }),
  );
  const inner = [
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element('sheetViews', {}, view(sheet)),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element('cols', {}, sheet.columns.map(columnXml).join('')),
    element('sheetData', {}, rows.map((cells, row) => rowXml(cells, row, sheet, textIndex)).join('')),
    ranges.length > 0 ? element('mergeCells', { count: ranges.length }, ranges.join('')) : '',
    choicesXml(sheet),
    element('printOptions', { horizontalCentered: 1 }),
    element('pageMargins', inches(MARGINS)),
    element('pageSetup', { paperSize: A4, orientation, fitToWidth: 1, fitToHeight: 0 }),
    element('headerFooter', {}, element('oddFooter', {}, '&amp;C第 &amp;P 页，共 &amp;N 页')),
    breaksXml(sheet, rows),
  ];
  return part(element('worksheet', { xmlns: MAIN }, inner.join('')));
}

function view({ head }: Sheet): string {
  if (!head) return element('sheetView', { workbookViewId: 0 });
  const pane = {
    ySplit: head.until,
    topLeftCell: addressOf(head.until, 0),
    activePane: 'bottomLeft',
    state: 'frozen',
  };
  return element('sheetView', { workbookViewId: 0 }, element('pane', pane));
}

/** A width of one is a digit's, 8 pixels at 宋体 11, whose Han characters are 14.67 wide; 5 pixels are room at the sides (ECMA-376, part 1, 18.3.1.13). */
function columnXml(width: number, index: number): string {
  const digits = (pixelsOf(width) / 8).toFixed(2);
  return element('col', { min: index + 1, max: index + 1, width: digits, customWidth: 1 });
}

function pixelsOf(width: number): number {
  return width * 14.67 + 5;
}

/** A row without a height of its own gets one that fits its words; programs adjust it when somebody edits it. */
function rowXml(cells: readonly PlacedCell[], row: number, sheet: Sheet, textIndex: TextIndex): string {
  const isGiven = sheet.rows[row]?.height !== undefined;
  const height: Attributes = { ht: heightOf(cells, row, sheet), ...(isGiven && { customHeight: 1 }) };
  return element('row', { r: row + 1, ...height }, cells.map((cell) => cellXml(cell, textIndex)).join(''));
}

function heightOf(cells: readonly PlacedCell[], row: number, { rows, columns }: Sheet): number {
  return rows[row]?.height ?? fittingHeight(cells, columns);
}

/** Ends of pages before heads of groups that would stand last on one; nothing where there are none. */
function breaksXml(sheet: Sheet, rows: readonly PlacedCell[][]): string {
  const heights = rows.map((cells, row) => heightOf(cells, row, sheet));
  const [across, down] = sheet.landscape ? [297, 210] : [210, 297];
  const points = (millimetres: number) => (millimetres * 72) / 25.4;
  const width = sheet.columns.reduce((sum, each) => sum + pixelsOf(each) * 0.75, 0);
  const scale = Math.min(1, points(across - MARGINS.left - MARGINS.right) / width);
  const height = points(down - MARGINS.top - MARGINS.bottom) / scale;
  const breaks = breaksBefore(sheet, heights, height);
  if (breaks.length === 0) return '';
  const count = { count: breaks.length, manualBreakCount: breaks.length };
  const each = breaks.map((row) => element('brk', { id: row, max: LAST_COLUMN, man: 1 }));
  return element('rowBreaks', count, each.join(''));
}

function cellXml({ row, column, value, formula, style }: PlacedCell, textIndex: TextIndex): string {
  const place = { r: addressOf(row, column), s: styleIndex(style, value ?? '') };
  if (formula !== undefined) {
    const type: Attributes = typeof value === 'number' ? {} : { t: 'str' };
    const inner = element('f', {}, escaped(formula)) + element('v', {}, escaped(String(value ?? '')));
    return element('c', { ...place, ...type }, inner);
  }
  if (value === undefined || value === '') return element('c', place);
  if (typeof value === 'number') return element('c', place, element('v', {}, String(value)));
  return element('c', { ...place, t: 's' }, element('v', {}, String(textIndex(value))));
}

function choicesXml({ name, choices = [] }: Sheet): string {
  if (choices.length === 0) return '';
  const lists = choices.map(({ column, from, until, words }) => {
    const formula = `"${words.join(',')}"`;
    if (formula.length > LONGEST_CHOICES || /[",]/.test(words.join(''))) {
      throw new RangeError(`sheet “${name}”: these choices do not fit a list: ${formula}`);
    }
    const sqref = `${addressOf(from - 1, column - 1)}:${addressOf(until - 1, column - 1)}`;
    const attributes = { type: 'list', allowBlank: 1, showErrorMessage: 0, sqref };
    return element('dataValidation', attributes, element('formula1', {}, formula.replaceAll('"', '&quot;')));
  });
  return element('dataValidations', { count: lists.length }, lists.join(''));
}

function inches(millimetres: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(millimetres).map(([side, size]) => [side, (size / 25.4).toFixed(4)]),
  );
}
