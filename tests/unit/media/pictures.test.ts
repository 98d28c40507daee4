import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { outgoing } from '../../../src/media/outgoing.ts';
import { MediaTrouble } from '../../../src/media/stripped.ts';
import * as made from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/site.ts';

const { SECRET } = made;
const EVERYTHING = ['GPS 位置', '作者', '拍摄信息', '缩略图', 'XMP 信息'];
const PIXELS = made.riffChunk('VP8L', 'pixels that are shown');

/** A picture with all that it can tell, and the same without. */
const PICTURES: [name: string, telling: Buffer, plain: Buffer, removed: string[]][] = [
  [
    'a.jpg',
    made.jpeg(made.joined(made.tellingSegments(1), made.ICC_SEGMENT), `PK\x03\x04${SECRET}`),
    made.jpeg(made.ICC_SEGMENT),
    [...EVERYTHING, 'IPTC 信息', '注释', '另一幅图', '图片结尾之后的数据', '不认识的内容'],
  ],
  [
    'a.png',
    made.png(made.joined(made.chunk('gAMA', '\0\0\xb1\x8f'), made.tellingChunks()), `PK\x03\x04${SECRET}`),
    made.png(made.chunk('gAMA', '\0\0\xb1\x8f')),
    [...EVERYTHING, '注释', '修改时间', '图片结尾之后的数据', '不认识的内容'],
  ],
  [
    'a.gif',
    made.gif(made.GIF_LOOP + made.TELLING_BLOCKS, SECRET),
    made.gif(made.GIF_LOOP),
    ['XMP 信息', '注释', '图片结尾之后的数据', '不认识的内容'],
  ],
  [
    'a.webp',
    made.joined(made.webp(PIXELS), SECRET),
    made.riff(made.riffChunk('VP8X', '\x20\0\0\0\0\0\0\0\0\0'), made.riffChunk('ICCP', made.PROFILE), PIXELS),
    [...EVERYTHING, '图片结尾之后的数据', '不认识的内容'],
  ],
];

const strip = (name: string, bytes: Uint8Array) => {
  const stripped = outgoing(name, bytes);
  return { bytes: Buffer.from(stripped.bytes), removed: [...stripped.removed].sort() };
};
const troubleOf = (name: string, bytes: Uint8Array): string => {
  try {
    outgoing(name, bytes);
    return '';
  } catch (error) {
    assert.ok(error instanceof MediaTrouble, String(error));
    assert.ok(error.remedy !== '');
    return error.message;
  }
};

describe('a picture as it is published', () => {
  for (const [name, telling, plain, removed] of PICTURES) {
    it(`has pixels, colour profile and animation and nothing else (${name}), and says what is gone`, () => {
      const stripped = strip(name, telling);
      assert.deepEqual(stripped.removed, [...removed].sort());
      assert.ok(telling.includes(SECRET) && !stripped.bytes.includes(SECRET));
      assert.deepEqual(stripped.bytes, plain);
    });
    it(`is the same bytes where there is nothing to take out (${name})`, () => {
      assert.deepEqual(strip(name, plain), { bytes: plain, removed: [] });
    });
  }

  it('keeps the orientation that its Exif block gives, in either order of bytes, and nothing else of it', () => {
    for (const little of [false, true]) {
      const block = made.exif(6, little);
      for (const [name, telling] of [
        ['a.jpg', made.jpeg(made.segment(0xe1, 'Exif\0\0', block))],
        ['a.png', made.png(made.chunk('eXIf', block))],
        [
          'a.webp',
          made.riff(made.riffChunk('VP8X', '\x08'.padEnd(10, '\0')), PIXELS, made.riffChunk('EXIF', block)),
        ],
      ] as const) {
        const { bytes } = strip(name, telling);
        const kept = made.joined('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0');
        assert.ok(bytes.includes(kept), name);
        assert.ok(!bytes.includes(SECRET), name);
        assert.deepEqual(strip(name, bytes), { bytes, removed: [] }, `${name} once more`);
      }
    }
  });

  it('has no Exif block where it is shown upright, or the block is damaged', () => {
    for (const block of [
      made.exif(1),
      made.exif(9),
      made.exif(6).subarray(0, 20),
      Buffer.from('II*\0\xff\xff\xff\xff', 'latin1'),
    ]) {
      assert.deepEqual(strip('a.jpg', made.jpeg(made.segment(0xe1, 'Exif\0\0', block))).bytes, made.jpeg());
    }
  });

  it('has no small copy of itself before its pixels, and the first density only', () => {
    const small = made.segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', 'rgb');
    const telling = made.joined(
      '\xff\xd8',
      small,
      made.segment(0xe0, 'JFXX\0\x13', SECRET),
      made.jpeg().subarray(20),
    );
    assert.deepEqual(strip('a.jpg', telling), { bytes: made.jpeg(), removed: ['缩略图'] });
  });

  it('keeps the frames of a WebP animation, and nothing between them', () => {
    const frame = (...inner: Uint8Array[]) => made.riffChunk('ANMF', Buffer.alloc(16), ...inner);
    const whole = (...inner: Uint8Array[]) =>
      made.riff(
        made.riffChunk('VP8X', '\x02'.padEnd(10, '\0')),
        made.riffChunk('ANIM', Buffer.alloc(6)),
        frame(...inner),
      );
    assert.deepEqual(strip('a.webp', whole(PIXELS, made.riffChunk('ZHXX', SECRET))), {
      bytes: whole(PIXELS),
      removed: ['不认识的内容'],
    });
  });

  it('leaves every offset of an AVIF unchanged, with zeros where nothing is shown', () => {
    const telling = made.avif(undefined, `PK\x03\x04${SECRET}`);
    const { bytes, removed } = strip('a.avif', telling);
    assert.deepEqual(removed, [...EVERYTHING, '图片结尾之后的数据', '不认识的内容'].sort());
    assert.ok(!bytes.includes(SECRET) && !bytes.includes('GPSLatitude') && !bytes.includes('uuid'));
    assert.equal(bytes.indexOf('pixels that are shown'), telling.indexOf('pixels that are shown'));
    assert.deepEqual(strip('a.avif', bytes).bytes, bytes, 'once more');
  });

  const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0;
  it(
    'tells exiftool of nothing but its orientation',
    { skip: !hasExiftool && 'no exiftool here' },
    async () => {
      const folder = await temporaryFolder();
      const files: Record<string, Uint8Array> = {
        'a.jpg': made.jpeg(made.tellingSegments(6), SECRET),
        'a.png': made.png(made.tellingChunks(6), SECRET),
        'a.gif': made.gif(made.TELLING_BLOCKS, SECRET),
        'a.webp': made.riff(
          made.riffChunk('VP8X', '\x0c'.padEnd(10, '\0')),
          PIXELS,
          made.riffChunk('EXIF', made.exif(6)),
          made.riffChunk('XMP ', made.XMP),
        ),
        'a.avif': made.avif(),
      };
      for (const [name, bytes] of Object.entries(files)) {
        await writeFile(join(folder, name), bytes);
        await writeFile(join(folder, `out-${name}`), outgoing(name, bytes).bytes);
        const told = (file: string) => {
          const said = execFileSync('exiftool', ['-a', '-G1', '-s', '-j', join(folder, file)], {
            encoding: 'utf8',
          });
          return Object.keys((JSON.parse(said) as [object])[0]).filter((tag) =>
            /^(?:IFD\d|ExifIFD|GPS|XMP.*|Photoshop|IPTC|ExifTool|PNG|File):(?!Image|File|MIME|Bit|Color|Compression|Filter|Interlace|Encoding|YCb|ExifByteOrder)/.test(
              tag,
            ),
          );
        };
        const isTurned = !/gif|avif/.test(name);
        assert.ok(told(name).length > 2 || name === 'a.gif', `${name} tells of ${told(name).join()}`);
        assert.deepEqual(
          told(`out-${name}`).filter((tag) => tag !== 'ExifTool:ExifToolVersion'),
          isTurned ? ['IFD0:Orientation'] : [],
          name,
        );
      }
    },
  );
});

describe('a picture that is not whole', () => {
  it('is refused wherever it is cut off', () => {
    for (const [name, , plain] of PICTURES) {
      for (let length = name === 'a.gif' ? 6 : 12; length < plain.length; length += 1)
        assert.notEqual(troubleOf(name, plain.subarray(0, length)), '', `${name} of ${length} bytes`);
    }
  });

  it('is refused or published harmlessly, quickly, whatever bytes are changed', () => {
    let seed = 715;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const all = [
      ...PICTURES.map(([name, telling]) => [name, telling] as const),
      ['a.avif', made.avif()] as const,
    ];
    for (const [name, telling] of all) {
      for (let trial = 0; trial < 1000; trial += 1) {
        const bytes = Buffer.from(telling);
        for (let change = random(4); change >= 0; change -= 1)
          bytes[12 + random(bytes.length - 12)] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)]!;
        if (troubleOf(name, bytes) === '')
          assert.ok(outgoing(name, bytes).bytes.length <= bytes.length + 4, `${name}, seed ${seed}`);
      }
    }
  });

  it('is refused where it states impossible lengths', () => {
    const long = Buffer.from(made.png());
    long.writeUInt32BE(0xffffffff, 8);
    assert.equal(troubleOf('a.png', long), 'PNG 图片不完整，或已损坏');
    const riff = Buffer.from(PICTURES[3]![2]);
    riff.writeUInt32LE(0xffffffff, 4);
    assert.equal(troubleOf('a.webp', riff), 'WebP 图片不完整，或已损坏');
    const places = Buffer.from(made.avif());
    places.writeUInt32BE(0xfffffff0, places.indexOf('iloc') + 18);
    assert.equal(troubleOf('a.avif', places), 'AVIF 图片不完整，或已损坏');
  });

  it('may have a million parts', () => {
    const many = made.png(Buffer.concat(Array<Buffer>(500_000).fill(made.chunk('tEXt', 'a\0b'))));
    const fills = made.jpeg(Buffer.alloc(5_000_000, 0xff));
    assert.deepEqual(strip('a.png', many).bytes, made.png());
    assert.deepEqual(strip('a.jpg', fills).bytes, made.jpeg());
  });
});

describe('a file that is not what its name says', () => {
  it('is refused, and its real type and ending are reported if known', () => {
    const all: Record<string, Uint8Array> = {
      JPEG: made.jpeg(),
      PNG: made.png(),
      GIF: made.gif(),
      WebP: PICTURES[3]![2],
      AVIF: made.avif(),
      PDF: made.pdf(),
      网页: Buffer.from('\ufeff\n<!-- x --><!DOCTYPE html><script>hit()</script>'),
      SVG: Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      HEIC: made.box('ftyp', 'heic\0\0\0\0mif1heic'),
      TIFF: Buffer.from('II*\0rest'),
    };
    const own: Record<string, string> = {
      JPEG: '.jpg .jpeg',
      PNG: '.png',
      GIF: '.gif',
      WebP: '.webp',
      AVIF: '.avif',
      PDF: '.pdf',
      SVG: '.svg',
    };
    for (const [kind, bytes] of Object.entries(all)) {
      for (const ending of '.jpg .jpeg .png .gif .webp .avif .pdf .svg .docx .zip'.split(' ')) {
        const expected = own[kind]?.split(' ').includes(ending)
          ? ''
          : `扩展名是 ${ending}，内容却不是（是${kind === '网页' ? '' : ' '}${kind}）`;
        assert.equal(troubleOf(`media/a${ending}`, bytes), expected);
        assert.equal(troubleOf(`media/A${ending.toUpperCase()}`, bytes), expected, 'in capital letters');
      }
    }
    assert.equal(troubleOf('a.png', Buffer.from('words')), '扩展名是 .png，内容却不是');
    assert.equal(troubleOf('a.png', Buffer.alloc(0)), '文件是空的');
    assert.equal(troubleOf('a.html', all.网页!), '不是图片，也不是附件');
    assert.equal(troubleOf('png', made.png()), '不是图片，也不是附件');
    assert.equal(troubleOf('a.docx', made.xlsx()), '扩展名是 .docx，内容却不是');
    assert.equal(troubleOf('a.xlsx', made.docx()), '扩展名是 .xlsx，内容却不是');
    assert.equal(troubleOf('a.zip', made.docx()), '');
  });
});
