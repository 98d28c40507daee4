import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormalForm, SEPARATOR } from '../../../src/domain/search/normal-form.ts';
import {
  BREAK_CODE,
  codeOf,
  FINGERPRINT_FILE,
  readFingerprint,
  writeFingerprint,
  type LibraryFingerprint,
  type LibrarySource,
} from '../../../src/domain/self-check/library-fingerprint.ts';
import { findOverlaps } from '../../../src/domain/self-check/overlap.ts';
import { linesOf } from './texts.ts';

const normalise = createNormalForm(new Map());

type Entry = Pick<LibrarySource, 'title' | 'date' | 'anchors'> & { paragraphs: string[] };

function libraryOf(...entries: Entry[]): LibraryFingerprint {
  const codes: number[] = [];
  const sources = entries.map(({ paragraphs, ...entry }): LibrarySource => {
    const start = codes.length;
    for (const text of paragraphs)
      codes.push(...normalise(text).units.map((unit) => codeOf(unit, SEPARATOR)), BREAK_CODE);
    return { kind: 'texts', address: `/texts/${entry.title}/`, size: codes.length - start, ...entry };
  });
  return { sources, traditional: '', codes: Uint8Array.from(codes) };
}

const FIRST = '天地玄黄宇宙洪荒日月盈昃辰宿列张';
const SECOND = '寒来暑往秋收冬藏闰余成岁律吕调阳';
const THIRD = '云腾致雨露结为霜金生丽水玉出昆冈';
const entry = (title: string, date: string | null, ...paragraphs: string[]): Entry => ({
  title,
  date,
  paragraphs,
});

const places = (library: LibraryFingerprint, ...lines: string[]) =>
  findOverlaps(linesOf(...lines), library).map(({ number, words, source, paragraph, anchor, others }) =>
    [number, words, source.title, paragraph, anchor, others].join(' '),
  );

test('a passage is told with the paragraph of its source, counted from 1 in each source', () => {
  const library = libraryOf(
    entry('甲', null, '开头。', FIRST, SECOND),
    entry('乙', null, '', '又一段', THIRD),
  );
  assert.deepEqual(places(library, FIRST), [`1 ${FIRST} 甲 2 p2 0`]);
  assert.deepEqual(places(library, SECOND), [`1 ${SECOND} 甲 3 p3 0`]);
  assert.deepEqual(places(library, THIRD), [`1 ${THIRD} 乙 3 p3 0`]);
});

test('a source whose paragraphs have other anchors is told with those', () => {
  const library = libraryOf({ ...entry('甲', null, FIRST, SECOND), anchors: ['p1', 'p1-2'] });
  assert.deepEqual(places(library, SECOND), [`1 ${SECOND} 甲 2 p1-2 0`]);
});

test('passages are told in the order of the text, each where it stands, as often as it does', () => {
  const library = libraryOf(entry('甲', null, FIRST, SECOND));
  assert.deepEqual(places(library, `${SECOND}又${FIRST}`, '自己的话。', FIRST), [
    `1 ${SECOND} 甲 2 p2 0`,
    `1 ${FIRST} 甲 1 p1 0`,
    `3 ${FIRST} 甲 1 p1 0`,
  ]);
});

test('a passage is found at the very beginning of the library and of the text, and at their very end', () => {
  const library = libraryOf(entry('甲', null, FIRST));
  assert.deepEqual(places(library, `${FIRST}云云`), [`1 ${FIRST} 甲 1 p1 0`]);
  assert.deepEqual(places(library, `云云${FIRST}`), [`1 ${FIRST} 甲 1 p1 0`]);
  assert.deepEqual(places(library, FIRST.slice(-13)), [`1 ${FIRST.slice(-13)} 甲 1 p1 0`]);
});

test('the source is the oldest that holds it, one without a date last; the others are counted', () => {
  const [young, old, dateless] = [
    entry('新', '2026-01-01', FIRST),
    entry('旧', '2020-01-01', FIRST),
    entry('无', null, FIRST),
  ];
  for (const entries of [
    [young, old, dateless],
    [dateless, young, old],
    [old, dateless, young],
  ])
    assert.deepEqual(places(libraryOf(...entries), FIRST), [`1 ${FIRST} 旧 1 p1 2`]);
  assert.deepEqual(places(libraryOf(dateless, young), FIRST), [`1 ${FIRST} 新 1 p1 1`]);
});

test('of sources of one date it is the first, and one that holds it twice counts once', () => {
  const [one, other] = [entry('甲', '2026-01-01', FIRST, FIRST), entry('乙', '2026-01-01', FIRST)];
  assert.deepEqual(places(libraryOf(one, other), FIRST), [`1 ${FIRST} 甲 1 p1 1`]);
  assert.deepEqual(places(libraryOf(other, one), FIRST), [`1 ${FIRST} 乙 1 p1 1`]);
});

test('a longer passage goes before an older one, and a part of it is not told again', () => {
  const library = libraryOf(entry('短', '2000-01-01', FIRST), entry('长', '2026-01-01', FIRST + SECOND));
  assert.deepEqual(places(library, FIRST + SECOND), [`1 ${FIRST}${SECOND} 长 1 p1 0`]);
  const inner = libraryOf(entry('内', '2000-01-01', SECOND), entry('外', '2026-01-01', FIRST + SECOND));
  assert.deepEqual(places(inner, FIRST + SECOND), [`1 ${FIRST}${SECOND} 外 1 p1 0`]);
});

test('passages that overlap but hold neither the other are both told', () => {
  const library = libraryOf(entry('甲', null, FIRST + SECOND), entry('乙', null, SECOND + THIRD));
  assert.deepEqual(places(library, FIRST + SECOND + THIRD), [
    `1 ${FIRST}${SECOND} 甲 1 p1 0`,
    `1 ${SECOND}${THIRD} 乙 1 p1 0`,
  ]);
});

test('punctuation at the ends of a passage is left out, and counts for its length only within', () => {
  const library = libraryOf(entry('甲', null, `好。${FIRST}。好`));
  assert.deepEqual(places(library, `又。${FIRST}。又`), [`1 ${FIRST} 甲 1 p1 0`]);
  const second = libraryOf(entry('甲', null, '开头', `。${FIRST}`));
  assert.deepEqual(places(second, `又。${FIRST}`), [`1 ${FIRST} 甲 2 p2 0`]);
  assert.deepEqual(
    places(libraryOf(entry('甲', null, `。${FIRST.slice(0, 12)}。`)), `。${FIRST.slice(0, 12)}。`),
    [],
  );
});

test('a passage does not reach over the paragraphs of the text', () => {
  const library = libraryOf(entry('甲', null, FIRST + SECOND));
  assert.deepEqual(places(library, FIRST.slice(-8), SECOND.slice(0, 8)), []);
  assert.deepEqual(places(library, FIRST, SECOND), [`1 ${FIRST} 甲 1 p1 0`, `2 ${SECOND} 甲 1 p1 0`]);
});

test('an empty library holds nothing', () => {
  assert.deepEqual(places(libraryOf(), FIRST), []);
});

test('a fingerprint is read back as it was written, and nothing shorter than its head is one', () => {
  const library = { ...libraryOf(entry('甲', null, FIRST)), traditional: '學学習习' };
  const file = writeFingerprint(library);
  assert.deepEqual(readFingerprint(file), library);
  for (const length of [0, 4, 7])
    assert.throws(
      () => readFingerprint(file.subarray(0, length)),
      /not a fingerprint|not valid JSON|outside/,
    );
  assert.equal(FINGERPRINT_FILE, 'self-check/library.bin');
});

test('the last Traditional character of the table is folded like the first', () => {
  const library = { ...libraryOf(entry('甲', null, `学习${FIRST}`)), traditional: '學学習习' };
  assert.deepEqual(places(library, `學習${FIRST}`), [`1 學習${FIRST} 甲 1 p1 0`]);
});
