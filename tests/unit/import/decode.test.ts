import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode, UnreadableFile } from '../../../src/domain/decode.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
/** 为人民服务，我们的工作 in each encoding. */
const SIMPLIFIED = '为人民服务，我们的工作';
const GB = bytes('CEAA C8CB C3F1 B7FE CEF1 A3AC CED2 C3C7 B5C4 B9A4 D7F7');
/** 為人民服務，我們的工作 */
const BIG5 = bytes('ACB0 A448 A5C1 AA41 B0C8 A141 A7DA ADCC AABA A475 A740');

describe('the encoding of a file', () => {
  it('is UTF-8 when every byte agrees', () => {
    const decoded = decode(Buffer.from(SIMPLIFIED));
    assert.deepEqual([decoded.text, decoded.encoding, decoded.confidence], [SIMPLIFIED, 'UTF-8', '高']);
  });
  it('is told by a byte-order mark, which is no part of the text', () => {
    assert.equal(decode(Buffer.from(`\ufeff${SIMPLIFIED}`)).text, SIMPLIFIED);
    const little = Buffer.from(`\ufeff${SIMPLIFIED}`, 'utf16le');
    assert.equal(decode(little).text, SIMPLIFIED);
    assert.equal(decode(Buffer.from(little).swap16()).text, SIMPLIFIED);
  });
  it('is told without a mark for UTF-16, GB18030 and Big5', () => {
    const sentence = `${SIMPLIFIED}。`.repeat(5);
    assert.equal(decode(Buffer.from(sentence, 'utf16le')).text, sentence);
    assert.equal(decode(Buffer.from(sentence, 'utf16le').swap16()).text, sentence);
    assert.equal(decode(GB).text, SIMPLIFIED);
    assert.equal(decode(BIG5).text, '為人民服務，我們的工作');
  });
  it('can be given by hand', () => {
    assert.equal(decode(GB, 'gbk').text, SIMPLIFIED);
    assert.throws(() => decode(GB, 'utf-8'), {
      name: 'UnreadableFile',
      message: '按 UTF-8 读不通，换一种编码再试',
    });
    assert.throws(() => decode(GB, 'klingon'), /不认识编码“klingon”/);
  });
  it('keeps a character that GBK lacks but GB18030 has', () => {
    assert.equal(decode(bytes('CEAA C8CB C3F1 81308438')).text, '为人民©');
  });
});

describe('a file that is no text', () => {
  it('is refused with the name of what it is', () => {
    assert.throws(() => decode(Buffer.from('%PDF-1.7 …')), /是 PDF 文件/);
    assert.throws(() => decode(bytes('504B0304 14000600')), /Word、Excel 或压缩包/);
    assert.throws(() => decode(bytes('D0CF11E0 A1B11AE1')), /\.doc/);
    assert.throws(() => decode(Buffer.from('{\\rtf1\\ansi')), /RTF/);
  });
  it('is refused where it holds null characters or bytes of no encoding', () => {
    assert.throws(() => decode(Buffer.from('甲\u0000乙')), UnreadableFile);
    assert.throws(() => decode(bytes('FF 00 80 81 FF FE 00 9C')), UnreadableFile);
  });
});
