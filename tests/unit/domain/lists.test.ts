import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byNewest, yearOf } from '../../../src/domain/entry.ts';
import {
  byYear,
  listAddress,
  listPages,
  PAGE_SIZE,
  pagePath,
  sortEntries,
} from '../../../src/domain/lists.ts';
import { entry } from './entries.ts';

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe('the order of a list', () => {
  const entries = [
    entry('old', { date: '2012-03-22', title: '乙' }),
    entry('none', { date: null, title: '甲' }),
    entry('b', { date: '2026-05-08', title: '丙' }),
    entry('a', { date: '2026-05-08', title: '丙' }),
  ];

  it('is from new to old, then by key, unknown dates last', () => {
    assert.deepEqual(ids(sortEntries(entries, 'newest')), ['a', 'b', 'old', 'none']);
  });
  it('is from old to new, still with unknown dates last', () => {
    assert.deepEqual(ids(sortEntries(entries, 'oldest')), ['old', 'b', 'a', 'none']);
  });
  it('is by the pinyin of titles, then by key', () => {
    assert.deepEqual(ids(sortEntries(entries, 'title')), ['a', 'b', 'none', 'old']);
  });
  it('leaves the list it was given as it was', () => {
    const before = ids(entries);
    sortEntries(entries, 'title');
    assert.deepEqual(ids(entries), before);
  });
  it('does not depend on the order in which entries were read', () => {
    assert.deepEqual(ids([...entries].reverse().sort(byNewest)), ids([...entries].sort(byNewest)));
  });
});

describe('the pages of a list', () => {
  it('of an empty list are one empty page in every order', () => {
    assert.deepEqual(
      listPages([]).map(({ path, pages, total, entries }) => [path, pages, total, entries.length]),
      [
        ['', 1, 0, 0],
        ['sort/oldest', 1, 0, 0],
        ['sort/title', 1, 0, 0],
      ],
    );
  });
  it('hold every entry once, a full page without an empty one behind it', () => {
    const entries = Array.from({ length: PAGE_SIZE * 2 }, (_, index) => entry(`e${index}`));
    const pages = listPages(entries, ['newest']);
    assert.deepEqual(
      pages.map(({ path }) => path),
      ['', 'page/2'],
    );
    assert.equal(new Set(pages.flatMap((page) => ids(page.entries))).size, PAGE_SIZE * 2);
    assert.equal(listPages([...entries, entry('more')], ['newest']).length, 3);
  });
  it('have addresses of two or more parts, which no entry can have', () => {
    assert.equal(pagePath('newest', 1), '');
    assert.equal(pagePath('newest', 3), 'page/3');
    assert.equal(pagePath('title', 1), 'sort/title');
    assert.equal(pagePath('oldest', 2), 'sort/oldest/page/2');
  });
});

describe('the years of a list', () => {
  it('run from the newest to the oldest, the unknown year last', () => {
    const entries = [
      entry('n', { date: null }),
      entry('o', { date: '2012-01-01' }),
      entry('m', { date: '2026-12-31' }),
    ];
    assert.deepEqual(
      byYear(entries).map(([year]) => year),
      ['2026', '2012', 'unknown'],
    );
    assert.equal(yearOf({ date: null }), 'unknown');
  });
  it('of an empty list do not exist', () => {
    assert.deepEqual(byYear([]), []);
  });
});

describe('the address of a page of a list', () => {
  it('is the list’s own for the first page of the usual order, and below it for any other', () => {
    assert.equal(listAddress('/texts/', pagePath('newest', 1)), '/texts/');
    assert.equal(listAddress('/texts/', pagePath('newest', 2)), '/texts/page/2/');
    assert.equal(listAddress('/units/center/', pagePath('title', 3)), '/units/center/sort/title/page/3/');
  });
});
