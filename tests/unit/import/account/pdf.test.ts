import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { countedGlyphs } from '../../../../src/import/account/pdf.ts';
import { countPdf } from '../../../../src/import/account/pdf/count-pdf.ts';
import { unfilter } from '../../../../src/import/account/pdf/filters.ts';
import { Parser } from '../../../../src/import/account/pdf/parse.ts';
import type { Stated } from '../../../../src/import/account/pdf/stated.ts';
import { makePdf } from '../../../support/make-pdf.ts';

const name = (text: string) => ({ kind: 'name' as const, name: text });

/** What each page shows, a dot for a glyph that the account only counts. */
function shownBy(bytes: Uint8Array): string[] {
  const count = countPdf(bytes);
  assert.ok('pages' in count, JSON.stringify(count));
  return count.pages.map(({ codes }) => codes.map(({ character }) => character ?? '.').join(''));
}

const NOTHING_ELSE = {
  pictures: 0,
  marks: 0,
  stated: new Map<number, Stated>(),
  isStatedInAnnotations: false,
};

/** A file of one page that shows text in a Latin font, with more objects behind it. */
function latin(content: string, more = '', resources = ''): Buffer {
  return Buffer.from(
    `%PDF-1.5
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F 5 0 R >> ${resources} >> >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length ${content.length} >> stream
${content}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj
${more}
trailer << /Root 1 0 R >>`,
    'latin1',
  );
}

describe('the account of a PDF', () => {
  it('counts every code that is shown, by whatever operator', () => {
    const content = `BT /F 12 Tf (a) Tj [(b) -200 (c)] TJ (d) ' 1 2 (e) " <6667> Tj ET`;
    assert.deepEqual(shownBy(latin(content)), ['abcdefg']);
  });
  it('follows forms with resources of their own or their page’s, and not into themselves without end', () => {
    const form = (number: number, text: string, entries = '') =>
      `${number} 0 obj << /Type /XObject /Subtype /Form ${entries} /Length ${text.length} >> stream\n${text}\nendstream endobj\n`;
    const inner = 'BT /F 9 Tf (in) Tj ET';
    const own = 'BT /G 9 Tf (own) Tj ET /Self Do';
    const more =
      form(6, inner) + form(7, own, '/Resources << /Font << /G 5 0 R >> /XObject << /Self 7 0 R >> >>');
    const [shown] = shownBy(
      latin('/A Do BT /F 9 Tf (x) Tj ET /A Do /B Do', more, '/XObject << /A 6 0 R /B 7 0 R >>'),
    );
    assert.ok(shown?.startsWith('inxinown'));
  });
  it('is not led astray by pictures among the steps, brackets in strings, comments and broken ends', () => {
    const content = `q BI /W 2 /H 1 /BPC 8 ID \x01(EI\x02 EI Q % (Tj)
BT /F 12 Tf (a\\)\\(b\\101) Tj (c(d)e) Tj ET (`;
    assert.deepEqual(shownBy(latin(content)), ['a..bAc.d.e']);
  });
  it('knows a font again when a saved state comes back, and fonts that a state brings', () => {
    const more =
      '6 0 obj << /Font [8 0 R 10] >> endobj 8 0 obj << /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H >> endobj';
    const content = 'BT /F 12 Tf q /S gs <cdf5> Tj Q (a) Tj ET';
    assert.deepEqual(shownBy(latin(content, more, '/ExtGState << /S 6 0 R >>')), ['王a']);
  });
  it('takes the later one of two objects with the same number, packed or not', () => {
    const packed = deflateSync(
      Buffer.from('5 0 << /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H >>'),
    ).toString('latin1');
    const stream = `9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n${packed}\nendstream endobj`;
    const content = 'BT /F 12 Tf <4e00> Tj ET';
    assert.deepEqual(shownBy(latin(content, stream)), ['一']);
    assert.deepEqual(
      shownBy(latin(content, `${stream}\n5 0 obj << /Subtype /Type1 /Encoding /WinAnsiEncoding >> endobj`)),
      ['N.'],
    );
  });
  it('finds the end of a stream whose length is wrong or stands elsewhere', () => {
    const wrong = latin('BT /F 12 Tf (end) Tj ET')
      .toString('latin1')
      .replace(/Length \d+/, 'Length 3');
    assert.deepEqual(shownBy(Buffer.from(wrong, 'latin1')), ['end']);
    const elsewhere = wrong.replace('/Length 3', '/Length 99 0 R');
    assert.deepEqual(shownBy(Buffer.from(elsewhere, 'latin1')), ['end']);
  });
  it('tells Chinese codes apart by their encodings', () => {
    const text = '关于改进登记工作的通知';
    for (const font of ['gbk', 'gb1', 'unicode', 'mapped'] as const)
      assert.deepEqual(shownBy(makePdf([{ shown: [{ text, x: 60, y: 700, font }] }])), [text], font);
    assert.deepEqual(shownBy(makePdf([{ shown: [{ text: '天地', x: 60, y: 700, font: 'unmapped' }] }])), [
      '\ufffd\ufffd',
    ]);
  });
  it('says why where it cannot be made', () => {
    assert.deepEqual(countPdf(Buffer.from('%PDF-1.4 nothing')), { cannot: '找不到文件的目录对象' });
    const strange = latin('x').toString('latin1').replace('/Length 1', '/Length 1 /Filter /Unheard');
    assert.deepEqual(countPdf(Buffer.from(strange, 'latin1')), {
      cannot: '有一段内容的编码方式（Unheard）不认识',
    });
    const nested = `${'['.repeat(5000)}`;
    assert.deepEqual(countPdf(latin(nested)), { cannot: '内容套得太深或太大' });
  });
});

describe('what a reader made of the glyphs', () => {
  const place = '第 1 页';
  const code = (character: string | undefined) => ({ code: 1, character });
  const page = { codes: [code('甲'), code(undefined), code('乙')], annotations: [], ...NOTHING_ELSE };
  it('stands for codes that the account only counts, where both count alike', () => {
    const { counted, byNumberOnly } = countedGlyphs(
      [page],
      [{ place, own: ['甲', '，', '乙'], annotations: [], marks: 0 }],
    );
    assert.deepEqual(counted, {
      isUnordered: true,
      words: [
        { place, what: 'text', text: '甲，乙' },
        { place, what: 'drawing', text: '' },
        { place, what: 'form', text: '' },
      ],
    });
    assert.equal(byNumberOnly, 1);
  });
  it('does not stand for them where the reader met fewer, nor for pages that it did not meet', () => {
    const { counted } = countedGlyphs(
      [page, page],
      [{ place, own: ['甲', '乙'], annotations: [], marks: 0 }],
    );
    assert.ok('words' in counted);
    assert.deepEqual(
      counted.words.map(({ text }) => text),
      ['甲□乙', '', '', '甲□乙', '', ''],
    );
  });
});

describe('the filters of a PDF', () => {
  const undo = (filter: string, raw: string, parameters = new Map<string, number>()) =>
    unfilter(raw, [name(filter)], [parameters]);
  it('are undone: hexadecimal, base 85, runs, LZW, Flate even when cut off', () => {
    assert.equal(undo('ASCIIHexDecode', '61 62 6>'), 'ab`');
    assert.equal(undo('ASCII85Decode', '<~87cURD]i,"Ebo80~>'), 'Hello World!');
    assert.equal(undo('ASCII85Decode', 'z~>'), '\0\0\0\0');
    assert.equal(undo('RunLengthDecode', '\x02abc\xfez\x80rest'), 'abczzz');
    assert.equal(undo('LZWDecode', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01'), '-----A---B');
    const packed = deflateSync(Buffer.from('some words of a page'.repeat(20))).toString('latin1');
    assert.equal(undo('FlateDecode', packed), 'some words of a page'.repeat(20));
    assert.ok(undo('FlateDecode', packed.slice(0, -6)).startsWith('some words of a page'));
    assert.throws(() => undo('FlateDecode', 'no such thing'), /坏了/);
  });
  it('are undone one after the other, and predictors with them', () => {
    assert.equal(unfilter('612062>', [name('AHx'), name('Crypt')], []), 'a b');
    const rows = Buffer.from([1, 97, 1, 1, 2, 1, 1, 1, 4, 0, 0, 0]);
    const packed = deflateSync(rows).toString('latin1');
    assert.equal(
      undo(
        'FlateDecode',
        packed,
        new Map([
          ['Predictor', 12],
          ['Columns', 3],
        ]),
      ),
      'abcbcdbcd',
    );
  });
});

describe('the objects of a PDF', () => {
  it('are read as the standard writes them', () => {
    const value = new Parser(
      '<< /A#20B [1 -.5 +3. true null (a\\\nb\\053) <4a4> 7 0 R] /C << /D /E >> >>',
    ).next();
    assert.ok(value instanceof Map);
    assert.deepEqual(value.get('A B'), [
      1,
      -0.5,
      3,
      true,
      null,
      { kind: 'bytes', bytes: 'ab+' },
      { kind: 'bytes', bytes: 'J@' },
      { kind: 'reference', number: 7 },
    ]);
    assert.deepEqual(value.get('C'), new Map([['D', name('E')]]));
  });
});
