import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormalForm, SEPARATOR } from '../../../src/domain/search/normal-form.ts';
import {
  BREAK_CODE,
  codeOf,
  readFingerprint,
  writeFingerprint,
  type LibraryFingerprint,
} from '../../../src/domain/self-check/library-fingerprint.ts';
import { findOverlaps } from '../../../src/domain/self-check/overlap.ts';
import { linesOf } from './texts.ts';

const TRADITIONAL = '學学習习調调權权';
const plain = createNormalForm(
  new Map([
    ['學', '学'],
    ['習', '习'],
    ['調', '调'],
    ['權', '权'],
  ]),
);

function fingerprintOf(
  entries: { title: string; date: string | null; paragraphs: string[] }[],
): LibraryFingerprint {
  const codes: number[] = [];
  const sources = entries.map(({ title, date, paragraphs }) => {
    const start = codes.length;
    for (const text of paragraphs)
      codes.push(...plain(text).units.map((unit) => codeOf(unit, SEPARATOR)), BREAK_CODE);
    return { kind: 'texts' as const, title, date, address: `/texts/${title}/`, size: codes.length - start };
  });
  return readFingerprint(
    writeFingerprint({ sources, traditional: TRADITIONAL, codes: Uint8Array.from(codes) }),
  );
}

const fingerprint = fingerprintOf([
  {
    title: '甲',
    date: '2026-01-01',
    paragraphs: ['开头一段。', '没有调查，没有发言权，更没有决策权，这是老话。'],
  },
  {
    title: '乙',
    date: '2020-01-01',
    paragraphs: ['他说：没有调查，没有发言权，更没有决策权，这是老话。又说了别的。'],
  },
  { title: '丙', date: null, paragraphs: ['一二三四五六七八九十甲乙', '丙丁戊己庚辛壬癸子丑寅卯'] },
]);
const found = (...lines: string[]) =>
  findOverlaps(linesOf(...lines), fingerprint).map(({ number, words, length, source, anchor, others }) => [
    number,
    words,
    length,
    source.title,
    anchor,
    others,
  ]);

test('a passage of 13 units is found in its longest extent, from the oldest source, with its paragraph', () => {
  assert.deepEqual(found('大家都知道', '常说没有调查，没有发言权，更没有决策权，这是老话。可见如此。'), [
    [2, '没有调查，没有发言权，更没有决策权，这是老话', 22, '乙', 'p1', 1],
  ]);
});

test('punctuation, white space, quotation marks and Traditional characters make no difference', () => {
  assert.equal(found('“没有 調查”,没有发言權;更没有决策权').length, 1);
});

test('a passage of exactly 13 units is found wherever it stands in the library', () => {
  const letters = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃');
  const long = fingerprintOf([{ title: '长', date: null, paragraphs: [letters.join('')] }]);
  for (let start = 0; start + 13 <= letters.length; start += 1) {
    const passage = letters.slice(start, start + 13).join('');
    assert.deepEqual(
      findOverlaps(linesOf(`他说${passage}啊`), long).map(({ words }) => words),
      [passage],
    );
  }
});

test('12 units, or 13 across two paragraphs, are no passage', () => {
  assert.deepEqual(found('一二三四五六七八九十甲乙'), []);
  assert.deepEqual(found('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'), []);
  assert.deepEqual(found('没有调查，没有发言权，更，'), []);
});

test('a text without anything of the library, and an empty one, have none', () => {
  assert.deepEqual(found('这里写的是自己的话，与别人的都不一样。'), []);
  assert.deepEqual(found(), []);
});

test('anything but a fingerprint is refused', () => {
  assert.throws(() => readFingerprint(new Uint8Array(20)), /not a fingerprint/);
});
