import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeSource } from '../../../src/domain/decode-source.ts';
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
  it('is GB18030 for a few words whose bytes happen to be letters of UTF-8, and that is not sure', () => {
    const few = decode(bytes('CDA8 D6AA'));
    assert.deepEqual([few.text, few.confidence], ['通知', '低']);
    assert.equal(decode(Buffer.from('café')).text, 'café');
  });
  it('is never sure where hardly any of the characters are everyday ones', () => {
    assert.equal(decode(bytes('E9C0 EEDC F7D7 F2AE B5C4')).confidence, '低');
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

describe('characters that decoders take for private use', () => {
  it('are those of Hong Kong in Big5, which is said', () => {
    const decoded = decodeSource(Buffer.concat([BIG5, bytes('A7F5 FB46 A142 A950 9068 A142 8862')]));
    assert.equal(decoded.text, '為人民服務，我們的工作李喆、周邨、Ê̄');
    assert.match(decoded.encoding, /HKSCS/);
    assert.equal(decodeSource(BIG5).encoding, 'Big5（繁体）');
  });
  it('are the late ones of GB 18030, and no others', () => {
    assert.equal(
      decodeSource(Buffer.concat([GB, bytes('FE51 FE9F 9534B235 A2AB')])).text,
      `${SIMPLIFIED}\u{20087}䶮𠮷\ue766`,
    );
  });
});

describe('a text that no encoding fits as a whole', () => {
  const line = Buffer.from('\n');
  const long = Buffer.from(`${SIMPLIFIED}。`.repeat(3));
  it('may have lines pasted in UTF-8 among others, which are named', () => {
    const { text, encoding, evidence, confidence } = decode(Buffer.concat([GB, line, long, line, GB]));
    assert.equal(text, [SIMPLIFIED, `${SIMPLIFIED}。`.repeat(3), SIMPLIFIED].join('\n'));
    assert.deepEqual(
      [encoding, evidence, confidence],
      ['GB18030（含 GBK、GB2312）和 UTF-8 混合', '第 2 行是 UTF-8', '低'],
    );
    assert.equal(decode(Buffer.concat([BIG5, line, long])).encoding, 'Big5（繁体）和 UTF-8 混合');
  });
  it('may be cut within a character, or have lost a byte: the rest is read and the place marked', () => {
    assert.equal(decode(Buffer.from(SIMPLIFIED).subarray(0, -1)).text, `${SIMPLIFIED.slice(0, -1)}\ufffd`);
    assert.equal(decode(GB.subarray(0, -1)).text, `${SIMPLIFIED.slice(0, -1)}\ufffd`);
    const lost = decode(Buffer.concat([long.subarray(0, 10), long.subarray(11)]));
    assert.equal(lost.encoding, 'UTF-8');
    assert.match(lost.evidence, /有 1 处字节读不通，写作 \ufffd/);
    const sentence = Buffer.from(`${SIMPLIFIED}。`.repeat(5), 'utf16le');
    assert.match(decode(sentence.subarray(0, -1)).evidence, /末尾缺半个字/);
  });
  it('marks one place where the bytes of one character are hurt', () => {
    const hurt = Buffer.concat([long.subarray(0, 4), bytes('FF'), long.subarray(4)]);
    const { encoding, evidence, text } = decode(hurt);
    assert.deepEqual([encoding, text.slice(0, 1), text.slice(-3)], ['UTF-8', '为', '工作。']);
    assert.match(evidence, /有 1 处/u);
  });
  it('is UTF-16 by its mark though half a character is missing at the end', () => {
    const marked = Buffer.from(`\ufeff${SIMPLIFIED}`, 'utf16le').subarray(0, -1);
    const { text, evidence, confidence } = decode(marked);
    assert.deepEqual([text, confidence], [SIMPLIFIED.slice(0, -1), '低']);
    assert.equal(evidence, '文件开头有编码标记（BOM）；末尾缺半个字');
  });
  it('may bear a mark that is not true', () => {
    const decoded = decode(Buffer.concat([bytes('EFBBBF'), GB]));
    assert.equal(decoded.text, SIMPLIFIED);
    assert.match(decoded.evidence, /开头标明 UTF-8，但内容不是/);
    assert.equal(decode(Buffer.concat([bytes('FFFE'), long])).encoding, 'UTF-8');
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
