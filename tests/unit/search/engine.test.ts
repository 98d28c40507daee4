import assert from 'node:assert/strict';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Converter } from 'opencc-js';
import { openSearch } from '../../../src/client/search/engine.ts';
import { SearchFault } from '../../../src/client/search/fault.ts';
import type { SearchResult } from '../../../src/client/search/describe-result.ts';
import { ownRecords, record, serveIndex, type ServedIndex } from '../../support/search-index.ts';
import { snapshot } from '../../support/site.ts';

const RECORDS = [
  record({
    entry: 'texts/method',
    title: '调查研究的办法',
    date: '2026-03-01',
    documentNumber: '云卫发〔2026〕5号',
    text: ['没有调查，没有发言权。', '', '人民调解、解决纠纷，靠的是协商。', '他说：“两手抓，两手都要硬。”'],
  }),
  record({
    entry: 'speeches/talk',
    title: '在会上的讲话',
    date: '2026-05-01',
    speaker: { id: 'director', name: '主任讲话' },
    text: ['会议由 党支部 主持。', '协调、解决问题；第15号文件、5号楼。', '人民 群众满意不满意。'],
  }),
  record({ entry: 'articles/only-title', title: '只有题名的调查', date: null }),
  record({
    entry: 'texts/traditional',
    title: '學習與發展',
    date: '2025-01-02',
    text: ['不得以任何藉口推諉。', 'Q值為３.５，見《Nature》。が行'],
  }),
  record({ entry: 'texts/runs', title: '关于文号', date: '2019-04-05', text: ['见国发〔2018〕12号。'] }),
  record({ entry: 'texts/edge', title: '边界', text: ['处二万元以上十', '万元以下的罚款', '甲', '乙丙'] }),
  record({
    entry: 'texts/long',
    title: '长文',
    date: '2024-01-02',
    text: Array.from(
      { length: 120 },
      (_, at) => `第${at + 1}段讲的是学习制度怎样落到实处，${'做到件件有着落。'.repeat(8)}`,
    ),
  }),
];

const entries = (results: readonly SearchResult[]): string[] => results.map(({ entry }) => entry).sort();
const passageOf = (result: SearchResult | undefined): string =>
  (result?.passage?.segments ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('a search', () => {
  let index: ServedIndex;
  before(async () => {
    index = await serveIndex(RECORDS);
  });
  after(() => index.close());
  const found = async (text: string): Promise<string[]> => entries((await index.ask(text)).results);

  test('treats punctuation as a separator: 调解 is not in 协调、解决', async () => {
    assert.deepEqual(await found('调解'), ['texts/method']);
    assert.deepEqual(await found('协调,解决'), ['speeches/talk']);
    assert.deepEqual(await found('没有调查!没有发言权'), ['texts/method']);
    assert.deepEqual(await found('没有调查没有发言权'), []);
  });

  test('treats a number as a whole: 5号 is not in 15号', async () => {
    assert.deepEqual(await found('15号'), ['speeches/talk']);
    const [result] = (await index.ask('5号')).results;
    assert.equal(passageOf(result), '协调、解决问题；第15号文件、[5号]楼。');
  });

  test('treats adjacent numbers separately: 2018 and 12 are not 20181 and 2', async () => {
    assert.deepEqual(await found('〔2018〕12号'), ['texts/runs']);
    assert.deepEqual(await found('(20181)2号'), []);
    assert.deepEqual(await found('2018 12'), ['texts/runs']);
    assert.deepEqual(await found('201812'), []);
  });

  test('ignores quotation marks, brackets and spaces', async () => {
    assert.deepEqual(await found('说:两手抓,两手'), ['texts/method']);
    assert.deepEqual(await found('会议由党支部主持'), ['speeches/talk']);
  });

  test('does not match across paragraphs', async () => {
    assert.deepEqual(await found('二万元以上十万元以下'), []);
    assert.deepEqual(await found('十万'), []);
    assert.deepEqual(await found('甲乙丙'), []);
    assert.deepEqual(await found('甲'), ['texts/edge']);
  });

  test('finds an entry without text by its title', async () => {
    const { results } = await index.ask('题名的');
    assert.deepEqual(entries(results), ['articles/only-title']);
    assert.equal(results[0]?.anchor, null);
    assert.equal(results[0]?.passage, null);
  });

  test('finds Traditional text by Simplified words and the reverse', async () => {
    assert.deepEqual(await found('学习与发展'), ['texts/traditional']);
    assert.deepEqual(await found('借口推诿'), ['texts/traditional']);
    assert.deepEqual(await found('調查，沒有發言權'), ['texts/method']);
    assert.equal(passageOf((await index.ask('借口')).results[0]), '不得以任何[藉口]推諉。');
  });

  test('finds runs of letters and digits, whatever their width, and letters of other scripts', async () => {
    assert.deepEqual(await found('3.5'), ['texts/traditional']);
    assert.deepEqual(await found('nature'), ['texts/traditional']);
    assert.deepEqual(await found('が行'), ['texts/traditional']);
    assert.deepEqual(await found('か行'), []);
    assert.deepEqual(await found('natur'), []);
  });

  test('joins terms by and, keeps quoted ones in a row, and excludes', async () => {
    assert.deepEqual(await found('人民 解决'), ['speeches/talk', 'texts/method']);
    assert.deepEqual(await found('"人民 群众" 解决'), ['speeches/talk']);
    assert.deepEqual(await found('人民 解决 -主持'), ['texts/method']);
    assert.equal((await index.ask('-人民')).exactCount, RECORDS.length - 2);
  });

  test('finds a pasted quotation with line breaks in it, within a paragraph or over several', async () => {
    assert.deepEqual(await found('没有调\n查，没有\r\n发言权'), ['texts/method']);
    assert.deepEqual(await found('协调、解决问题；第15号文件、5号楼。\n人民 群众满意不满意。'), [
      'speeches/talk',
    ]);
  });

  test('leads the near results with the phrase as it stands with its punctuation', async () => {
    const answer = await index.ask('没有调查没有发言权');
    assert.equal(answer.exactCount, 0);
    const [first] = await answer.near(5);
    assert.equal(first?.entry, 'texts/method');
    assert.equal(passageOf(first), '[没有调查，没有发言权]。');
  });

  test('gives near results when some of several terms are missing, without excluded ones', async () => {
    const answer = await index.ask('人民 发言权 罚款');
    assert.equal(answer.exactCount, 0);
    assert.deepEqual(
      (await answer.near(5)).map(({ entry }) => entry),
      ['texts/method', 'texts/edge', 'speeches/talk'],
    );
    assert.deepEqual(entries(await (await index.ask('人民 发言权 罚款 -主持')).near(5)), [
      'texts/edge',
      'texts/method',
    ]);
  });

  test('has no near results where nothing resembles the query', async () => {
    const answer = await index.ask('飞行器适航证');
    assert.equal(answer.exactCount, 0);
    assert.deepEqual(await answer.near(5), []);
  });

  test('lists every occurrence in order, with the paragraph it stands in', async () => {
    const [long] = (await index.ask('学习制度')).results;
    assert.equal(long?.entry, 'texts/long');
    assert.equal(long.paragraphs, 120);
    assert.equal(long.anchor, 'p1');
    const all = await long.occurrences();
    assert.deepEqual(
      all.map(({ anchor }) => anchor),
      Array.from({ length: 120 }, (_, at) => `p${at + 1}`),
    );
    assert.ok(
      all.every(({ segments }) => segments.some(({ marked, text }) => marked && text === '学习制度')),
    );
  });

  test('shows the passage where the words are, far into a long text', async () => {
    const [result] = (await index.ask('第117段')).results;
    assert.equal(result?.anchor, 'p117');
    assert.match(passageOf(result), /^\[第117段\]讲的是/);
    const [single] = (await index.ask('117')).results;
    assert.equal(single?.anchor, 'p117');
  });

  test('counts the paragraphs that hold a single character, and lists them, from one part of the text', async () => {
    const [long] = (await index.ask('落')).results;
    assert.equal(long?.entry, 'texts/long');
    assert.equal(long.paragraphs, 120);
    assert.equal(long.anchor, 'p1');
    assert.ok(long.passage?.segments.some(({ marked, text }) => marked && text === '落'));
    const all = await long.occurrences();
    assert.equal(all.length, 120);
    assert.ok(all.every(({ segments }) => segments.some(({ marked }) => marked)));
  });

  test('orders by date on request, undated last, and pages through the same order', async () => {
    const dated = await index.ask('', { sort: 'date' });
    assert.deepEqual(
      dated.results.map(({ date }) => date),
      ['2026-05-01', '2026-03-01', '2025-01-02', '2024-01-02', '2019-04-05', null, null],
    );
    const pages = await Promise.all(
      [0, 2, 4, 6].map((offset) => index.ask('', { sort: 'date', offset, limit: 2 })),
    );
    assert.deepEqual(
      pages.flatMap(({ results }) => results.map(({ entry }) => entry)),
      dated.results.map(({ entry }) => entry),
    );
  });

  test('narrows by facets and counts each as though nothing were chosen in it', async () => {
    const answer = await index.ask('解决', { selection: { kind: ['texts'] } });
    assert.deepEqual(entries(answer.results), ['texts/method']);
    assert.deepEqual(
      answer.facets.kind.map(({ id, count, selected }) => [id, count, selected]),
      [
        ['speeches', 1, false],
        ['texts', 1, true],
      ],
    );
    assert.deepEqual(answer.facets.speaker, []);
    const both = await index.ask('解决', { selection: { kind: ['texts', 'speeches'], year: ['2026'] } });
    assert.equal(both.exactCount, 2);
  });

  test('keeps a chosen value in sight when no entry has it', async () => {
    const { facets } = await index.ask('题名', { selection: { year: ['1999'], kind: ['speeches'] } });
    assert.deepEqual(facets.kind.find(({ id }) => id === 'speeches')?.count, 0);
  });

  test('names a missing chunk, an unreadable one and a dead network, and recovers when they are back', async () => {
    const folder = path.join(index.folder, 'search-index');
    const [build] = (await readdir(folder)).filter((name) => !name.includes('.'));
    const kept = path.join(index.folder, 'kept');
    await cp(path.join(folder, build!), kept, { recursive: true });
    const search = await openSearch(index.url);
    const ask = () =>
      search.search({ text: '两手抓', selection: {}, sort: 'relevance', offset: 0, limit: 10 });
    const isFault = (reason: string) => (error: unknown) =>
      error instanceof SearchFault && error.reason === reason;
    for (const name of await readdir(kept))
      if (name.endsWith('.pf_index')) await writeFile(path.join(folder, build!, name), '<html>');
    await assert.rejects(ask, isFault('missing'));
    await rm(path.join(folder, build!), { recursive: true });
    const other = await openSearch(index.url);
    await assert.rejects(
      other.search({ text: '两手抓', selection: {}, sort: 'relevance', offset: 0, limit: 10 }),
      isFault('missing'),
    );
    await cp(kept, path.join(folder, build!), { recursive: true });
    assert.equal(
      (await other.search({ text: '两手抓', selection: {}, sort: 'relevance', offset: 0, limit: 10 }))
        .exactCount,
      1,
    );
    await assert.rejects(openSearch('http://127.0.0.1:9/'), isFault('network'));
  });
});

test('Traditional spelling finds the Simplified text for 98 of 100 words', async (t) => {
  const records = await ownRecords();
  const index = await serveIndex(records);
  t.after(() => index.close());
  const spell = Converter({ from: 'cn', to: 'tw' });
  const words = new Set<string>();
  for (const word of records.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text }) => text.match(/\p{Script=Han}{4}/gu) ?? []),
  )) {
    if (words.size < 100 && spell(word) !== word) words.add(word);
  }
  assert.equal(words.size, 100);
  const missed: string[] = [];
  for (const word of words) {
    const [simple, traditional] = await Promise.all(
      [word, spell(word)].map((text) => index.ask(text, { limit: 0 })),
    );
    assert.ok(simple!.exactCount > 0);
    if (traditional!.exactCount !== simple!.exactCount) missed.push(spell(word));
  }
  assert.ok(missed.length <= 2, missed.join('、'));
});

test('equal records give equal files in any order', async (t) => {
  const [one, other] = [await serveIndex(RECORDS), await serveIndex([...RECORDS].reverse())];
  t.after(() => Promise.all([one.close(), other.close()]));
  assert.deepEqual(await snapshot(one.folder), await snapshot(other.folder));
});
