import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChunkWriter, FormatError, MAGIC, readChunk } from '../../../src/domain/search/pagefind-format.ts';

type Written = Record<string, Record<number, number[]>>;

/** A chunk that holds each word at places of pages. */
function chunkOf(words: Written, writer = new ChunkWriter()): Uint8Array {
  for (const [word, pages] of Object.entries(words)) {
    const rows = Object.entries(pages).flatMap(([page, places]) =>
      places.map((place) => [Number(page), place] as const),
    );
    const column = (at: 0 | 1) => Int32Array.from(rows, (row) => row[at]);
    writer.add(word, column(0), column(1), 0, rows.length);
  }
  return writer.take();
}

const everything = { has: () => true };

function readAll(bytes: Uint8Array): Written {
  return Object.fromEntries(
    [...readChunk(bytes, everything)].map(([word, { pages, places }]) => [
      word,
      Object.fromEntries(pages.map((page, at) => [page, places[at]!])),
    ]),
  );
}

/** A file of the index whose value is these bytes. */
const fileOf = (...bytes: number[]) => Uint8Array.from([...new TextEncoder().encode(MAGIC), ...bytes]);
const list = (length: number) => (4 << 5) | length;
const text = (words: string) => {
  const bytes = new TextEncoder().encode(words);
  return [(3 << 5) | bytes.length, ...bytes];
};

describe('a chunk of the index', () => {
  it('gives back the words that were written, with the places of every page', () => {
    const words = { 学习: { 0: [0, 3, 4], 7: [2] }, 讨论: { 3: [1] }, ˈ落: { 0: [5, 9] } };
    assert.deepEqual(readAll(chunkOf(words)), words);
    assert.deepEqual(readAll(chunkOf({})), {});
  });

  it('is read for the wanted words only, skipping all others', () => {
    const words = { 甲: { 1: [1, 70_000] }, 乙: { 2: [300] }, 丙: { 400: [5] } };
    for (const wanted of ['甲', '乙', '丙'] as const) {
      const found = readChunk(chunkOf(words), new Set([wanted, '丁']));
      assert.deepEqual([...found.keys()], [wanted]);
      assert.deepEqual(found.get(wanted)?.pages, Object.keys(words[wanted]).map(Number));
    }
  });

  it('holds numbers of every width: below 24, of one, two and four bytes', () => {
    const numbers = [0, 23, 24, 255, 256, 65_535, 65_536, 16_777_216, 2_000_000_000];
    for (const number of numbers) {
      const words = { 甲: { [number]: [number] } };
      assert.deepEqual(readAll(chunkOf(words)), words, String(number));
    }
  });

  it('holds words, pages and places of any number', () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `词${at}`,
        { [at]: Array.from({ length: at + 1 }, (__, place) => place * 3) },
      ]),
    );
    assert.deepEqual(readAll(chunkOf(many)), many);
    const long = { ['长'.repeat(30_000)]: { 0: [0] } };
    assert.deepEqual(readAll(chunkOf(long)), long);
  });

  it('takes of given columns the rows from one to before another', () => {
    const writer = new ChunkWriter();
    writer.add('甲', Int32Array.of(0, 1, 1, 2), Int32Array.of(9, 4, 6, 9), 1, 3);
    assert.deepEqual(readAll(writer.take()), { 甲: { 1: [4, 6] } });
  });

  it('begins anew when the one before is taken, and tells how large it is so far', () => {
    const writer = new ChunkWriter();
    const empty = writer.size;
    const first = chunkOf({ 甲: { 0: [0] } }, writer);
    assert.equal(writer.size, empty);
    const second = chunkOf({ 乙: { 5: [1] } }, writer);
    assert.deepEqual([readAll(first), readAll(second)], [{ 甲: { 0: [0] } }, { 乙: { 5: [1] } }]);
    assert.equal(second.length, first.length);
  });

  it('of the stock indexer has weights among its places, which are passed over, and fields that ours leaves empty', () => {
    const bytes = fileOf(
      ...[list(1), list(2)],
      ...[list(3), ...text('甲'), list(1)],
      ...[list(3), 5, list(4), 0x38, 2, 2, 0x38, 24, 3, list(2), 7, 8],
      ...[list(1), list(2), ...text('變'), list(1), 9],
      ...[list(3), ...text('乙'), list(0), list(0)],
    );
    assert.deepEqual(
      [...readChunk(bytes, everything)],
      [
        ['甲', { pages: [5], places: [[2, 5]] }],
        ['乙', { pages: [], places: [] }],
      ],
    );
    assert.deepEqual([...readChunk(bytes, new Set(['乙'])).keys()], ['乙']);
  });

  it('that is malformed is an error, not a wrong answer', () => {
    const refused = (bytes: Uint8Array, words: RegExp) =>
      assert.throws(
        () => readChunk(bytes, everything),
        (error) => error instanceof FormatError && error.name === 'FormatError' && words.test(error.message),
      );
    refused(new TextEncoder().encode('<html>, not an index'), /^not a file of the index$/);
    refused(fileOf(list(2)), /^pf_index has 2 fields instead of 1$/);
    refused(fileOf(list(1), list(1), list(2)), /^word has 2 fields instead of 3$/);
    refused(fileOf(list(1), list(1), list(3), ...text('甲'), list(1), list(1)), /^posting has 1 fields/);
    refused(fileOf(5), /^expected type 4, found 0$/);
    refused(fileOf(list(1), list(1), list(3), 0x61 + 27 - 1), /^length of unknown form 27$/);
    assert.throws(
      () => readChunk(fileOf(list(1), list(1), list(3), ...text('甲'), 0xb8, 24), new Set<string>()),
      /^FormatError: unexpected type 5$/,
    );
  });
});
