import { strToU8 } from 'fflate';
import { zipParts } from '../same-bytes.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import type { Workbook } from './workbook.ts';
import { cellText, element, escaped, MAIN, OFFICE, PACKAGE, part } from './xml.ts';

const LONGEST_NAME = 31;
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';

/**
 * A workbook as the bytes of an .xlsx file that Excel, WPS and LibreOffice open. Equal workbooks give equal bytes. No formula, macro or link
 * is ever written. Throws a RangeError where cells overlap, lie beyond the columns or hold more than 32,767 characters.
 */
export function writeWorkbook({ title, creator, sheets }: Workbook): Uint8Array {
  const texts = new Map<string, number>();
  const textIndex = (text: string) => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': part(
      element(
        'cp:coreProperties',
        { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        element('dc:title', {}, escaped(title)) + element('dc:creator', {}, escaped(creator)),
      ),
    ),
    'xl/workbook.xml': workbookXml(sheets, names),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): Relation => [
        `rId${index + 1}`,
        `${OFFICE}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
      [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
      [`rId${sheets.length + 2}`, `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, textIndex);
  }
  parts['xl/sharedStrings.xml'] = sharedStrings([...texts.keys()]);
  return zipParts(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
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
    element('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, element('sheets', {}, list.join('')) + defined),
  );
}

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) =>
    element('si', {}, element('t', { 'xml:space': 'preserve' }, cellText(text))),
  );
  return part(element('sst', { xmlns: MAIN, uniqueCount: texts.length }, items.join('')));
}

type Relation = [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target }));
  return part(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, items.join('')));
}

function contentTypes(sheetCount: number): string {
  const overrides: [string, string][] = [
    ['/xl/workbook.xml', `${DOCUMENT}.sheet.main+xml`],
    ['/xl/styles.xml', `${DOCUMENT}.styles+xml`],
    ['/xl/sharedStrings.xml', `${DOCUMENT}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...Array.from({ length: sheetCount }, (_, index): [string, string] => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${DOCUMENT}.worksheet+xml`,
    ]),
  ];
  return part(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', { Extension: 'rels', ContentType: RELATIONS }) +
        element('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
        overrides.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })).join(''),
    ),
  );
}
