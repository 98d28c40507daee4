import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { xlsx, type SheetCell } from '../../unit/tables/xlsx.ts';
import { MOST } from './bytes.ts';
import { insert, onOneLine, type Damage } from './mutation.ts';
import type { Random } from './random.ts';

const CELLS = [
  '',
  ' ',
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  '#REF!',
  '#N/A',
  'TRUE',
  '0',
  '-5',
  '46318',
  '46318.5',
  '1e5',
  '60',
  '99999',
  '80000',
  '-46318',
  '0.5',
  '2026-02-30',
  '2026年10月1日',
  '２０２６-１０-０１',
  '26/10/1',
  '10月1日',
  '2026-10-01 25:99',
  'unknown',
  '免报',
  '合计',
  '合 计',
  '小计：',
  '3份',
  '３',
  '1,200',
  '99999999999999999999',
  '-3',
  '3.5',
  '三',
  '甲'.repeat(40),
  '13800138000',
  '__proto__',
  'constructor',
  '没有的单位',
  '市血液中心',
  '<b>甲</b>',
  '"',
  '""',
  '甲"乙',
  '\u202e甲',
  '甲\u0007',
  '退回',
  '并入第3条',
  '—',
  '无',
];
const SEPARATORS = [',', ';', '\t', '，', '|', ' ', '、', ',,', ', '];

/** Ways to damage a table as text. */
export const CSV_DAMAGES: readonly Damage[] = [
  ['a cell', (text, random) => onOneLine(text, random, (line) => withCell(line, random))],
  ['a cell', (text, random) => onOneLine(text, random, (line) => withCell(line, random))],
  [
    'many cells',
    (text, random) => text.replace(/^.*$/gm, (line) => (random.chance(0.5) ? withCell(line, random) : line)),
  ],
  ['a quotation mark', (text, random) => insert(text, random, '"')],
  ['quotation marks', (text, random) => insert(text, random, '"'.repeat(random.size(MOST)))],
  [
    'a cell over many lines',
    (text, random) => insert(text, random, `"甲\n${'乙\n'.repeat(random.size(2000))}"`),
  ],
  ['another separator', (text, random) => text.replaceAll(',', random.pick(SEPARATORS))],
  ['separators mixed', (text, random) => text.replace(/,/g, () => random.pick(SEPARATORS))],
  [
    'many separators',
    (text, random) => insert(text, random, random.pick(SEPARATORS).repeat(random.size(MOST))),
  ],
  ['a huge cell', (text, random) => insert(text, random, '甲'.repeat(random.size(MOST)))],
  ['many rows', (text, random) => text + `${text.split('\n').at(-2) ?? ''}\n`.repeat(random.size(2000))],
  ['many empty rows', (text, random) => text + '\n'.repeat(random.size(MOST))],
  ['without its names', (text) => text.slice(text.indexOf('\n') + 1)],
  ['a title above', (text) => `征求意见办理情况,,,\n\n${text}`],
  ['a separator line', (text, random) => `sep=${random.pick(SEPARATORS)}\n${text}`],
  ['names written twice', (text) => text.replace(/^.*$/m, '$&,$&')],
  ['names in another order', (text) => text.replace(/^.*$/m, (line) => line.split(',').reverse().join(','))],
  ['a row too long', (text, random) => onOneLine(text, random, (line) => `${line},甲,乙,丙`)],
  [
    'a row too short',
    (text, random) => onOneLine(text, random, (line) => line.split(',').slice(0, random.below(4)).join(',')),
  ],
  [
    'brackets in a name',
    (text, random) => text.replace(/^[^,]*/, (name) => name + '（'.repeat(random.size(MOST))),
  ],
  ['line ends within', (text) => text.replaceAll(',', ',\r')],
];

/** A table as a workbook. */
export function workbookOf(csv: string): Uint8Array {
  const rows = csv
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell): SheetCell => (cell === '' ? null : escaped(cell))));
  return xlsx(rows);
}

type Parts = Record<string, string>;
const SHEET = 'xl/worksheets/sheet1.xml';
type PartDamage = readonly [name: string, damage: (parts: Parts, random: Random) => void];

const XML_DAMAGES: readonly PartDamage[] = [
  ['a part missing', (parts, random) => void Reflect.deleteProperty(parts, random.pick(Object.keys(parts)))],
  [
    'a part empty',
    (parts, random) => {
      parts[random.pick(Object.keys(parts))] = '';
    },
  ],
  ['a part cut short', (parts, random) => cutPart(parts, random)],
  [
    'a part of another name',
    (parts) => {
      parts['xl/worksheets/SHEET1.XML'] = parts[SHEET] ?? '';
      Reflect.deleteProperty(parts, SHEET);
    },
  ],
  [
    'an entity',
    (parts) =>
      edit(parts, SHEET, (xml) =>
        xml
          .replace('?>', '?><!DOCTYPE x [<!ENTITY a "甲"><!ENTITY b SYSTEM "file:///etc/passwd">]>')
          .replace(/<t>[^<]*/, '<t>&a;&b;'),
      ),
  ],
  [
    'a billion laughs',
    (parts) => edit(parts, SHEET, (xml) => xml.replace('?>', `?>${laughs()}`).replace(/<t>[^<]*/, '<t>&j;')),
  ],
  [
    'characters that are none',
    (parts) =>
      edit(parts, SHEET, (xml) => xml.replace(/<t>[^<]*/g, '<t>&#0;&#xFFFF;&#x110000;&#99999999999;&nbsp;&')),
  ],
  [
    'a cell of another kind',
    (parts, random) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(/t="inlineStr"/g, (kind) =>
          random.chance(0.4) ? `t="${random.pick(['s', 'n', 'b', 'e', 'd', 'str', 'z', ''])}"` : kind,
        ),
      ),
  ],
  [
    'shared strings out of range',
    (parts) => {
      edit(parts, SHEET, (xml) =>
        xml.replace(/<c ([^>]*)t="inlineStr"><is><t>[^<]*<\/t><\/is>/g, '<c $1t="s"><v>99999</v>'),
      );
    },
  ],
  [
    'shared strings that are no numbers',
    (parts) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(/<c ([^>]*)t="inlineStr"><is><t>[^<]*<\/t><\/is>/g, '<c $1t="s"><v>甲</v>'),
      ),
  ],
  [
    'days as numbers',
    (parts, random) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(
          /<c r="(\w+)" t="inlineStr"><is><t>\d{4}-[^<]*<\/t><\/is>/g,
          (_, at: string) =>
            `<c r="${at}" s="1"><v>${random.pick(['46318', '-1', '0', '60', '1', '2958466', '1e20', 'NaN', '46318.99999', '99999999999'])}</v>`,
        ),
      ),
  ],
  [
    'days from 1904',
    (parts, random) => {
      edit(parts, 'xl/workbook.xml', (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'));
      serials(parts, random.pick(['46318', '44856', '0']));
    },
  ],
  [
    'a style that is not there',
    (parts) => edit(parts, SHEET, (xml) => xml.replaceAll('<c r=', '<c s="999" r=')),
  ],
  [
    'formulas',
    (parts) =>
      edit(parts, SHEET, (xml) => xml.replace(/<is><t>[^<]*<\/t><\/is>/g, '<f>1/0</f><v>#DIV/0!</v>')),
  ],
  [
    'cells merged',
    (parts) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1"/><mergeCell ref="Z9:A1"/></mergeCells>',
        ),
      ),
  ],
  [
    'a cell far away',
    (parts, random) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(
          '</sheetData>',
          `<row r="1048576"><c r="${random.pick(['XFD1048576', 'A1048576', 'ZZZZZZ99999999999', 'A0', '1A', '', 'A-1', 'CV2000'])}" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>`,
        ),
      ),
  ],
  [
    'a dimension that lies',
    (parts) =>
      edit(parts, SHEET, (xml) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  ],
  ['rows without numbers', (parts) => edit(parts, SHEET, (xml) => xml.replace(/ r="\w+"/g, ''))],
  [
    'rows in disorder',
    (parts) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(/<row r="(\d+)"/g, (_, row: string) => `<row r="${100 - Number(row)}"`),
      ),
  ],
  [
    'many rows',
    (parts, random) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(
          '</sheetData>',
          `${'<row><c t="inlineStr"><is><t>甲</t></is></c></row>'.repeat(random.size(MOST / 5))}</sheetData>`,
        ),
      ),
  ],
  [
    'a huge cell',
    (parts, random) =>
      edit(parts, SHEET, (xml) => xml.replace(/<t>/, `<t>${'甲'.repeat(random.size(MOST * 3))}`)),
  ],
  [
    'a bomb',
    (parts, random) =>
      edit(parts, SHEET, (xml) =>
        xml.replace('</sheetData>', `${' '.repeat(random.size(MOST * 300))}</sheetData>`),
      ),
  ],
  [
    'a bomb beside',
    (parts, random) => {
      parts['xl/media/image1.bin'] = '\u0000'.repeat(random.size(MOST * 300));
    },
  ],
  [
    'deep elements',
    (parts, random) =>
      edit(parts, SHEET, (xml) => {
        const depth = random.size(MOST / 4);
        return xml.replace('<sheetData>', `<sheetData>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`);
      }),
  ],
  [
    'tags that never close',
    (parts, random) =>
      edit(parts, SHEET, (xml) => xml.replace('<sheetData>', `<sheetData>${'<a'.repeat(random.size(MOST))}`)),
  ],
  [
    'two sheets, the first one empty',
    (parts) =>
      edit(parts, 'xl/workbook.xml', (xml) =>
        xml.replace('<sheets>', '<sheets><sheet name="空" sheetId="2" r:id="rId9"/>'),
      ),
  ],
  ['no sheet', (parts) => edit(parts, 'xl/workbook.xml', (xml) => xml.replace(/<sheet .*?\/>/, ''))],
  [
    'a target outside',
    (parts) =>
      edit(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace('worksheets/sheet1.xml', '../../../../etc/passwd'),
      ),
  ],
  [
    'a part that leads outside',
    (parts) => {
      parts['../../../../tmp/zhixing-escaped.txt'] = '甲';
    },
  ],
  [
    'other namespaces',
    (parts) =>
      edit(parts, SHEET, (xml) =>
        xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x='),
      ),
  ],
  ['half a surrogate', (parts) => edit(parts, SHEET, (xml) => xml.replace(/<t>/, '<t>&#xD800;'))],
];

/** A workbook with something wrong inside of it. */
export function damagedWorkbook(bytes: Uint8Array, random: Random): { what: string; bytes: Uint8Array } {
  const parts: Parts = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) parts[name] = strFromU8(part);
  const [what, damage] = random.pick(XML_DAMAGES);
  damage(parts, random);
  const packed: Zippable = {};
  for (const [name, part] of Object.entries(parts)) packed[name] = strToU8(part);
  return { what, bytes: zipSync(packed, { level: random.chance(0.5) ? 6 : 0, mtime: '2026-01-01' }) };
}

function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  parts[name] = change(parts[name] ?? '');
}

function cutPart(parts: Parts, random: Random): void {
  const name = random.pick(Object.keys(parts));
  edit(parts, name, (xml) => xml.slice(0, random.below(xml.length + 1)));
}

function serials(parts: Parts, serial: string): void {
  edit(parts, SHEET, (xml) =>
    xml.replace(
      /<c r="(\w+)" t="inlineStr"><is><t>\d{4}-[^<]*<\/t><\/is>/g,
      `<c r="$1" s="1"><v>${serial}</v>`,
    ),
  );
}

function laughs(): string {
  const names = [...'bcdefghij'];
  const entities = names.map(
    (name, index) => `<!ENTITY ${name} "${`&${index === 0 ? 'a' : (names[index - 1] ?? '')};`.repeat(10)}">`,
  );
  return `<!DOCTYPE x [<!ENTITY a "哈">${entities.join('')}]>`;
}

function withCell(line: string, random: Random): string {
  const cells = line.split(',');
  cells[random.below(cells.length)] = random.pick(CELLS);
  return cells.join(',');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
