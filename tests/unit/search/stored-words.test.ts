import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byCodePoints } from '../../../src/domain/code-points.ts';
import {
  ChunkWriter,
  FormatError,
  MAGIC,
  readValue,
  readWords,
  type StoredWord,
  type Value,
} from '../../../src/domain/search/pagefind-format.ts';
import { cutBorders, merged, renumbered, wordFiles } from '../../../src/search/stored-words.ts';

/** Bytes of a page in a file: its places and those in fields. */
const PLACES = Uint8Array.of(0x82, 0x38, 25, 7, 0x80);

const pagesOf = (...pages: number[]) =>
  pages.map((page) => ({ page, bytes: PLACES, start: 0, end: PLACES.length }));

/** A word on pages, and other spellings of it on theirs. */
const word = (form: string, pages: number[], variants: Record<string, number[]> = {}): StoredWord => ({
  form,
  pages: pagesOf(...pages),
  variants: Object.entries(variants).map(([other, on]) => ({ form: other, pages: pagesOf(...on) })),
});

type Plain = [form: string, pages: number[], variants: Record<string, number[]>];

/** Words without their bytes. */
const plain = (words: Iterable<StoredWord>): Plain[] =>
  Array.from(words, ({ form, pages, variants }) => [
    form,
    pages.map(({ page }) => page),
    Object.fromEntries(variants.map((each) => [each.form, each.pages.map(({ page }) => page)])),
  ]);

function fileOf(words: readonly StoredWord[]): Uint8Array {
  const writer = new ChunkWriter();
  for (const each of words) writer.addStored(each);
  return writer.take();
}

describe('texts in the order of their code points', () => {
  it('stand as their bytes in UTF-8 do, characters of two units behind all others', () => {
    const texts = ['', 'a', 'ab', 'b', '学', '学习', '\ue000', 'ﷺ', '\uffff', '😀', '𠮷', '𠮷野'];
    const bytes = [...texts]
      .reverse()
      .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    assert.deepEqual([...texts].reverse().sort(byCodePoints), bytes);
    assert.deepEqual(bytes, texts);
    assert.equal(byCodePoints('学习', '学习'), 0);
  });
});

describe('words that other files hold', () => {
  it('are written as they were read, their places byte by byte, on pages of any number', () => {
    const words = [
      word('cafe', [0, 3, 400, 70_000], { café: [3], çafe: [0, 70_000] }),
      word('学习', [23, 24]),
    ];
    const bytes = fileOf(words);
    assert.deepEqual(plain(readWords(bytes)), plain(words));
    for (const { pages } of readWords(bytes))
      for (const { bytes: file, start, end } of pages) assert.deepEqual(file.slice(start, end), PLACES);
    const listed: Value = [
      [
        [
          'cafe',
          [0, 3, 397, 69_600].map((page) => [page, [-26, 7], []]),
          [
            ['café', [[3, [-26, 7], []]]],
            [
              'çafe',
              [
                [0, [-26, 7], []],
                [70_000, [-26, 7], []],
              ],
            ],
          ],
        ],
        [
          '学习',
          [
            [23, [-26, 7], []],
            [1, [-26, 7], []],
          ],
          [],
        ],
      ],
    ];
    assert.deepEqual(readValue(bytes), listed);
    assert.equal(new TextDecoder().decode(bytes.subarray(0, MAGIC.length)), MAGIC);
  });

  it('are renumbered, those of pages that are left out gone, and spellings sorted', () => {
    const words = [
      word('a', [0, 2], { b: [1], á: [0, 1], à: [2] }),
      word('c', [1]),
      word('d', [1], { ď: [2] }),
    ];
    assert.deepEqual(plain(renumbered(words, [5, -1, 9])), [
      ['a', [5, 9], { à: [9], á: [5] }],
      ['d', [], { ď: [9] }],
    ]);
    assert.throws(() => [...renumbered([word('a', [3])], [0, 1, 2])], FormatError);
  });

  it('of two bundles come together word by word, pages and spellings in order', () => {
    const first = [word('a', [1, 7], { á: [7] }), word('ﷺ', [1])];
    const second = [word('a', [0, 4], { à: [4], á: [0] }), word('b', [0]), word('𠮷', [4])];
    const together: Plain[] = [
      ['a', [0, 1, 4, 7], { à: [4], á: [0, 7] }],
      ['b', [0], {}],
      ['ﷺ', [1], {}],
      ['𠮷', [4], {}],
    ];
    assert.deepEqual(plain(merged(first, second)), together);
    assert.deepEqual(plain(merged(second, first)), together);
    assert.deepEqual(plain(merged(first, [])), plain(first));
    assert.deepEqual(plain(merged([], first)), plain(first));
  });
});

describe('files of words', () => {
  const many = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      word(`${letter}${String(at).padStart(4, '0')}`, [...Array(50).keys()]),
    );
  const bordersOf = (words: readonly StoredWord[]) => Array.from(wordFiles(words), ({ border }) => border);

  it('hold every word once, and end where the first letter changes once they are half full', () => {
    const words = [...many('a', 130), ...many('b', 400), ...many('c', 1)];
    const files = [...wordFiles(words)];
    assert.deepEqual(
      files.flatMap(({ bytes }) => plain(readWords(bytes))),
      plain(words),
    );
    assert.deepEqual(files[0]!.border, ['a0000', 'a0129']);
    for (const {
      border: [from, to],
    } of files)
      assert.equal(from[0], to[0]);
    for (const { bytes } of files) assert.ok(bytes.length < 81_000, String(bytes.length));
    assert.deepEqual(bordersOf([]), []);
  });

  it('are cut behind a change where they were before it', () => {
    const before = [...many('a', 300), ...many('b', 300), ...many('c', 300)];
    const after = bordersOf([word('a', [0]), ...before]);
    assert.deepEqual(after.slice(-2), bordersOf(before).slice(-2));
  });

  it('are found by borders that are cut where neighbours first differ, but never before the first word of their own', () => {
    assert.deepEqual(
      cutBorders([
        ['apple', 'apple'],
        ['apricot', 'banana'],
        ['peach', '𠮷野'],
        ['𠮷野家', '𡃁'],
      ]),
      [
        ['apple', 'apple'],
        ['apr', 'b'],
        ['p', '𠮷野'],
        ['𠮷野家', '𡃁'],
      ],
    );
    assert.deepEqual(cutBorders([]), []);
  });
});
