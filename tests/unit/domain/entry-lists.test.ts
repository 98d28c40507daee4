import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { citableFacts, quotation, standardReference, type Citable } from '../../../src/domain/citation.ts';
import { byNewest, hasLongTitle, yearOf } from '../../../src/domain/entry.ts';
import { headingLevel, numberingOf } from '../../../src/domain/headings.ts';
import { addHours } from '../../../src/domain/hours.ts';
import {
  byYear,
  listAddress,
  listPages,
  PAGE_SIZE,
  pagePath,
  sortEntries,
} from '../../../src/domain/lists.ts';
import { neighboursOf } from '../../../src/domain/neighbours.ts';
import { forbiddenCodesIn, holdsForbiddenCode } from '../../../src/domain/percent.ts';
import { positionAt } from '../../../src/domain/position-at.ts';
import { readingMinutes, roundedLetters } from '../../../src/domain/reading-time.ts';
import { EDITORS_VIEW, whyHidden } from '../../../src/domain/visibility.ts';
import { entry } from './entries.ts';

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).join(' ');

describe('the order of entries', () => {
  const [old, young, dateless] = [
    entry('old', { date: '2020-01-01', title: '乙' }),
    entry('young', { date: '2026-01-01', title: '甲' }),
    entry('none', { date: null, title: '丙' }),
  ];

  test('is from new to old, those without a date last, equals by their keys', () => {
    for (const list of [
      [old, young, dateless],
      [dateless, old, young],
      [young, dateless, old],
    ])
      assert.equal(ids([...list].sort(byNewest)), 'young old none');
    assert.equal(ids([entry('b'), entry('a'), entry('c')].sort(byNewest)), 'a b c');
    assert.equal(ids([entry('b', { date: null }), entry('a', { date: null })].sort(byNewest)), 'a b');
  });

  test('may be from old to new, those without a date still last', () => {
    assert.equal(ids(sortEntries([dateless, young, old], 'oldest')), 'old young none');
  });

  test('may be by title in pinyin, equals by their keys', () => {
    const titled = [
      entry('c', { title: '中' }),
      entry('b', { title: '安' }),
      entry('a', { title: '安', date: '2020-01-01' }),
    ];
    assert.equal(ids(sortEntries(titled, 'title')), 'a b c');
    assert.equal(ids(sortEntries([...titled].reverse(), 'title')), 'a b c');
  });

  test('by years has the newest first and the unknown last', () => {
    const list = [
      dateless,
      old,
      young,
      entry('too', { date: '2020-12-31' }),
      entry('mid', { date: '2023-05-05' }),
    ];
    assert.deepEqual(
      byYear(list).map(([year, of]) => `${year}: ${ids(of)}`),
      ['2026: young', '2023: mid', '2020: old too', 'unknown: none'],
    );
    assert.deepEqual(
      byYear([old, dateless, young]).map(([year]) => year),
      ['2026', '2020', 'unknown'],
    );
    assert.deepEqual(byYear([]), []);
    assert.equal(yearOf(dateless), 'unknown');
  });
});

describe('a list that is cut into pages', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => entry(`e${String(at).padStart(3, '0')}`));
  const pages = (count: number) =>
    listPages(many(count), ['newest']).map(({ page, pages: of, total, entries, path }) =>
      [page, of, total, entries.length, entries[0]?.id, path].join('|'),
    );

  test('has one page up to fifty entries, and another from the fifty-first', () => {
    assert.equal(PAGE_SIZE, 50);
    assert.deepEqual(pages(0), ['1|1|0|0||']);
    assert.deepEqual(pages(50), ['1|1|50|50|e000|']);
    assert.deepEqual(pages(51), ['1|2|51|50|e000|', '2|2|51|1|e050|page/2']);
    assert.deepEqual(pages(150).at(-1), '3|3|150|50|e100|page/3');
  });

  test('has its pages at addresses of two parts or four, the first at the list’s own', () => {
    assert.equal(pagePath('newest', 1), '');
    assert.equal(pagePath('newest', 2), 'page/2');
    assert.equal(pagePath('title', 1), 'sort/title');
    assert.equal(pagePath('oldest', 3), 'sort/oldest/page/3');
    assert.equal(listAddress('/texts/', ''), '/texts/');
    assert.equal(listAddress('/texts/', 'page/2'), '/texts/page/2/');
  });
});

describe('what stands beside an entry', () => {
  const topics = (...of: string[]) => of.map((id) => ({ id, name: id }));

  test('shares its topics and its campaign, most of them first, equals by their keys', () => {
    const campaign = { id: 'c', name: 'c' };
    const list = [
      entry('z', { topics: topics('x') }),
      entry('self', { topics: topics('x', 'y'), campaign }),
      entry('both', { topics: topics('x', 'y') }),
      entry('a', { campaign }),
      entry('other', { topics: topics('c', 'w') }),
    ];
    assert.equal(ids(neighboursOf(list).get('texts/self')!.related), 'both a z');
    assert.equal(ids(neighboursOf(list).get('texts/other')!.related), '');
  });

  test('is no entry of another topic or campaign, even of one name', () => {
    const list = [
      entry('a', { topics: topics('x') }),
      entry('b', { topics: topics('y') }),
      entry('c', { campaign: { id: 'x', name: 'x' } }),
      entry('d', { campaign: { id: 'y', name: 'y' } }),
    ];
    for (const { related } of neighboursOf(list).values()) assert.deepEqual(related, []);
  });
});

test('a title is long from the forty-first character on', () => {
  assert.equal(hasLongTitle({ title: '题'.repeat(40) }), false);
  assert.equal(hasLongTitle({ title: '题'.repeat(41) }), true);
});

describe('a reference', () => {
  const access = { address: 'https://a.example/', on: '2026-11-22' };
  const bare: Citable = { kind: 'texts', title: '题目', date: '2026-09-18' };
  const reference = (fields: Partial<Citable>) => standardReference({ ...bare, ...fields }, access);

  test('is told what it lacks by the name that its kind has for it', () => {
    assert.deepEqual(reference({}).missing, ['发文机关或作者']);
    assert.deepEqual(reference({ kind: 'speeches', date: null }).missing, ['讲话人', '日期']);
    assert.deepEqual(reference({ kind: 'articles' }).missing, ['作者', '发表日期']);
    assert.deepEqual(reference({ kind: 'articles', newspaper: '云川日报' }).missing, [
      '作者',
      '见报日期',
      '版次',
    ]);
  });

  test('has the day of publication, for a numbered document that of the document', () => {
    const source = { publishedOn: '2026-10-01' };
    assert.match(reference({ source }).text, /\(2026-10-01\)/);
    assert.match(reference({}).text, /\(2026-09-18\)/);
    assert.match(reference({ source, documentNumber: '云卫发〔2026〕8号' }).text, /\(2026-09-18\)/);
    assert.match(reference({ kind: 'articles', source }).text, /\(2026-10-01\)/);
    assert.doesNotMatch(reference({ kind: 'articles' }).text, /2026-09-18/);
  });

  test('names up to three authors, more by 等, and nobody of an office’s own reporters', () => {
    const authors = (byline: string) => reference({ byline }).text.replace(/题目.*/u, '');
    assert.equal(authors('王某、李某、赵某'), '王某, 李某, 赵某. ');
    assert.equal(authors('王某、李某、赵某、钱某'), '王某, 李某, 赵某, 等. ');
    assert.equal(authors('王某 记者李某'), '王某, 李某. ');
    assert.equal(authors('王某记者李某'), '王某, 李某. ');
    assert.equal(authors('本报记者'), '');
  });

  test('has the subtitle without its dash, the newspaper without its marks', () => {
    assert.match(reference({ subtitle: '——夜里的门诊' }).text, /题目: 夜里的门诊\[/);
    assert.match(reference({ subtitle: '门诊——夜里' }).text, /题目: 门诊——夜里\[/);
    const paper = (newspaper: string) => reference({ newspaper }).text.replace(/.*\[N\]/u, '');
    assert.equal(paper('《云川日报》'), '. 云川日报.');
    assert.equal(paper('云川日报《周末》版'), '. 云川日报《周末》版.');
  });

  test('is made of these facts and no others', () => {
    const facts = (fields: Partial<Citable>) => citableFacts({ ...bare, ...fields });
    assert.deepEqual(facts({ speaker: { name: '主任', role: '主任' } }).speaker, {
      name: undefined,
      role: '主任',
    });
    assert.deepEqual(facts({ speaker: { name: '李某', role: '主任' } }).speaker, {
      name: '李某',
      role: '主任',
    });
    assert.equal(facts({}).speaker, undefined);
    assert.deepEqual(facts({ source: { name: '云川日报', publishedOn: '2026-10-01' } }).source, {
      publishedOn: '2026-10-01',
    });
    assert.equal(facts({ source: { name: '云川日报' } }).source, undefined);
    assert.equal(facts({}).source, undefined);
  });

  test('to a passage has no blanks at the passage’s ends', () => {
    assert.equal(quotation(' 马上就办 ', { ...bare, date: null }), '“马上就办”——《题目》');
  });
});

describe('the heading of an official paper', () => {
  const level = (text: string, next = '正文。') => headingLevel(text, next);

  test('has a number of each kind at its head', () => {
    const kinds: [text: string, level: number, name: string][] = [
      ['一、甲', 2, '一、'],
      ['第一章　甲', 2, '第一章'],
      ['第2编 甲', 2, '第一章'],
      ['第一部分：甲', 2, '第一部分'],
      ['第二阶段：甲', 3, '第一阶段'],
      ['第十阶段　甲', 3, '第一阶段'],
      ['（一）甲', 3, '（一）'],
      ['第一节 甲', 3, '第一节'],
      ['1. 甲', 4, '1.'],
      ['12、甲', 4, '1.'],
      ['（1）甲', 5, '（1）'],
    ];
    for (const [text, wanted, name] of kinds) {
      assert.equal(level(text), wanted, text);
      assert.equal(numberingOf(text), name, text);
      assert.equal(numberingOf(`见${text}`), undefined, text);
    }
    for (const text of ['第一章节', '1.5万人', '123. 甲', '甲'])
      assert.equal(numberingOf(text), undefined, text);
  });

  test('is followed by something, not by one of its own kind, which would make a list', () => {
    assert.equal(headingLevel('一、甲', undefined), undefined);
    assert.equal(level('一、甲', '二、乙'), undefined);
    assert.equal(level('一、甲', '（一）乙'), 2);
    assert.equal(level('（一）甲', '（1）乙'), 3);
  });

  test('has words behind its number, up to forty-two characters in all', () => {
    assert.equal(level('一、'), undefined);
    assert.equal(level('一、　'), undefined);
    assert.equal(level(`一、${'甲'.repeat(40)}`), 2);
    assert.equal(level(`一、${'甲'.repeat(41)}`), undefined);
  });

  test('is one clause or sentence; only the upper two kinds end with its mark', () => {
    assert.equal(level('一、为什么学？'), 2);
    assert.equal(level('（一）学习。'), 3);
    assert.equal(level('1. 学习。'), undefined);
    assert.equal(level('1. 学习'), 4);
    assert.equal(level('一、学习。再学习'), undefined);
    for (const mark of '；，：') assert.equal(level(`一、学习${mark}`), undefined, mark);
    assert.equal(level('一、学习，再学习'), 2);
  });
});

describe('numbers as people say them', () => {
  test('are letters to the nearest ten from a hundred and to the nearest hundred from a thousand', () => {
    assert.deepEqual(
      [99, 100, 104, 105, 999, 1000, 1049, 1050, 12_345].map(roundedLetters),
      [99, 100, 100, 110, 1000, 1000, 1000, 1100, 12_300],
    );
    assert.deepEqual([0, 1, 599, 600, 4000].map(readingMinutes), [1, 1, 1, 2, 10]);
  });

  test('are hours later on the same day, at the latest its last minute', () => {
    assert.equal(addHours('08:05', 1), '09:05');
    assert.equal(addHours('08:00', 1.5), '09:30');
    assert.equal(addHours('23:00', 0.5), '23:30');
    assert.equal(addHours('23:00', 1), '23:59');
    assert.equal(addHours('00:00', 0), '00:00');
  });

  test('are lines and columns, both from 1', () => {
    const text = '甲乙\n丙\n\n丁';
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6].map((at) => positionAt(text, at)),
      [
        { line: 1, column: 1 },
        { line: 1, column: 2 },
        { line: 1, column: 3 },
        { line: 2, column: 1 },
        { line: 3, column: 1 },
        { line: 4, column: 1 },
      ],
    );
  });
});

test('an address may hold no code of a character that no text may hold', () => {
  assert.equal(holdsForbiddenCode('/a%1Bb'), true);
  assert.equal(holdsForbiddenCode('/a%20b'), false);
  assert.equal(holdsForbiddenCode('/a%0Ab'), true);
  assert.equal(holdsForbiddenCode('mailto:a@b.example?body=a%0Ab'), false);
  assert.equal(holdsForbiddenCode('/mailto:a%0Ab'), true);
  assert.equal(holdsForbiddenCode('mailto:a@b.example?body=%1B'), true);
  assert.deepEqual(forbiddenCodesIn('/%E2%80%AEa%00'), [
    { at: 1, written: '%E2%80%AE', code: 0x202e },
    { at: 11, written: '%00', code: 0 },
  ]);
});

test('an editor sees what is internal and what is a draft', () => {
  assert.equal(whyHidden({ access: 'internal', draft: true }, EDITORS_VIEW), undefined);
  assert.deepEqual(EDITORS_VIEW, { audience: 'internal', drafts: true });
});
