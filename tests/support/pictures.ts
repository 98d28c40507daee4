import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Names that no published picture may hold: they stand in every kind of metadata that is put into pictures here. */
export const SECRET = 'Zhang-San-at-home';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
export const joined = (...parts: (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)));

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16BE(value, 2 * index));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}

/**
 * An Exif block: an orientation, an artist, a place by satellite, and a second directory with a small picture. `little` turns the order of
 * its bytes.
 */
export function exif(orientation = 1, little = false): Buffer {
  const number = (size: 2 | 4, value: number): Buffer => {
    const bytes = size === 2 ? u16(value) : u32(value);
    return little ? bytes.reverse() : bytes;
  };
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    joined(number(2, tag), number(2, type), number(4, count), value, Buffer.alloc(4 - value.length));
  const [artistAt, gpsAt, secondAt] = [50, 74, 92];
  return joined(
    little ? 'II' : 'MM',
    number(2, 42),
    number(4, 8),
    number(2, 3),
    entry(0x0112, 3, 1, number(2, orientation)),
    entry(0x013b, 2, 20, number(4, artistAt)),
    entry(0x8825, 4, 1, number(4, gpsAt)),
    number(4, secondAt),
    `${SECRET}\0\0\0`.padEnd(gpsAt - artistAt, '\0'),
    number(2, 1),
    entry(1, 2, 2, latin('N\0')),
    number(4, 0),
    number(2, 1),
    entry(0x0103, 3, 1, number(2, 6)),
    number(4, 0),
  );
}

export const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${SECRET}</dc:creator><exif:GPSLatitude>30,1N</exif:GPSLatitude></x:xmpmeta>`;

/** A colour profile by name only. */
export const PROFILE = 'a colour profile';

/** A segment of a JPEG. */
export function segment(marker: number, ...data: (Uint8Array | string)[]): Buffer {
  const body = joined(...data);
  return joined(Uint8Array.of(0xff, marker), u16(body.length + 2), body);
}

/** Every kind of segment that tells something, and those of colour and orientation. */
export function tellingSegments(orientation: number): Buffer {
  return joined(
    segment(0xe1, 'Exif\0\0', exif(orientation)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', XMP),
    segment(0xe2, 'MPF\0', SECRET),
    segment(0xed, 'Photoshop 3.0\x008BIM', SECRET),
    segment(0xef, SECRET),
    segment(0xfe, SECRET),
  );
}

export const ICC_SEGMENT = segment(0xe2, 'ICC_PROFILE\0\x01\x01', PROFILE);

/** A JPEG that is whole by its segments; its scan shows nothing. `extra` stands behind the first. */
export function jpeg(extra: Uint8Array = Buffer.alloc(0), behind: string | Uint8Array = ''): Buffer {
  return joined(
    '\xff\xd8',
    segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
    extra,
    segment(0xdb, '\0', Buffer.alloc(64, 1)),
    segment(0xc0, '\x08\0\x01\0\x01\x01\x01\x11\0'),
    segment(0xda, '\x01\x01\0\0\x3f\0'),
    '\x12\xff\x00\x34\xff\xd0\x56',
    segment(0xc4, '\0', Buffer.alloc(16)),
    segment(0xda, '\x01\x01\0\0\x3f\0'),
    '\x78\xff\xd9',
    behind,
  );
}

/** A chunk of a PNG. */
export function chunk(name: string, ...data: (Uint8Array | string)[]): Buffer {
  const named = joined(name, ...data);
  return joined(u32(named.length - 4), named, u32(crc32(named)));
}

/** Every chunk that tells something. */
export function tellingChunks(orientation = 1): Buffer {
  return joined(
    chunk('tEXt', 'Author\0', SECRET),
    chunk('tEXt', 'Comment\0', SECRET),
    chunk('zTXt', 'Title\0\0', deflateSync(SECRET)),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', XMP),
    chunk('eXIf', exif(orientation)),
    chunk('tIME', '\x07\xea\x01\x01\x01\x01\x01'),
    chunk('zhXx', SECRET),
  );
}

/** A PNG of four pixels of four colours, `extra` before its pixels. `shade` tells one from another. */
export function png(
  extra: Uint8Array = Buffer.alloc(0),
  behind: string | Uint8Array = '',
  shade = 0,
): Buffer {
  const pixels = Buffer.from([0, 255, shade, 0, 0, 255, 0, 0, 0, 0, 255, 90, 90, 90]);
  return joined(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', u32(2, 2), '\x08\x02\0\0\0'),
    extra,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND'),
    behind,
  );
}

const gifBlocks = (...data: string[]): string =>
  `${data.map((block) => String.fromCharCode(block.length) + block).join('')}\0`;

/** A GIF of one red pixel, `extra` before it. */
export function gif(extra = '', behind = ''): Buffer {
  return joined(
    'GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\0',
    extra,
    '\x21\xf9\x04\0\x0a\0\0\0',
    `\x2c\0\0\0\0\x01\0\x01\0\0\x02${gifBlocks('\x44\x01')}`,
    '\x3b',
    behind,
  );
}

export const GIF_LOOP = `\x21\xff${gifBlocks('NETSCAPE2.0', '\x01\0\0')}`;
export const TELLING_BLOCKS = [
  `\x21\xfe${gifBlocks(SECRET, SECRET)}`,
  `\x21\xff${gifBlocks('XMP DataXMP', SECRET)}`,
  `\x21\xff${gifBlocks('ICCRGBG1012', SECRET)}`,
  `\x21\x01${gifBlocks('\0'.repeat(12), SECRET)}`,
].join('');

/** A chunk of a WebP. */
export function riffChunk(name: string, ...data: (Uint8Array | string)[]): Buffer {
  const body = joined(...data);
  return joined(name, u32(body.length).reverse(), body, Buffer.alloc(body.length % 2));
}

export function riff(...chunks: Uint8Array[]): Buffer {
  const body = joined('WEBP', ...chunks);
  return joined('RIFF', u32(body.length).reverse(), body);
}

/** A WebP that is whole by its chunks; `pixels` are one or more of them. */
export function webp(pixels: Uint8Array, orientation = 1): Buffer {
  return riff(
    riffChunk('VP8X', '\x2c\0\0\0\0\0\0\0\0\0'),
    riffChunk('ICCP', PROFILE),
    pixels,
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', XMP),
    riffChunk('ZHXX', SECRET),
  );
}

/** A box of an AVIF. */
export function box(type: string, ...data: (Uint8Array | string)[]): Buffer {
  const body = joined(...data);
  return joined(u32(body.length + 8), type, body);
}

/** An AVIF that is whole by its boxes: a picture, a smaller one, Exif and XMP; `pixels` are shown as little as they are changed. */
export function avif(pixels = 'pixels that are shown', behind = ''): Buffer {
  const items: [type: string, data: Uint8Array | string, content?: string][] = [
    ['av01', pixels],
    ['av01', `small ${SECRET}`],
    ['Exif', joined('\0\0\0\0', exif(6))],
    ['mime', XMP, 'application/rdf+xml\0'],
  ];
  const ftyp = box('ftyp', 'avif\0\0\0\0mif1miaf');
  const entries = items.map(([type, , content = ''], index) =>
    box('infe', '\x02\0\0\0', u16(index + 1, 0), type, '\0', content),
  );
  const meta = (offset: number): Buffer => {
    let at = offset;
    const places = items.map(([, data], index) => {
      const place = joined(u16(index + 1, 0, 1), u32(at, data.length));
      at += data.length;
      return place;
    });
    return box(
      'meta',
      '\0\0\0\0',
      box('hdlr', '\0\0\0\0\0\0\0\0pict', Buffer.alloc(13)),
      box('pitm', '\0\0\0\0\0\x01'),
      box('iloc', '\0\0\0\0\x44\0', u16(items.length), ...places),
      box('iinf', '\0\0\0\0', u16(items.length), ...entries),
      box('iref', '\0\0\0\0', box('thmb', u16(2, 1, 1)), box('cdsc', u16(3, 1, 1))),
      box('iprp', box('ipco', box('udes', '\0\0\0\0zh\0', SECRET, '\0\0\0'), box('ispe', Buffer.alloc(12)))),
    );
  };
  const start = ftyp.length + meta(0).length + 8;
  return joined(
    ftyp,
    meta(start),
    box('mdat', ...items.map(([, data]) => data), SECRET),
    box('uuid', '\xbe\x7a\xcf\xcb', SECRET),
    behind,
  );
}

const XMLNS = 'xmlns:cp="cp" xmlns:dc="dc" xmlns:w="w"';

/** A Word file that tells of its makers, or one that does not. */
export function docx(isTelling = true): Uint8Array {
  const document = isTelling
    ? '<w:p><w:ins w:author="x"><w:r><w:rPr><w:vanish/></w:rPr><w:t>字</w:t></w:r></w:ins></w:p>'
    : '<w:p><w:r><w:t>字</w:t></w:r></w:p>';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${XMLNS}><w:body>${document}</w:body></w:document>`),
    ...(isTelling && {
      'docProps/core.xml': strToU8(
        `<cp:coreProperties ${XMLNS}><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>`,
      ),
      'docProps/app.xml': strToU8('<Properties><Company>某局</Company><Manager> </Manager></Properties>'),
      'word/comments.xml': strToU8(`<w:comments ${XMLNS}/>`),
      'word/media/image1.jpeg': jpeg(tellingSegments(1)),
    }),
  });
}

/** A workbook with a sheet that is not shown. */
export function xlsx(state = 'veryHidden'): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook><sheets><sheet name="一" sheetId="1"/><sheet name="二" sheetId="2" state="${state}"/></sheets></workbook>`,
    ),
  });
}

/** A PDF of one empty page; with an author, or without. */
export function pdf(author?: string): Buffer {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>',
    `<<${author === undefined ? '' : `/Author (${author})`}>>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  return latin(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${count} /Root 1 0 R /Info 4 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
