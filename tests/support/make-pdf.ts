/** A piece of text on a page: where its base line begins, in points from the lower left corner. */
export interface Shown {
  text: string;
  x: number;
  y: number;
  size?: number;
  font?: FontKind;
  /** The direction of the base line in degrees, anticlockwise. */
  turned?: number;
  /** 3 shows nothing, as the text behind a scanned page. */
  mode?: number;
}

/**
 * How a font writes its codes: with a map to Unicode; with codes of an encoding that readers know; with numbers of glyphs that mean nothing
 * outside the font.
 */
export type FontKind = 'mapped' | 'gbk' | 'unicode' | 'unicode-vertical' | 'gb1' | 'unmapped';

/** A page to be written. */
export interface PdfPage {
  shown?: readonly Shown[];
  /** Lines from one point to another. */
  rules?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Quarter turns by which readers turn the page. */
  turned?: 0 | 90 | 180 | 270;
  /** Whether the page shows a picture. */
  picture?: boolean;
  /** Text of a remark that lies on the page. */
  remark?: Shown;
  /** Drawing steps as they are. */
  steps?: string;
}

const FONTS: Record<FontKind, { encoding: string; ordering: string; isMapped: boolean; name: string }> = {
  mapped: { encoding: 'Identity-H', ordering: 'Identity', isMapped: true, name: 'AAAAAA+Song' },
  gbk: { encoding: 'GBK-EUC-H', ordering: 'GB1', isMapped: false, name: 'Hei' },
  unicode: { encoding: 'UniGB-UCS2-H', ordering: 'GB1', isMapped: false, name: 'Song' },
  'unicode-vertical': { encoding: 'UniGB-UCS2-V', ordering: 'GB1', isMapped: false, name: 'SongV' },
  gb1: { encoding: 'Identity-H', ordering: 'GB1', isMapped: false, name: 'Kai' },
  unmapped: { encoding: 'Identity-H', ordering: 'Identity', isMapped: false, name: 'BBBBBB+Seal' },
};
const NAMES = Object.keys(FONTS) as FontKind[];
const PICTURE = 1;
const FIRST_FONT = 2;
const OBJECTS_OF_A_FONT = 3;

/** A PDF with Chinese text, written object by object. */
export function makePdf(pages: readonly PdfPage[]): Buffer {
  const objects: string[] = [
    stream(
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '\0',
    ),
    ...NAMES.flatMap((kind, index) => fontObjects(kind, FIRST_FONT + index * OBJECTS_OF_A_FONT)),
  ];
  const resources = `<< /XObject << /P ${PICTURE} 0 R >> /Font << ${NAMES.map(
    (kind, index) => `/${nameOf(kind)} ${FIRST_FONT + index * OBJECTS_OF_A_FONT} 0 R`,
  ).join(' ')} >> >>`;
  const firstPage = objects.length + 1;
  pages.forEach((page, index) => {
    const at = firstPage + index * 3;
    objects.push(
      `<< /Type /Page /Parent ${firstPage + pages.length * 3} 0 R /MediaBox [0 0 595 842] /Rotate ${page.turned ?? 0} /Contents ${at + 1} 0 R /Resources ${resources} ${page.remark ? `/Annots [${at + 2} 0 R]` : ''} >>`,
      stream('<<', stepsOf(page)),
      remarkObject(page.remark, resources, at + 2),
    );
  });
  const tree = objects.length + 1;
  const kids = pages.map((_, index) => `${firstPage + index * 3} 0 R`).join(' ');
  objects.push(
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Catalog /Pages ${tree} 0 R >>`,
  );
  // The streams of remarks are objects of their own, behind all others.
  pages.forEach((page, index) => {
    if (!page.remark) return;
    objects.push(
      stream(
        `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources ${resources}`,
        stepsOf({ shown: [page.remark] }),
      ),
    );
    objects[firstPage + index * 3 + 1] = remarkObject(page.remark, resources, objects.length);
  });
  return assemble(objects, tree + 1);
}

function nameOf(kind: FontKind): string {
  return kind.replace('-', '');
}

function remarkObject(remark: Shown | undefined, _resources: string, appearance: number): string {
  return remark
    ? `<< /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] /F 4 /DA (/mapped 12 Tf) /Contents (remark) /AP << /N ${appearance} 0 R >> >>`
    : 'null';
}

function fontObjects(kind: FontKind, at: number): string[] {
  const { encoding, ordering, isMapped, name } = FONTS[kind];
  const map = isMapped ? `/ToUnicode ${at + 2} 0 R` : '';
  const descriptor = `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`;
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} ${map} /DescendantFonts [${at + 1} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor ${descriptor} >>`,
    stream('<<', IDENTITY_MAP),
  ];
}

/** Each code of two bytes stands for the character of its number. */
const IDENTITY_MAP = `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
100 beginbfrange
${Array.from({ length: 0xd8 }, (_, high) => high.toString(16).padStart(2, '0'))
  .map((high) => `<${high}00> <${high}ff> <${high}00>`)
  .join('\n')}
<f900> <ffff> <f900>
endbfrange endcmap`;

function stepsOf({ shown = [], rules = [], picture, steps = '' }: PdfPage): string {
  return [
    ...shown.map(showSteps),
    ...rules.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`),
    ...(picture ? ['q 595 0 0 842 0 0 cm /P Do Q'] : []),
    steps,
  ].join('\n');
}

function showSteps({ text, x, y, size = 12, font = 'mapped', turned = 0, mode = 0 }: Shown): string {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
  return `BT ${mode} Tr /${nameOf(font)} ${size} Tf ${cos} ${sin} ${(-Math.sin(angle)).toFixed(4)} ${cos} ${x} ${y} Tm <${hexOf(text, font)}> Tj ET`;
}

/** The codes of a text. Of GBK and Adobe-GB1 they are found by asking a decoder for each code. */
function hexOf(text: string, font: FontKind): string {
  if (font !== 'gbk' && font !== 'gb1') return Buffer.from(text, 'utf16le').swap16().toString('hex');
  return Array.from(text, (character) => {
    const [row, cell] = gbkPlace(character);
    if (font === 'gbk') return Buffer.from([row, cell]).toString('hex');
    // Han of the first level of GB 2312 stand in Adobe-GB1 from 940 on, in order.
    return (940 + (row - 0xb0) * 94 + cell - 0xa1).toString(16).padStart(4, '0');
  }).join('');
}

function gbkPlace(character: string): [row: number, cell: number] {
  const decoder = new TextDecoder('gbk');
  for (let row = 0xa1; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1)
      if (decoder.decode(Uint8Array.of(row, cell)) === character) return [row, cell];
  throw new Error(`GB 2312 has no ${character}`);
}

function stream(dictionary: string, content: string): string {
  return `${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], root: number): Buffer {
  let text = '%PDF-1.5\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer << /Size ${size} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
