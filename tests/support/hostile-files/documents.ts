import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { textOf, times, type HostileFile } from './hostile-file.ts';
import { ROOT } from '../site.ts';

const rtf = (name: string, inside: () => string): HostileFile => ({
  name: `${name}.rtf`,
  bytes: () => textOf(`{\\rtf1\\ansi\\ansicpg936 ${inside()}}`),
});

const RTFS: readonly HostileFile[] = [
  rtf('groups', () => times(1_000_000, '{')),
  rtf('groups-side-by-side', () => times(4_000_000, '{}')),
  rtf('unicode', () => times(4_000_000, '\\u20013?')),
  rtf('unicode-just-below', () => times(600_000, '\\u20013?')),
  rtf('words', () => times(4_000_000, '\\b')),
  rtf('binary', () => times(400_000, '\\bin999999999 x')),
  rtf('far-binary', () => '\\bin999999999999999999999 x\\bin-5 y\\uc99999999 \\u1 z'),
  rtf('starred', () => `{\\*\\甲 ${times(20_000_000, 'x')}}`),
  rtf('starred-side-by-side', () => times(600_000, '{\\*\\a b}')),
  rtf('picture', () => `{\\pict ${times(40_000_000, 'a')}}甲`),
  rtf('bytes', () => times(6_000_000, "\\'d6")),
  rtf('cells', () => times(700_000, '\\intbl甲\\cell')),
  rtf('levels', () => '\\intbl\\itap999999999 甲\\nestcell\\nestrow\\cell\\row'),
  rtf('footnotes', () => times(120_000, '{\\footnote 甲}')),
  rtf('fonts', () => times(900_000, '{\\f1\\fcharset134 ')),
  rtf('open-fonts', () => times(2_000_000, '{\\f1')),
  rtf('open-styles', () => times(2_000_000, '{\\s1')),
  rtf('paragraphs', () => times(600_000, '甲\\par ')),
];

/** A compound file with a Word document, changed before it is given out. */
const doc = (name: string, change: (file: Buffer) => void): HostileFile => ({
  name: `${name}.doc`,
  bytes: () => {
    const file = Buffer.from(readFileSync(join(ROOT, 'tests/unit/import/fixtures/reading-class.doc')));
    change(file);
    return file;
  },
});
const SECTOR = 512;
/** Where the stream of the document begins in that file, and where its tables do. */
const sectorOf = (file: Buffer, name: string) => {
  const entry = file.indexOf(Buffer.from(name, 'utf16le'));
  return (file.readUInt32LE(entry + 0x74) + 1) * SECTOR;
};
const fatOf = (file: Buffer) => (file.readUInt32LE(0x4c) + 1) * SECTOR;

/** The document's list of pieces, made anew: so many pieces, each of the same bytes. */
function pieces(count: number, length: number): HostileFile {
  return {
    name: `pieces-${count}.doc`,
    bytes: () => {
      const clx = Buffer.alloc(5 + (count + 1) * 4 + count * 8);
      clx[0] = 2;
      clx.writeUInt32LE(clx.length - 5, 1);
      for (let index = 0; index <= count; index += 1)
        clx.writeUInt32LE((index * length) >>> 0, 5 + index * 4);
      for (let index = 0; index < count; index += 1)
        clx.writeUInt32LE(0x40000000, 5 + (count + 1) * 4 + index * 8 + 2);
      const main = Buffer.alloc(Math.max(8192, Math.ceil(length / SECTOR) * SECTOR), 0x41);
      main.fill(0, 0, 4096);
      main.writeUInt16LE(0xa5ec, 0);
      main.writeUInt16LE(0xc1, 2);
      main.writeUInt16LE(0x0200, 0x0a);
      main.writeUInt32LE((count * length) >>> 0, 0x4c);
      main.writeUInt32LE(0, 0x9a + 33 * 8);
      main.writeUInt32LE(clx.length, 0x9a + 33 * 8 + 4);
      return compound({ WordDocument: main, '1Table': clx });
    },
  };
}

/** A compound file with streams of more than 4 KB each. */
export function compound(streams: Record<string, Buffer>): Uint8Array {
  const padded = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(4096, Math.ceil(bytes.length / SECTOR) * SECTOR);
    return { name, bytes: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) };
  });
  const used = padded.reduce((sum, { bytes }) => sum + bytes.length / SECTOR, 0) + 1;
  const fatSectors = Math.ceil((used + 100) / 128);
  const [fat, directory] = [Buffer.alloc((fatSectors + 1) * SECTOR, 0xff), Buffer.alloc(SECTOR)];
  const entry = (index: number, name: string, type: number, start: number, size: number, child: number) => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 0x40);
    directory[at + 0x42] = type;
    directory.writeUInt32LE(index > 0 && index < padded.length ? index + 1 : 0xffffffff, at + 0x44);
    directory.writeUInt32LE(0xffffffff, at + 0x48);
    directory.writeUInt32LE(child, at + 0x4c);
    directory.writeUInt32LE(start, at + 0x74);
    directory.writeUInt32LE(size, at + 0x78);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0, 1);
  let next = fatSectors + 1;
  fat.writeUInt32LE(0xfffffffe, fatSectors * 4);
  padded.forEach(({ name, bytes }, index) => {
    entry(index + 1, name, 2, next, bytes.length, 0xffffffff);
    const last = next + bytes.length / SECTOR - 1;
    for (let sector = next; sector <= last; sector += 1)
      fat.writeUInt32LE(sector === last ? 0xfffffffe : sector + 1, sector * 4);
    next = last + 1;
  });
  const header = Buffer.alloc(SECTOR);
  header.writeUInt32LE(0xe011cfd0, 0);
  header.writeUInt32LE(0xe11ab1a1, 4);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt32LE(fatSectors, 0x30);
  header.writeUInt32LE(0x1000, 0x38);
  header.writeUInt32LE(0xfffffffe, 0x3c);
  header.writeUInt32LE(0xfffffffe, 0x44);
  for (let index = 0; index < 109; index += 1)
    header.writeUInt32LE(index < Math.min(109, fatSectors) ? index : 0xffffffff, 0x4c + index * 4);
  return Buffer.concat([
    header,
    fat.subarray(0, fatSectors * SECTOR),
    directory,
    ...padded.map(({ bytes }) => bytes),
  ]);
}

const DOCS: readonly HostileFile[] = [
  doc('circle', (file) => file.fill(1, fatOf(file), fatOf(file) + SECTOR)),
  doc('huge-sectors', (file) => file.writeUInt16LE(31, 0x1e)),
  doc('endless-sectors', (file) => file.writeUInt16LE(0xffff, 0x1e)),
  doc('no-sectors', (file) => file.writeUInt16LE(0, 0x1e)),
  doc('far-tables', (file) => file.writeUInt32LE(5, 0x44)),
  doc('huge-lengths', (file) =>
    file.fill(0x7f, sectorOf(file, 'WordDocument') + 0x4c, sectorOf(file, 'WordDocument') + 0x6c),
  ),
  doc('huge-tables', (file) =>
    file.fill(0xff, sectorOf(file, 'WordDocument') + 0x9a, sectorOf(file, 'WordDocument') + 0x300),
  ),
  {
    name: 'cut-off.doc',
    bytes: () => readFileSync(join(ROOT, 'tests/unit/import/fixtures/reading-class.doc')).subarray(0, 5000),
  },
  pieces(200_000, 100_000),
  pieces(100_000, 10),
  pieces(3, 8_000_000),
];

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';

/** A PDF of given objects; without a table, so that readers look for them. */
function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.flatMap((object, index) => [
    textOf(`${index + 1} 0 obj\n`),
    typeof object === 'string' ? textOf(object) : object,
    textOf('\nendobj\n'),
  ]);
  return Buffer.concat([
    textOf('%PDF-1.7\n'),
    ...parts,
    textOf(`trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF`),
  ]);
}

const pdf = (name: string, objects: () => readonly (string | Uint8Array)[]): HostileFile => ({
  name: `${name}.pdf`,
  bytes: () => pdfOf(objects()),
});
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const stream = (bytes: Uint8Array, facts = '/Filter /FlateDecode') =>
  Buffer.concat([textOf(`<< /Length ${bytes.length} ${facts} >>\nstream\n`), bytes, textOf('\nendstream')]);
const onePage = (name: string, content: () => string, form = '<< >>'): HostileFile =>
  pdf(name, () => [
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE,
    stream(zlibSync(textOf(content()))),
    FONT,
    form,
  ]);
const LINE = 'BT /F1 12 Tf 72 700 Td (A notice of the office) Tj ET\n';

const PDFS: readonly HostileFile[] = [
  onePage('flate-bomb', () => times(60_000_000, ' ')),
  pdf('flate-bomb-twice', () => [
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE,
    stream(
      deflateSync(deflateSync(Buffer.alloc(900_000_000, 32), { level: 1 })),
      '/Filter [/FlateDecode /FlateDecode]',
    ),
    FONT,
    '<< >>',
  ]),
  onePage('many-lines', () => times(400_000, LINE)),
  onePage('long-words', () => `BT /F1 12 Tf (${times(5_000_000, 'a')}) Tj ET`),
  pdf('hundred-thousand-pages', () => [
    CATALOGUE,
    `<< /Type /Pages /Kids [${times(100_000, '3 0 R ')}] /Count 100000 >>`,
    PAGE,
    stream(zlibSync(textOf(LINE))),
    FONT,
    '<< >>',
  ]),
  pdf('stated-pages', () => [
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>',
    PAGE,
    stream(zlibSync(textOf(LINE))),
    FONT,
    '<< >>',
  ]),
  pdf('circle-of-pages', () => [CATALOGUE, '<< /Type /Pages /Kids [2 0 R] /Count 5 >>']),
  pdf('deep-pages', () => [
    CATALOGUE,
    ...Array.from(
      { length: 50_000 },
      (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 /Parent ${index + 1} 0 R >>`,
    ),
    PAGE,
  ]),
  onePage(
    'form-in-itself',
    () => `${LINE}/X Do`,
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream',
  ),
  onePage(
    'forms-of-forms',
    () => `${LINE}${times(200_000, '/X Do\n')}`,
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\n \nendstream',
  ),
  onePage('deep-arrays', () => times(2_000_000, '[')),
  onePage('deep-states', () => times(2_000_000, 'q ')),
  pdf('deep-object', () => [`${times(200_000, '[')}${times(200_000, ']')}`, CATALOGUE]),
  pdf('self-reference', () => ['1 0 R', '2 0 R', '<< /Type /Catalog /Pages 3 0 R >>']),
  pdf('script', () => [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE,
    stream(zlibSync(textOf(LINE))),
    FONT,
    '<< >>',
  ]),
  onePage(
    'pictures',
    () => `${LINE}/X Do`,
    '<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JBIG2Decode /Length 4 >>\nstream\nxxxx\nendstream',
  ),
  {
    name: 'many-objects.pdf',
    bytes: () =>
      pdfOf([
        CATALOGUE,
        '<< /Type /Pages /Kids [] /Count 0 >>',
        ...Array.from({ length: 600_000 }, () => 'null'),
      ]),
  },
  pdf('object-stream', () => [
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    PAGE,
    stream(zlibSync(textOf(LINE))),
    FONT,
    '<< >>',
    stream(
      zlibSync(Buffer.alloc(80_000_000, 32)),
      '/Type /ObjStm /N 999999999 /First 10 /Filter /FlateDecode',
    ),
  ]),
];

/** RTF, old Word files, PDF. */
export const DOCUMENTS: readonly HostileFile[] = [...RTFS, ...DOCS, ...PDFS];
