import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAside, findResembling, lettersOf, sampledOffsets } from '../../../src/domain/search/near.ts';
import { SEPARATOR } from '../../../src/domain/search/normal-form.ts';
import type { Postings } from '../../../src/domain/search/pagefind-format.ts';
import { bodyPlace } from '../../../src/domain/search/positions.ts';

interface Page {
  title: string;
  body: string;
}

/** Postings of a pair in pages that are one paragraph each: every character is a unit. */
function postingsOf(pair: string, pages: readonly Page[]): Postings | undefined {
  const found = pages.map(({ title, body }) => [
    ...startsOf(pair, title),
    ...startsOf(pair, body).map((at) => at + bodyPlace(title.length)),
  ]);
  const holding = [...found.keys()].filter((page) => found[page]!.length > 0);
  if (holding.length === 0) return undefined;
  return { pages: holding, places: holding.map((page) => found[page]!) };
}

function startsOf(pair: string, text: string): number[] {
  return Array.from(text, (_, at) => at).filter((at) => text.startsWith(pair, at));
}

/** What resembles a phrase in pages, each a body or a title and a body. */
function resembling(phrase: string, ...written: (string | Page)[]) {
  const pages = written.map((page) => (typeof page === 'string' ? { title: '', body: page } : page));
  const letters = Array.from(phrase);
  const found = sampledOffsets(letters.length).map((offset) =>
    postingsOf(phrase.slice(offset, offset + 2), pages),
  );
  return findResembling(
    letters,
    found,
    pages.map(({ title }) => title.length),
  );
}

/** The words that a stretch covers in the body of an untitled page. */
const words = (body: string, { place, units }: { place: number; units: number }) =>
  body.slice(place - bodyPlace(0), place - bodyPlace(0) + units);

describe('a stretch resembles a phrase', () => {
  it('that holds all its pairs in a row, and covers exactly it', () => {
    const body = '前言甲乙丙丁后记';
    const [only, ...others] = resembling('甲乙丙丁', body);
    assert.deepEqual(others, []);
    assert.equal(words(body, only!), '甲乙丙丁');
    assert.deepEqual([only!.share, only!.isInTitle, only!.page], [1, false, 0]);
  });

  it('where its pairs stand in the order of the phrase; in another order they count as apart', () => {
    const [inOrder] = resembling('甲乙丙丁戊', '甲乙丙丁戊');
    assert.equal(inOrder!.share, 1);
    assert.deepEqual(resembling('甲乙丙丁戊', '丁戊丙丁乙丙甲乙'), []);
  });

  it('with at most two units more between two pairs than in the phrase', () => {
    assert.equal(words('甲乙一二丙丁', resembling('甲乙丙丁', '甲乙一二丙丁')[0]!), '甲乙一二丙丁');
    assert.deepEqual(resembling('甲乙丙丁', '甲乙一二三丙丁'), []);
  });

  it('with no unit fewer between two pairs than in the phrase', () => {
    assert.deepEqual(resembling('甲乙一丙丁', '甲乙丙丁'), []);
  });

  it('whatever pairs of it stand far before', () => {
    const body = `乙丙${'无关'.repeat(5)}甲乙一丙丁`;
    assert.equal(words(body, resembling('甲乙丙丁', body)[0]!), '甲乙一丙丁');
  });

  it('by each of its pairs once, however often it is repeated', () => {
    assert.equal(resembling('甲乙丙', '甲乙甲乙甲乙')[0]?.share, 0.5);
  });

  it('by at least half of its pairs', () => {
    assert.equal(resembling('甲乙丙丁戊', '甲乙丙一丁一戊')[0]?.share, 0.5);
    assert.deepEqual(resembling('甲乙丙丁戊己', '甲乙丙一丁一戊'), []);
  });

  it('that holds most of it where an entry holds several', () => {
    const body = '甲乙丙，甲乙丙丁戊，丙丁戊';
    const [best, ...others] = resembling('甲乙丙丁戊', body);
    assert.deepEqual(others, []);
    assert.deepEqual([words(body, best!), best!.share], ['甲乙丙丁戊', 1]);
  });

  it('that comes first of two alike', () => {
    assert.equal(resembling('甲乙丙丁', '甲乙丙丁，甲乙丙丁')[0]?.place, bodyPlace(0));
  });

  it('in the title rather than in the body, where it holds as much there', () => {
    const both = { title: '论甲乙丙丁', body: '甲乙丙丁' };
    const more = { title: '甲乙丙', body: '甲乙丙丁' };
    assert.deepEqual(
      [resembling('甲乙丙丁', both)[0], resembling('甲乙丙丁', more)[0]].map((found) => [
        found!.isInTitle,
        found!.place,
        found!.units,
      ]),
      [
        [true, 1, 4],
        [false, bodyPlace(3), 4],
      ],
    );
  });

  it('not over the end of a title', () => {
    assert.deepEqual(resembling('甲乙丙丁戊己', { title: '甲乙丙', body: '丁戊' }), []);
  });

  it('more the more of its pairs it holds; of equal ones the entry that is first in the index leads', () => {
    assert.deepEqual(
      resembling('甲乙丙丁戊', '甲乙丙丁', '甲乙丙丁戊', '无关', '乙丙丁戊').map(({ page }) => page),
      [1, 0, 3],
    );
  });

  it('among the forty entries that hold most of its pairs', () => {
    const pages = [...Array<string>(50).fill('甲乙丙丁'), '甲乙丙丁戊'];
    const found = resembling('甲乙丙丁戊', ...pages).map(({ page }) => page);
    assert.deepEqual(found, [50, ...Array.from({ length: 39 }, (_, page) => page)]);
  });
});

describe('the pairs used to judge resemblance', () => {
  it('are all of a phrase of eleven units, and at most ten of a longer one, evenly spread', () => {
    assert.deepEqual(sampledOffsets(2), [0]);
    assert.deepEqual(
      sampledOffsets(11),
      Array.from({ length: 10 }, (_, at) => at),
    );
    assert.deepEqual(sampledOffsets(12), [0, 2, 4, 6, 8, 10]);
    assert.deepEqual(sampledOffsets(31), [0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
  });
});

describe('a phrase punctuation aside', () => {
  it('is its letters', () => {
    assert.deepEqual(lettersOf(['甲', SEPARATOR, '乙', SEPARATOR]), ['甲', '乙']);
  });

  it('is found where the letters stand, and takes the punctuation between them, not around them', () => {
    const units = [SEPARATOR, '甲', '乙', SEPARATOR, '丙', SEPARATOR];
    assert.deepEqual(findAside(units, ['乙', '丙']), { at: 2, units: 3 });
    assert.deepEqual(findAside(units, ['甲', '乙', '丙']), { at: 1, units: 4 });
    assert.deepEqual(findAside(units, ['丙']), { at: 4, units: 1 });
  });

  it('is found at its first place, and not where the row ends before it', () => {
    assert.deepEqual(findAside(['甲', '乙', '甲', '乙'], ['甲', '乙']), { at: 0, units: 2 });
    assert.equal(findAside(['甲', '乙'], ['乙', '甲']), undefined);
    assert.equal(findAside(['甲'], ['甲', '乙']), undefined);
  });
});
