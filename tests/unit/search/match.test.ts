import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coveringOffsets, matchPhrase, matchSingle } from '../../../src/domain/search/match.ts';
import type { Postings } from '../../../src/domain/search/pagefind-format.ts';
import {
  bodyPlace,
  divide,
  packUnit,
  partPlace,
  placeBehind,
  readPartPlaces,
  unpackUnit,
  writePartPlaces,
} from '../../../src/domain/search/positions.ts';

const postings = (places: Record<number, number[]>): Postings => ({
  pages: Object.keys(places).map(Number),
  places: Object.values(places),
});

describe('a phrase is found', () => {
  const titles = [0, 0, 0, 3];
  const found = (...words: [offset: number, places: Record<number, number[]>][]) =>
    matchPhrase(
      words.map(([offset, places]) => ({ offset, postings: postings(places) })),
      titles,
    );

  it('where all its words stand at their offsets from one start', () => {
    assert.deepEqual(found([0, { 0: [4, 10], 2: [1] }], [2, { 0: [6, 13], 1: [3], 2: [3] }]), [
      { page: 0, places: [4], titlePlaces: [] },
      { page: 2, places: [1], titlePlaces: [] },
    ]);
  });

  it('by its first unit, whichever of its words is the rarest', () => {
    const often = { 0: [2, 5, 9], 1: [0], 2: [7] };
    for (const rare of [{ 0: [7] }, { 0: [7], 1: [9] }] as Record<number, number[]>[])
      assert.deepEqual(found([0, often], [2, rare]), [{ page: 0, places: [5], titlePlaces: [] }]);
    assert.deepEqual(found([0, { 0: [5] }], [2, { 0: [7], 1: [1], 2: [1] }])[0]?.places, [5]);
  });

  it('at every start in a row, the ones between them left out', () => {
    assert.deepEqual(found([0, { 0: [1, 2, 3, 4] }], [1, { 0: [2, 4, 5] }])[0]?.places, [1, 3, 4]);
  });

  it('only where the third word stands there too', () => {
    assert.deepEqual(found([0, { 0: [0], 1: [0] }], [2, { 0: [2], 1: [2] }], [3, { 1: [3], 2: [3] }]), [
      { page: 1, places: [0], titlePlaces: [] },
    ]);
  });

  it('not where its words stand at other distances, in another order or in other entries', () => {
    assert.deepEqual(found([0, { 0: [4] }], [2, { 0: [5] }]), []);
    assert.deepEqual(found([0, { 0: [4] }], [2, { 0: [2] }]), []);
    assert.deepEqual(found([0, { 0: [4] }], [2, { 1: [6] }]), []);
    assert.deepEqual(found([0, { 0: [4] }], [2, {}]), []);
    assert.deepEqual(matchPhrase([], titles), []);
  });

  it('in the title and in the paragraphs, each by itself', () => {
    assert.deepEqual(found([0, { 3: [0, 2, 4, 9] }]), [{ page: 3, places: [4, 9], titlePlaces: [0, 2] }]);
  });
});

describe('a unit by itself', () => {
  it('is found by the first places that it was posted under, with the number of its paragraphs', () => {
    const both = packUnit({ inTitle: 1, first: 4, paragraphs: 2 });
    const inTitle = packUnit({ inTitle: 2, paragraphs: 0 });
    const inBody = packUnit({ first: 6, paragraphs: 1 });
    const all: Postings = { pages: [0, 1, 2], places: [both, inTitle, inBody] };
    assert.deepEqual(matchSingle('落', all, [3, 3, 3]), [
      { page: 0, places: [4], titlePlaces: [1], single: { unit: '落', paragraphs: 2 } },
      { page: 1, places: [], titlePlaces: [2], single: { unit: '落', paragraphs: 0 } },
      { page: 2, places: [6], titlePlaces: [], single: { unit: '落', paragraphs: 1 } },
    ]);
  });

  it('is posted under its place in the title, its first place and that as far behind as paragraphs hold it', () => {
    assert.deepEqual(packUnit({ inTitle: 1, first: 4, paragraphs: 2 }), [1, 4, 6]);
    assert.deepEqual(unpackUnit([1, 4, 6], 3), { inTitle: 1, first: 4, paragraphs: 2 });
    assert.deepEqual(unpackUnit([0], 3), { inTitle: 0, paragraphs: 0 });
    assert.deepEqual(unpackUnit([4], 3), { first: 4, paragraphs: 0 });
  });
});

describe('the pairs that a phrase is looked up by', () => {
  it('hold all its units, in as few as there can be', () => {
    assert.deepEqual([2, 3, 4, 5, 6, 7].map(coveringOffsets), [
      [0],
      [0, 1],
      [0, 2],
      [0, 2, 3],
      [0, 2, 4],
      [0, 2, 4, 5],
    ]);
  });
});

describe('places in the index', () => {
  it('leave one free behind the title and behind every paragraph', () => {
    assert.deepEqual([placeBehind(0, 4), bodyPlace(4), placeBehind(5, 3)], [5, 5, 9]);
  });

  it('at which parts begin are multiples of 64, written as steps', () => {
    assert.deepEqual([0, 1, 64, 65].map(partPlace), [0, 64, 64, 128]);
    assert.deepEqual(writePartPlaces([64, 192, 256]), [1, 2, 1]);
    assert.deepEqual(readPartPlaces([1, 2, 1]), [64, 192, 256]);
  });

  it('belong to the title below its length, to the paragraphs from there on', () => {
    assert.deepEqual(divide([0, 2, 3, 4], 3), { inTitle: [0, 2], inBody: [3, 4] });
    assert.deepEqual(divide([0, 1], 3), { inTitle: [0, 1], inBody: [] });
    assert.deepEqual(divide([5], 0), { inTitle: [], inBody: [5] });
  });
});
