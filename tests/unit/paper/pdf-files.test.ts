import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { test } from 'node:test';
import { unpackWoff } from '../../../scripts/browser/woff.ts';
import { compactPdf } from '../../../src/publish/pdf/compact-pdf.ts';
import { withMeantCharacters } from '../../../src/publish/pdf/text-layer.ts';
import { readPdf } from '../../support/pdf.ts';

/** A PDF of one empty page with a classic cross-reference table. */
function smallPdf(): Buffer {
  const packed = deflateSync(Buffer.from('q Q\n')).toString('latin1');
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>>',
    `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream`,
    '<</Title (paper)>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${lines}trailer\n<</Size 6\n/Root 1 0 R\n/Info 5 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

test('a packed PDF reads like the one it was made from', async () => {
  const packed = compactPdf(smallPdf());
  const pdf = await readPdf(packed);
  assert.equal(pdf.title, 'paper');
  assert.equal(pdf.pages.length, 1);
  assert.ok(packed.equals(compactPdf(smallPdf())));
});

test('a PDF not written by Chromium is refused', () => {
  assert.throws(() => compactPdf(Buffer.from('%PDF-1.4\n')), RangeError);
});

test('the text layer says the character of the page, ranges included', () => {
  const cmap =
    'begincmap\n1 beginbfchar\n<0005> <2F08>\nendbfchar\n1 beginbfrange\n<0007> <0009> <2F25>\nendbfrange\nendcmap\n';
  const meant = (code: number) => ({ 0x2f08: 0x4eba, 0x2f26: 0x5b50 })[code] ?? code;
  assert.equal(
    withMeantCharacters(cmap, meant),
    'begincmap\n4 beginbfchar\n<0005> <4EBA>\n<0007> <2F25>\n<0008> <5B50>\n<0009> <2F27>\nendbfchar\nendcmap\n',
  );
  assert.equal(
    withMeantCharacters(cmap, (code) => code),
    undefined,
  );
  assert.equal(withMeantCharacters('q Q', meant), undefined);
});

test('a WOFF file gives back its tables', () => {
  const table = Buffer.from('table of some length, of some length');
  const packed = deflateSync(table);
  const woff = Buffer.alloc(44 + 20);
  woff.writeUInt32BE(0x774f4646, 0);
  woff.writeUInt32BE(0x00010000, 4);
  woff.writeUInt16BE(1, 12);
  woff.write('glyf', 44, 'latin1');
  woff.writeUInt32BE(64, 48);
  woff.writeUInt32BE(packed.length, 52);
  woff.writeUInt32BE(table.length, 56);
  const font = unpackWoff(Buffer.concat([woff, packed]));
  assert.equal(font.readUInt32BE(0), 0x00010000);
  assert.deepEqual(font.subarray(28, 28 + table.length), table);
  assert.throws(() => unpackWoff(Buffer.from('no')), RangeError);
});
