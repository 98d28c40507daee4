import { packageOf, times, type HostileFile } from './hostile-file.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with the given inside; other parts by name. */
export function workbookOf(sheet: string, more: Record<string, string> = {}): Uint8Array {
  return packageOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...more,
  });
}

const cell = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const HEAD = `<row r="1">${cell('A1', '事项')}${cell('B1', '单位')}${cell('C1', '收到日期')}</row>`;
const rows = (count: number, inside: (row: number) => string) =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 2}">${inside(index + 2)}</row>`).join('');
const data = (inside: string) => `<sheetData>${HEAD}${inside}</sheetData>`;
const book = (
  name: string,
  sheet: () => string,
  more: () => Record<string, string> = () => ({}),
): HostileFile => ({
  name: `${name}.xlsx`,
  bytes: () => workbookOf(sheet(), more()),
});

/** Workbooks that hold, or say that they hold, more than anybody fills in. */
export const WORKBOOKS: readonly HostileFile[] = [
  book(
    'million-strings',
    () => data('<row r="2"><c r="A2" t="s"><v>0</v></c></row>'),
    () => ({
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${times(1_000_000, '<si><t>甲</t></si>')}</sst>`,
    }),
  ),
  book(
    'one-string-everywhere',
    () =>
      data(
        rows(4000, (row) =>
          ['A', 'B', 'C'].map((column) => `<c r="${column}${row}" t="s"><v>0</v></c>`).join(''),
        ),
      ),
    () => ({
      'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${times(32_000, '甲')}</t></si></sst>`,
    }),
  ),
  book(
    'declared-dimension',
    () => `<dimension ref="A1:XFD1048576"/>${data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}`,
  ),
  book(
    'merged-everything',
    () =>
      `${data(rows(300, (row) => cell(`A${row}`, '甲')))}<mergeCells>${Array.from({ length: 301 }, (_, index) => `<mergeCell ref="A${index + 1}:XFD1048576"/>`).join('')}</mergeCells>`,
  ),
  book(
    'many-merges',
    () =>
      `${data(rows(20_000, (row) => cell(`A${row}`, '甲')))}<mergeCells>${Array.from({ length: 20_000 }, (_, index) => `<mergeCell ref="A${index + 1}:XFD1048576"/>`).join('')}</mergeCells>`,
  ),
  book(
    'million-styles',
    () => data('<row r="2"><c r="A2" s="1"><v>1</v></c></row>'),
    () => ({
      'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs>${times(1_000_000, '<xf numFmtId="14"/>')}</cellXfs></styleSheet>`,
    }),
  ),
  book('half-million-cells', () =>
    data(
      rows(60_000, (row) =>
        Array.from(
          { length: 8 },
          (_, index) => `<c r="${String.fromCharCode(65 + index)}${row}"><v>1</v></c>`,
        ).join(''),
      ),
    ),
  ),
  book('many-rows', () =>
    data(
      rows(
        16_000,
        (row) => cell(`A${row}`, '报告') + cell(`B${row}`, '办公室') + cell(`C${row}`, '2026-09-01'),
      ),
    ),
  ),
  book('unread-days', () =>
    data(
      rows(16_000, (row) => cell(`A${row}`, '报告') + cell(`B${row}`, '办公室') + cell(`C${row}`, '某日')),
    ),
  ),
  book('brackets', () =>
    data(rows(30, (row) => cell(`A${row}`, times(15_000, '(')) + cell(`B${row}`, times(15_000, '【')))),
  ),
  book('same-place', () => data(times(30_000, '<row r="2"><c r="A2"><v>1</v></c></row>'))),
  book('odd-places', () =>
    data(
      '<row r="-5"><c r="ZZZZZZ99999999999999999999"><v>1</v></c></row><row r="1e300"><c r="A1"><v>1e999</v></c></row><row r="NaN"><c><v>x</v></c></row>',
    ),
  ),
  book('deep', () => times(100_000, '<a>')),
  book(
    'attributes',
    () =>
      `<sheetData><row ${Array.from({ length: 600_000 }, (_, index) => `a${index}=""`).join(' ')}/></sheetData>`,
  ),
  book('long-attribute', () => `<sheetData><row x="${times(40_000_000, 'x')}"/></sheetData>`),
  book('unclosed-tags', () => times(3_000_000, '<c ')),
  book(
    'laughs',
    () => data(''),
    () => ({ 'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "${times(1000, 'ha')}">]><sst>&a;</sst>` }),
  ),
];
