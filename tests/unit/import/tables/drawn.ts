import { strToU8, zipSync } from 'fflate';

/** A cell as an office program stores it. */
export type DrawnCell =
  | string
  | number
  /** A number shown by a format: `format` is a code, or the number of a built-in one. */
  | { value: number; format: string | number }
  /** Pieces of one text in several faces, and the pinyin over it. */
  | { pieces: string[]; pinyin?: string }
  | { formula: string; result?: string };

/** A workbook as other programs than this project's own draw it. */
export interface Drawing {
  /** Cells by their address. */
  cells: Record<string, DrawnCell>;
  merges?: string[];
  /** WPS and some web systems write texts into the cells, Excel into a list of their own. */
  texts?: 'shared' | 'inline';
  is1904?: boolean;
  /** More sheets behind the first, each with its name. */
  more?: { name: string; cells: Record<string, DrawnCell>; isHidden?: boolean }[];
  /** Rows and columns of the first sheet that are hidden, by number. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** More files of the package. */
  parts?: Record<string, string>;
  /** What stands before the root element of the sheet. */
  prologue?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FIRST_OWN_FORMAT = 164;

/** The bytes of a workbook drawn so. */
export function drawn({
  cells,
  merges = [],
  texts = 'shared',
  is1904,
  more = [],
  hiddenRows = [],
  hiddenColumns = [],
  parts = {},
  prologue = '',
}: Drawing): Uint8Array {
  const shared: string[] = [];
  const formats: (string | number)[] = [];
  const sheets = [{ name: '学习计划', cells, isHidden: false }, ...more].map(({ cells: own }, index) => {
    const ranges = index === 0 ? merges.map((ref) => `<mergeCell ref="${ref}"/>`) : [];
    const columns = index === 0 ? hiddenColumns.map((n) => `<col min="${n}" max="${n}" hidden="1"/>`) : [];
    const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
    const rows = rowsXml(own, texts, shared, formats, index === 0 ? hiddenRows : []);
    return `${index === 0 ? prologue : ''}<worksheet xmlns="${MAIN}">${cols}<sheetData>${rows}</sheetData>${
      ranges.length > 0 ? `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>` : ''
    }</worksheet>`;
  });
  const own = formats.filter((format) => typeof format === 'string');
  const xfs = formats.map(
    (format) =>
      `<xf numFmtId="${typeof format === 'number' ? format : FIRST_OWN_FORMAT + own.indexOf(format)}"/>`,
  );
  const names = ['学习计划', ...more.map(({ name }) => name)];
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names
      .map(
        (_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${more[index - 1]?.isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${own
      .map((code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    ...parts,
  };
  for (const [index, xml] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = xml;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: new Date(1980, 0, 1),
  });
}

/** A table of rows from an address such as `A3` on; `null` leaves a place empty. */
export function rowsAt(
  first: string,
  rows: readonly (readonly (DrawnCell | null)[])[],
): Record<string, DrawnCell> {
  const [, letter = 'A', number = '1'] = /^([A-Z])(\d+)$/.exec(first) ?? [];
  const cells: Record<string, DrawnCell> = {};
  for (const [down, row] of rows.entries()) {
    for (const [across, cell] of row.entries()) {
      if (cell !== null)
        cells[`${String.fromCharCode(letter.charCodeAt(0) + across)}${Number(number) + down}`] = cell;
    }
  }
  return cells;
}

function rowsXml(
  cells: Drawing['cells'],
  texts: 'shared' | 'inline',
  shared: string[],
  formats: (string | number)[],
  hidden: readonly number[],
): string {
  const rows = new Map<number, string[]>();
  const places = Object.entries(cells).map(([address, cell]) => ({
    address,
    cell,
    row: Number(address.replace(/\D+/g, '')),
  }));
  places.sort(
    (a, b) => a.row - b.row || a.address.length - b.address.length || (a.address < b.address ? -1 : 1),
  );
  for (const { address, cell, row } of places) {
    rows.set(row, [...(rows.get(row) ?? []), cellXml(address, cell, texts, shared, formats)]);
  }
  return [...rows]
    .map(
      ([row, inner]) => `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${inner.join('')}</row>`,
    )
    .join('');
}

function cellXml(
  address: string,
  cell: DrawnCell,
  texts: 'shared' | 'inline',
  shared: string[],
  formats: (string | number)[],
): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object' && 'format' in cell) {
    if (!formats.includes(cell.format)) formats.push(cell.format);
    return `<c r="${address}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`;
  }
  if (typeof cell === 'object' && 'formula' in cell) {
    const result = cell.result === undefined ? '' : `<v>${escaped(cell.result)}</v>`;
    return `<c r="${address}" t="str"><f>${escaped(cell.formula)}</f>${result}</c>`;
  }
  const item = typeof cell === 'string' ? `<t xml:space="preserve">${escaped(cell)}</t>` : richXml(cell);
  if (texts === 'inline') return `<c r="${address}" t="inlineStr"><is>${item}</is></c>`;
  shared.push(item);
  return `<c r="${address}" t="s"><v>${shared.length - 1}</v></c>`;
}

function richXml({ pieces, pinyin }: { pieces: string[]; pinyin?: string }): string {
  const runs = pieces.map((piece) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(piece)}</t></r>`);
  return runs.join('') + (pinyin === undefined ? '' : `<rPh sb="0" eb="1"><t>${pinyin}</t></rPh>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
