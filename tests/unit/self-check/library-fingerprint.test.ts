import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText } from '../../../src/domain/self-check/checked-text.ts';
import {
  codeOf,
  normalFormOf,
  readFingerprint,
  SEPARATOR_CODE,
  writeFingerprint,
  type LibraryFingerprint,
} from '../../../src/domain/self-check/library-fingerprint.ts';

const PRINT: LibraryFingerprint = {
  sources: [{ kind: 'texts', title: '甲', date: null, address: '/texts/a/', size: 3 }],
  traditional: '學学習习',
  codes: Uint8Array.of(7, 8, 0),
};

describe('the fingerprint of the library', () => {
  test('is read at any offset in memory', () => {
    const file = writeFingerprint(PRINT);
    assert.deepEqual(readFingerprint(file), PRINT);
    const within = new Uint8Array(file.length + 9);
    within.set(file, 5);
    assert.deepEqual(readFingerprint(within.subarray(5, 5 + file.length)), PRINT);
  });

  test('is refused in another form, or too short to be one', () => {
    const other = writeFingerprint(PRINT);
    other[3] = 2;
    for (const file of [other, writeFingerprint(PRINT).subarray(0, 7), new Uint8Array()])
      assert.throws(() => readFingerprint(file), /^Error: not a fingerprint of the library$/);
  });

  test('folds Traditional characters as the library was fingerprinted', () => {
    assert.deepEqual(normalFormOf(PRINT)('學習，学').units, ['学', '习', ',', '学']);
    assert.deepEqual(normalFormOf({ ...PRINT, traditional: '' })('學').units, ['學']);
  });

  test('has a code from 2 to 255 for every unit, equal for equal ones, and one of its own for a separator', () => {
    assert.equal(codeOf(',', ','), SEPARATOR_CODE);
    const han = Array.from({ length: 5000 }, (_, at) => codeOf(String.fromCodePoint(0x4e00 + at), ','));
    assert.ok(Math.min(...han) === 2 && Math.max(...han) === 255);
    assert.equal(new Set(han).size, 254);
    assert.deepEqual(
      ['学', '习', '2026', 'ab', 'ba', 'é', '𠮷'].map((unit) => codeOf(unit, ',')),
      CODES,
    );
  });
});

/** The library's file and the pages that read it may come from different builds: what a unit's code is must never change. */
const CODES = [183, 40, 111, 26, 38, 122, 97];

describe('a pasted text', () => {
  test('is a paragraph a line, numbered as the writer counts, empty ones left out', () => {
    const { paragraphs, places, fileName } = plainText(
      '甲\r\n\n　乙 \r丙\u2028丁\u2029戊\v己\f庚',
      '心得.txt',
    );
    assert.deepEqual([places, fileName], ['lines', '心得.txt']);
    assert.deepEqual(
      paragraphs.map(({ number, text, isInTable }) => [number, text, isInTable]),
      [...'甲乙丙丁戊己庚'].map((text, at) => [at === 0 ? 1 : at + 2, text, false]),
    );
    assert.deepEqual(plainText(' \n').paragraphs, []);
    const { footnotes, margins } = plainText('甲');
    assert.deepEqual([footnotes, margins], [[], []]);
  });
});
