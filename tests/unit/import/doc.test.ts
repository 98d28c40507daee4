import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CELL } from '../../../src/import/marks.ts';
import { readDoc } from '../../../src/import/readers/doc/doc.ts';

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
    assert.throws(() => readDoc(file.subarray(0, 700)), /结构损坏|不是 Word 文件/);
    const other = Buffer.from(file);
    other.write('X', other.indexOf(Buffer.from('WordDocument', 'utf16le')), 'utf16le');
    assert.throws(() => readDoc(other), /不是 Word 文件/);
    const endless = Buffer.from(file);
    endless.fill(1, 512, 1024);
    assert.throws(() => readDoc(endless), /损坏|不是 Word/);
  });
});
