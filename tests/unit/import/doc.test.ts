import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CELL, NOTE, NOTE_WORDS, TABLE } from '../../../src/import/marks.ts';
import { readDoc } from '../../../src/import/readers/doc/doc.ts';
import { docLists, docOf, type DocParagraph, type DocParts, type DocRun } from '../../support/doc-files.ts';

const file = readFileSync(join(import.meta.dirname, 'fixtures', 'reading-class.doc'));

describe('a Word 97-2003 file', () => {
  it('is read with its automatic numbers and its table', () => {
    const { text, unexplained } = readDoc(file);
    assert.deepEqual(unexplained, []);
    assert.deepEqual(text.split('\n').slice(2, 7), [
      '读书班定在周五开，请带上书和笔记本，不得迟到。',
      '1.先读原文',
      '2.再谈体会',
      `科室${CELL}人数`,
      `办公室${CELL}三人`,
    ]);
  });
  it('is refused, and said why, where it is cut off, empty of Word, or scrambled', () => {
    assert.throws(() => readDoc(file.subarray(0, 700)), /结构损坏|不是完整的 Word 文件/);
    const other = Buffer.from(file);
    other.write('X', other.indexOf(Buffer.from('WordDocument', 'utf16le')), 'utf16le');
    assert.throws(() => readDoc(other), /不是完整的 Word 文件/);
    const endless = Buffer.from(file);
    endless.fill(1, 512, 1024);
    assert.throws(() => readDoc(endless), /损坏|不是完整的 Word/);
  });
});

/** Properties by the names that [MS-DOC] gives them. */
const SPECIAL = [0x0855, 1] as const;
const VANISH = [0x083c, 1] as const;
const font = (number: number) => [0x4a4f, number, 0] as const;

function line(...runs: readonly (string | DocRun)[]): DocParagraph {
  return { runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) };
}

function listed(words: string, level: number, name = 1): DocParagraph {
  return {
    runs: [{ text: words }],
    properties: [
      [0x260a, level],
      [0x460b, name, 0],
    ],
  };
}

function read(parts: DocParts) {
  const reading = readDoc(docOf(parts));
  assert.deepEqual(reading.unexplained, []);
  assert.equal(reading.uncounted, undefined);
  return reading;
}

describe('a .doc as Word shows it', () => {
  it('has the fields worked out that hold no result, and the results of others', () => {
    const field = (code: string, result?: string): DocRun[] => [
      { text: '\u0013', look: [SPECIAL] },
      { text: code },
      ...(result === undefined ? [] : [{ text: '\u0014', look: [SPECIAL] }, { text: result }]),
      { text: '\u0015', look: [SPECIAL] },
    ];
    const { text, replaced, leftOut } = read({
      paragraphs: [
        line('一', ...field(' EQ \\o\\ac(○,三) '), '二', ...field(' PAGE ', '7')),
        line(...field(' SYMBOL 254 \\f "Wingdings" '), ...field(' XE "词" '), '尾'),
      ],
    });
    assert.equal(text, '一㊂二7\n☑尾\n');
    assert.deepEqual(
      replaced.map(({ shown }) => shown),
      ['㊂', '☑'],
    );
    assert.ok(leftOut.some(({ reason }) => reason.startsWith('索引项')));
  });

  it('has the signs of fonts read by their fonts, in the text and beside it', () => {
    const { text } = read({
      fonts: ['宋体', 'Wingdings 2', 'Webdings'],
      paragraphs: [
        line({ text: 'R', look: [font(1)] }, '是', { text: '\uF0A3', look: [font(1)] }, '否'),
        line({ text: '(', look: [SPECIAL, [0x6a09, 2, 0, 0x61, 0xf0]] }, 'R'),
      ],
    });
    assert.equal(text, '☑是□否\n✔R\n');
  });

  it('keeps exponents, leaves out hidden words, and goes on where the end of a paragraph is hidden', () => {
    const { text, leftOut } = read({
      paragraphs: [
        line('面积5m', { text: '2', look: [[0x2a48, 1]] }, { text: '藏', look: [VANISH] }),
        { runs: [{ text: '前半' }], end: '' },
        { runs: [{ text: '\r', look: [VANISH] }, { text: '后半' }] },
      ],
    });
    assert.equal(text, '面积5m²\n前半后半\n');
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['藏'],
    );
  });

  it('has each footnote at its mark', () => {
    const call: DocRun = { text: '\u0002', look: [SPECIAL] };
    const { text } = read({
      paragraphs: [line('甲', call, '乙', call, '丙')],
      footnotes: { paragraphs: [line(call, '注一'), line(call, '注二')], calls: [1, 3], ends: [4, 8, 8] },
    });
    assert.equal(text, `甲${NOTE}乙${NOTE}丙\n${NOTE_WORDS}注一\n${NOTE_WORDS}注二\n`);
  });

  it('has its lists counted on or begun anew as they say', () => {
    const noRestart = (level: Buffer) => level.writeUInt8(0x08, 5);
    const lists = docLists(
      [
        { format: 39, pattern: '第\u0000章' },
        { format: 39, pattern: '第\u0001条', change: noRestart },
      ],
      [undefined, 5],
    );
    const paragraphs = [
      listed('甲', 0),
      listed('乙', 1),
      listed('丙', 0),
      listed('', 1),
      listed('丁', 1),
      listed('戊', 0, 2),
    ];
    assert.equal(read({ paragraphs, lists }).text, '第一章 甲\n第一条 乙\n第二章 丙\n第三条 丁\n第五章 戊\n');
  });

  it('has cells under the heads that they belong to, and neighbouring tables apart', () => {
    const inTable = [0x2416, 1] as const;
    const cell = (words: string): DocParagraph => ({
      runs: [{ text: words }],
      end: '\u0007',
      properties: [inTable],
    });
    const row = (...edges: number[]): DocParagraph => ({
      runs: [],
      end: '\u0007',
      properties: [
        inTable,
        [0x2417, 1],
        [
          0xd608,
          2 + edges.length * 2,
          0,
          edges.length - 1,
          ...edges.flatMap((edge) => [edge & 0xff, edge >> 8]),
        ],
      ],
    });
    const { text } = read({
      paragraphs: [
        ...[cell('单位'), cell('时间'), row(0, 1000, 3000)],
        ...[cell('甲'), cell('上午'), cell('下午'), row(0, 1000, 2000, 3000)],
        ...[line(''), cell('乙'), cell('丙'), row(0, 500, 3000)],
      ],
    });
    assert.equal(text, `单位${CELL}时间${CELL}\n甲${CELL}上午${CELL}下午\n${TABLE}乙${CELL}丙\n`);
  });

  it('has a number stand alone in the cell of a column that counts the rows', () => {
    const inTable = [0x2416, 1] as const;
    const cell = (words: string, ...more: DocParagraph['properties'] & {}): DocParagraph => ({
      runs: [{ text: words }],
      end: '\u0007',
      properties: [inTable, ...more],
    });
    const end: DocParagraph = { runs: [], end: '\u0007', properties: [inTable, [0x2417, 1]] };
    const counted = () => cell('', [0x260a, 0], [0x460b, 1, 0]);
    const { text } = read({
      lists: docLists([{ format: 0, pattern: '\u0000' }]),
      paragraphs: [counted(), cell('甲'), end, counted(), cell('乙'), end, listed('', 0), line('后')],
    });
    assert.equal(text, `1${CELL}甲\n2${CELL}乙\n后\n`);
  });

  it('has the boxes of its forms ticked or not, and the chosen word of a list', () => {
    const form = (kind: number, result: number, ...behind: Buffer[]) => {
      const head = Buffer.alloc(0x44);
      head.writeUInt16LE(0x44, 4);
      const fixed = Buffer.alloc(10);
      fixed.writeUInt32LE(0xffffffff, 0);
      fixed.writeUInt16LE(kind | (result << 2), 4);
      return Buffer.concat([head, fixed, Buffer.alloc(4), ...behind]);
    };
    const entries = Buffer.concat([
      Buffer.from([0xff, 0xff, 2, 0, 0, 0]),
      ...['甲', '乙'].map((word) => Buffer.concat([Buffer.from([1, 0]), Buffer.from(word, 'utf16le')])),
    ]);
    const box = form(1, 1, Buffer.alloc(2));
    const list = form(2, 1, Buffer.alloc(2), Buffer.alloc(5 * 4), entries);
    const field = (code: string, at: number): DocRun[] => [
      { text: '\u0013', look: [SPECIAL] },
      { text: code },
      { text: '\u0001', look: [SPECIAL, [0x6a03, at & 0xff, at >> 8, 0, 0]] },
      { text: '\u0015', look: [SPECIAL] },
    ];
    const { text, notes } = read({
      paragraphs: [line(...field(' FORMCHECKBOX ', 0), '是', ...field(' FORMDROPDOWN ', box.length))],
      data: Buffer.concat([box, list]),
    });
    assert.equal(text, '☑是乙\n');
    assert.ok(notes.some((note) => note.includes('甲')));
  });

  it('is not called complete where its header promises more than there is', () => {
    const short = Buffer.from(docOf({ paragraphs: [line('只有这些')] }));
    const at = short.indexOf(Buffer.from([0xec, 0xa5]));
    short.writeUInt32LE(9000, at + 0x4c);
    assert.match(readDoc(short).uncounted ?? '', /标明有 9000 个字符，只找到 5 个/);
  });
});
