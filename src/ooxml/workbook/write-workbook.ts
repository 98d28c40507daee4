import { ooxmlFile, type RelatedPart } from '../ooxml-file.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import type { Workbook } from './workbook.ts';
import { cellText, element, escaped, MAIN, OFFICE, part } from '../xml.ts';

const LONGEST_NAME = 31;
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook as the bytes of an .xlsx file that Excel, WPS and LibreOffice open. Equal workbooks give equal bytes. No macro or link is ever
 * written, and no formula but those that forms of this project have: words that look like one stay words. Throws a RangeError where cells overlap, lie beyond the columns or hold more than 32,767 characters.
 */
export function writeWorkbook({ title, creator, sheets }: Workbook): Uint8Array {
  const texts = new Map<string, number>();
  const textIndex = (text: string) => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, index): RelatedPart => ({
    id: `rId${index + 1}`,
    name: `xl/worksheets/sheet${index + 1}.xml`,
    type: `${DOCUMENT}.worksheet+xml`,
    relation: 'worksheet',
    xml: sheetXml(sheet, textIndex),
  }));
  return ooxmlFile({
    title,
    creator,
    main: { name: 'xl/workbook.xml', type: `${DOCUMENT}.sheet.main+xml`, xml: workbookXml(sheets, names) },
    parts: [...written, own('styles', stylesXml()), own('sharedStrings', sharedStrings([...texts.keys()]))],
  });
}

function own(name: string, xml: string): RelatedPart {
  return { id: name, name: `xl/${name}.xml`, type: `${DOCUMENT}.${name}+xml`, relation: name, xml };
}

/** Names that a workbook may hold: none empty, too long, with a forbidden mark, or given twice. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^[' ]+|[' ]+$/g, '') || `Sheet${index + 1}`;
    let candidate = clean.slice(0, LONGEST_NAME);
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const mark = ` ${count}`;
      candidate = clean.slice(0, LONGEST_NAME - mark.length) + mark;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function workbookXml(sheets: Workbook['sheets'], names: readonly string[]): string {
  const list = names.map((name, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  );
  const titles = sheets.flatMap(({ head }, index) => {
    if (!head) return [];
    const range = `'${names[index]!.replaceAll("'", "''")}'!$${head.from}:$${head.until}`;
    return [element('definedName', { name: '_xlnm.Print_Titles', localSheetId: index }, escaped(range))];
  });
  const defined = titles.length > 0 ? element('definedNames', {}, titles.join('')) : '';
  return part(
    element(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      element('sheets', {}, list.join('')) + defined + (hasFormulas(sheets) ? WORKED_OUT_ANEW : ''),
    ),
  );
}

/** Formulas are worked out when the file is opened. */
const WORKED_OUT_ANEW = element('calcPr', { fullCalcOnLoad: 1 });

function hasFormulas(sheets: Workbook['sheets']): boolean {
  return sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => typeof cell === 'object' && cell.formula !== undefined)),
  );
}

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) =>
    element('si', {}, element('t', { 'xml:space': 'preserve' }, cellText(text))),
  );
  return part(element('sst', { xmlns: MAIN, uniqueCount: texts.length }, items.join('')));
}
