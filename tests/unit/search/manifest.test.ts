import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  borderBetween,
  MANIFEST_FILE,
  chunkFile,
  chunkOf,
  daysFile,
  firstParts,
  lengthOf,
  readManifest,
  suggestionsFile,
  textFile,
  traditionalFile,
  writeManifest,
  type SearchManifest,
} from '../../../src/domain/search/manifest.ts';
import { NO_DAY, readDays, writeDays } from '../../../src/domain/search/days.ts';
import { applyFacets, type Selection } from '../../../src/domain/search/facets.ts';
import { createNormalForm, SEPARATOR } from '../../../src/domain/search/normal-form.ts';
import { bodyPlace } from '../../../src/domain/search/positions.ts';
import { prepareSuggestions, suggest, type Suggestion } from '../../../src/domain/search/suggestions.ts';
import { pairWord, pairWords, wordOf } from '../../../src/domain/search/words.ts';

const named = (...ids: string[]) => ids.map((id) => ({ id, name: `名${id}` }));

/** Four entries: two texts of 2026, a speech of 2026 and one of an unknown year. */
const MANIFEST: SearchManifest = {
  build: 'b1',
  values: {
    kind: named('speeches', 'texts'),
    speaker: named('director'),
    year: named('2026', 'unknown'),
    unit: [],
    topic: named('conduct', 'service', 'idle'),
    campaign: [],
  },
  entries: {
    facets: {
      kind: [[1], [1], [0], [0]],
      speaker: [[], [], [0], [0]],
      year: [[0], [0], [0], [1]],
      unit: [[], [], [], []],
      topic: [[0, 1], [1], [0], []],
      campaign: [[], [], [], []],
    },
    titles: [4, 0, 7, 3],
    parts: [
      [bodyPlace(4), 64, 192],
      [bodyPlace(0), 64],
      [bodyPlace(7), 128],
      [bodyPlace(3), 64, 128, 192],
    ],
  },
  chunks: { borders: ['', '学', '讨论'], sizes: [0, 1, 3] },
};

describe('the manifest', () => {
  it('reads as it was written', () => {
    assert.deepEqual(readManifest(writeManifest(MANIFEST)), MANIFEST);
    const empty = { ...MANIFEST, chunks: { borders: [], sizes: [] } };
    assert.deepEqual(readManifest(writeManifest(empty)), empty);
  });

  it('of another version is undefined, and invalid JSON is an error', () => {
    const other = JSON.stringify({ ...(JSON.parse(writeManifest(MANIFEST)) as object), format: 2 });
    assert.equal(readManifest(other), undefined);
    assert.throws(() => readManifest('<html>'), SyntaxError);
  });

  it('tells the first part of each text among the parts of all, and the length of an entry', () => {
    assert.deepEqual(firstParts(MANIFEST), [0, 2, 3, 4]);
    assert.deepEqual(
      [0, 1, 2, 3].map((entry) => lengthOf(MANIFEST, entry)),
      [192, 64, 128, 192],
    );
  });

  it('names every file but its own by the build', () => {
    assert.deepEqual(
      [
        chunkFile('b', 3),
        textFile('b', 0),
        traditionalFile('b'),
        suggestionsFile('b'),
        daysFile('b'),
        MANIFEST_FILE,
      ],
      [
        'b/3.pf_index',
        'b/0.pf_fragment',
        'b/traditional.pf_meta',
        'b/suggestions.pf_meta',
        'b/days.pf_meta',
        'catalogue.pf_meta',
      ],
    );
  });
});

describe('the chunk of a word', () => {
  it('is the last whose border is not behind the word', () => {
    const chunks = { borders: ['b', 'd', 'f'], sizes: [0, 0, 0] };
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'z'].map((word) => chunkOf(word, chunks)),
      [-1, 0, 0, 1, 1, 2, 2],
    );
    assert.equal(chunkOf('a', { borders: [], sizes: [] }), -1);
  });

  it('is told by the shortest border that is behind the word before and not behind its own', () => {
    assert.deepEqual(
      [
        borderBetween('学习', '讨论'),
        borderBetween('学习', '学校里'),
        borderBetween('学', '学习'),
        borderBetween('', '学习'),
      ],
      ['讨', '学校', '学习', '学'],
    );
  });
});

describe('facets', () => {
  const all = [0, 1, 2, 3];
  const pagesOf = (selection: Selection, pages = all) => applyFacets(MANIFEST, pages, selection).pages;
  const counts = (selection: Selection, facet: 'kind' | 'topic' | 'year', pages = all) =>
    applyFacets(MANIFEST, pages, selection).counts[facet].map(
      ({ id, count, selected }) => `${id} ${count}${selected ? ' !' : ''}`,
    );

  it('let everything pass without a choice', () => {
    assert.deepEqual([pagesOf({}), pagesOf({ kind: [] }), pagesOf({}, [3, 1])], [all, all, [3, 1]]);
  });

  it('take values within one for alternatives, and hold all together', () => {
    assert.deepEqual(pagesOf({ topic: ['service'] }), [0, 1]);
    assert.deepEqual(pagesOf({ kind: ['texts', 'speeches'] }), all);
    assert.deepEqual(pagesOf({ kind: ['speeches'], year: ['2026'] }), [2]);
    assert.deepEqual(pagesOf({ topic: ['conduct', 'service'], kind: ['texts'] }), [0, 1]);
    assert.deepEqual(pagesOf({ kind: ['nothing'] }), []);
  });

  it('are each counted as though nothing were chosen in them, all other choices held', () => {
    assert.deepEqual(counts({ kind: ['texts'] }, 'kind'), ['speeches 2', 'texts 2 !']);
    assert.deepEqual(counts({ kind: ['texts'] }, 'topic'), ['conduct 1', 'service 2']);
    assert.deepEqual(counts({ kind: ['texts'] }, 'year'), ['2026 2']);
    assert.deepEqual(counts({}, 'topic', [2, 3]), ['conduct 1']);
  });

  it('keep a chosen value in sight that no entry has', () => {
    assert.deepEqual(counts({ topic: ['idle'] }, 'topic'), ['conduct 2', 'service 2', 'idle 0 !']);
    assert.equal(applyFacets(MANIFEST, all, {}).counts.kind[0]?.name, '名speeches');
  });
});

describe('the days of entries', () => {
  it('are written as steps, newest first, and read as days since 1970; undated entries have none', () => {
    assert.equal(
      writeDays(['2026-03-02', '2026-03-01', '2026-03-01', '1970-01-02', null]),
      '[-20514,1,0,20512]',
    );
    assert.deepEqual(readDays('[-20514,1,0,20512]'), [20_514, 20_513, 20_513, 1]);
    assert.deepEqual(readDays(writeDays([null])), []);
    assert.ok(readDays(writeDays(['1950-01-01']))[0]! > NO_DAY);
  });
});

describe('suggestions', () => {
  const normalise = createNormalForm(new Map());
  const offer = (kind: Suggestion['kind'], text: string): Suggestion => ({
    kind,
    text,
    address: `/${text}/`,
  });
  const prepared = prepareSuggestions(
    [
      offer('topic', '学习'),
      offer('title', '谈学习'),
      offer('title', '学习“讨论”'),
      offer('formula', '三个学习'),
      offer('speaker', '主任'),
      offer('number', '学〔2026〕5号'),
      offer('title', '学习，再学习'),
    ],
    normalise,
  );
  const suggested = (typed: string, limit = 9) =>
    suggest(typed, prepared, normalise, limit).map(({ text }) => text);

  it('begin with those that begin with what is typed, then stand by kind, then as they were given', () => {
    assert.deepEqual(suggested('学习'), ['学习“讨论”', '学习，再学习', '学习', '三个学习', '谈学习']);
    assert.deepEqual(suggested('学'), [
      '学习“讨论”',
      '学习，再学习',
      '学〔2026〕5号',
      '学习',
      '三个学习',
      '谈学习',
    ]);
  });

  it('are found punctuation and width aside', () => {
    assert.deepEqual(suggested('习讨'), ['学习“讨论”']);
    assert.deepEqual(suggested('学习再'), ['学习，再学习']);
    assert.deepEqual(suggested('学２０２６'), ['学〔2026〕5号']);
  });

  it('are as many as asked at most, and none for nothing', () => {
    assert.deepEqual(suggested('学习', 2), ['学习“讨论”', '学习，再学习']);
    assert.deepEqual([suggested(''), suggested('，'), suggested('没有')], [[], [], []]);
  });
});

describe('words of the index', () => {
  it('are pairs of neighbours, one fewer than there are units', () => {
    assert.deepEqual(pairWords(['学', '习', '讨']), ['学习', '习讨']);
    assert.deepEqual([pairWords(['学']), pairWords([])], [[], []]);
  });

  it('keep two runs of letters or digits apart, so that 2018 beside 12 is not 20181 beside 2', () => {
    assert.notEqual(pairWord('2018', '12'), pairWord('20181', '2'));
    assert.notEqual(pairWord('ab', 'c'), pairWord('a', 'bc'));
    assert.equal(pairWord('学', '12'), '学12');
    assert.equal(pairWord('12', '学'), '12学');
  });

  it('write a separator as a letter, and what an indexer would alter by its code', () => {
    for (const unit of [SEPARATOR, 'é', 'か', '𪜀', 'ⅷ']) {
      const word = pairWord('学', unit);
      assert.match(word, /^\p{L}+[\p{L}0-9]*$/u, unit);
      assert.ok(!word.includes(unit));
    }
    assert.equal(pairWord('𠮷', '㐀'), '𠮷㐀');
    assert.notEqual(pairWord('学', 'か'), pairWord('学', 'が'));
  });

  it('of a single unit are not those of a pair', () => {
    assert.notEqual(wordOf('学'), '学');
    assert.notEqual(wordOf('12'), wordOf('1'));
    assert.equal(wordOf('学').length, 2);
  });
});
