import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ChunkWriter,
  FormatError,
  LANGUAGE,
  MAGIC,
  readChunk,
  readValue,
  writeValue,
  type Value,
} from '../../../src/domain/search/pagefind-format.ts';

/** The bytes of a value behind the letters with which every file begins. */
const bytesOf = (value: Value) => [...writeValue(value).subarray(MAGIC.length)];

describe('a value of the index', () => {
  it('is read back as it was written', () => {
    const values: Value[] = [
      0,
      '',
      [],
      '学习',
      ['1.4.0', [['zh_1', 3]], [], [[]], 70_000],
      '长'.repeat(70_000),
      Array.from({ length: 300 }, (_, at) => at),
    ];
    for (const value of values) assert.deepEqual(readValue(writeValue(value)), value);
  });

  it('begins with the letters of the format', () => {
    assert.equal(new TextDecoder().decode(writeValue(0).subarray(0, MAGIC.length)), 'pagefind_dcd');
    assert.throws(() => readValue(new TextEncoder().encode('pagefind_dce\0')), FormatError);
  });

  it('has numbers in the shortest form of RFC 8949', () => {
    assert.deepEqual(bytesOf(0), [0]);
    assert.deepEqual(bytesOf(23), [23]);
    assert.deepEqual(bytesOf(24), [24, 24]);
    assert.deepEqual(bytesOf(255), [24, 255]);
    assert.deepEqual(bytesOf(256), [25, 1, 0]);
    assert.deepEqual(bytesOf(65_535), [25, 255, 255]);
    assert.deepEqual(bytesOf(65_536), [26, 0, 1, 0, 0]);
    assert.deepEqual(bytesOf(2 ** 32 - 1), [26, 255, 255, 255, 255]);
  });

  it('has words and lists with their lengths before them', () => {
    assert.deepEqual(bytesOf('ab'), [0x62, 97, 98]);
    assert.deepEqual(bytesOf('学'), [0x63, 0xe5, 0xad, 0xa6]);
    assert.deepEqual(bytesOf([1, 'a', []]), [0x83, 1, 0x61, 97, 0x80]);
  });

  it('may be a negative number where another writes it', () => {
    const file = Uint8Array.from([...new TextEncoder().encode(MAGIC), 0x82, 0x20, 0x38, 24]);
    assert.deepEqual(readValue(file), [-1, -25]);
  });

  it('is written for a language that Pagefind does not cut into words', () => {
    assert.equal(LANGUAGE, 'und');
  });
});

/** The words of a file, byte by byte, behind the number of them, for which a chunk leaves four bytes. */
const wordsIn = (file: Uint8Array, widthOfCount: number) => file.subarray(MAGIC.length + 2 + widthOfCount);

describe('a chunk of the index, byte by byte', () => {
  const written = (word: string, pages: number[], places: number[]) => {
    const writer = new ChunkWriter();
    writer.add(word, Int32Array.from(pages), Int32Array.from(places), 0, pages.length);
    const { size } = writer;
    const bytes = writer.take();
    assert.equal(bytes.length, size);
    return bytes;
  };

  it('is what the same lists are as a value, with distances for pages and places', () => {
    const words: Value = [
      [
        [
          '学',
          [
            [2, [1, 3], []],
            [5, [0], []],
            [300, [70_000], []],
          ],
          [],
        ],
      ],
    ];
    const file = written('学', [2, 2, 7, 307], [1, 4, 0, 70_000]);
    assert.deepEqual(readValue(file), words);
    assert.deepEqual(wordsIn(file, 4), wordsIn(writeValue(words), 0));
  });

  it('has numbers in the shortest form', () => {
    for (const number of [23, 24, 255, 256, 65_535, 65_536])
      assert.deepEqual(
        wordsIn(written('学', [number], [number]), 4),
        wordsIn(writeValue([[['学', [[number, [number], []]], []]]]), 0),
        String(number),
      );
  });

  it('grows as large as its words need', () => {
    const writer = new ChunkWriter();
    const places = Int32Array.from({ length: 3000 }, (_, at) => at * 70_000);
    const pages = Int32Array.from({ length: 3000 }, (_, at) => at * 70_000);
    for (let at = 0; at < 40; at += 1) writer.add(`词${at}`, pages, places, 0, 3000);
    const found = readChunk(writer.take(), { has: () => true });
    assert.equal(found.size, 40);
    for (const { pages: each, places: of } of found.values()) {
      assert.deepEqual(each, [...pages]);
      assert.deepEqual(of.flat(), [...places]);
    }
  });

  it('passes over values of every length between the words that are wanted', () => {
    const file = writeValue([
      [
        [
          '甲',
          [[1, Array.from({ length: 24 }, () => 1), [7, 'x'.repeat(24), 23, 24]]],
          ['變'.repeat(90), [24]],
        ],
        ['乙', [[1, [2], [3]]], []],
      ],
    ]);
    assert.deepEqual([...readChunk(file, new Set(['乙']))], [['乙', { pages: [1], places: [[2]] }]]);
    assert.deepEqual(readChunk(file, new Set(['甲'])).get('甲')?.places[0]?.length, 24);
  });
});
