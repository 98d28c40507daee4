import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BUNDLE_FOLDER, bundlePage, type Filters } from '../../../src/domain/search/bundle-page.ts';
import type { SearchRecord } from '../../../src/domain/search/record.ts';

const NO_FILTERS: Filters = { kind: [], speaker: [], year: [], unit: [], topic: [], campaign: [] };
const plain: SearchRecord = {
  entry: 'texts/a',
  address: '/texts/a/',
  kind: 'texts',
  title: '题目',
  date: null,
  units: [],
  topics: [],
  paragraphs: [],
};

const headings = (...texts: string[]) => {
  const paragraphs = texts.map((text, at) => ({ anchor: `p${at + 1}`, text }));
  const page = bundlePage({ ...plain, paragraphs }, NO_FILTERS);
  return [...page.matchAll(/<h6 id="(.*?)" data-pagefind-weight="1">(.*?)<u>(.*?)<\/u><\/h6>/gsu)].map(
    ([, anchor, opening, rest]) => [anchor, opening, rest].join('|'),
  );
};

describe('the page of an entry for the bundle of Pagefind', () => {
  test('holds nothing but title, language and an empty day where there is no more', () => {
    assert.equal(
      bundlePage(plain, NO_FILTERS),
      '<html lang="zh"><head><meta data-pagefind-sort="date[content]" content=""></head><body><h1>题目</h1></body></html>',
    );
    assert.equal(BUNDLE_FOLDER, 'pagefind/');
  });

  test('holds its filters, what is known of it, and its day by which it is sorted', () => {
    const page = bundlePage(
      {
        ...plain,
        date: '2026-09-14',
        subtitle: '副题',
        documentNumber: '云学办〔2026〕2号',
        speaker: { id: 's', name: '李某' },
      },
      { ...NO_FILTERS, kind: ['材料'], topic: ['作风', '服务'] },
    );
    assert.deepEqual(
      [...page.matchAll(/<meta data-pagefind-(.*?)>/gu)].map(([, words]) => words),
      [
        'filter="kind[content]" content="材料"',
        'filter="topic[content]" content="作风"',
        'filter="topic[content]" content="服务"',
        'meta="date[content]" content="2026-09-14"',
        'meta="subtitle[content]" content="副题"',
        'meta="documentNumber[content]" content="云学办〔2026〕2号"',
        'meta="speaker[content]" content="李某"',
        'sort="date[content]" content="2026-09-14"',
      ],
    );
  });

  test('names each paragraph by its first clause, or its first characters where that is long', () => {
    assert.deepEqual(headings('没有调查，没有发言权。', '好。'), ['p1|没有调查|，没有发言权。', 'p2|好|。']);
    assert.deepEqual(headings('甲'.repeat(24) + '，乙'), [`p1|${'甲'.repeat(24)}|，乙`]);
    assert.deepEqual(headings('甲'.repeat(25) + '，乙'), [`p1|${'甲'.repeat(24)}|甲，乙`]);
    assert.deepEqual(headings('甲'.repeat(24)), [`p1|${'甲'.repeat(24)}|`]);
    assert.deepEqual(headings('𠮷'.repeat(25)), [`p1|${'𠮷'.repeat(24)}|𠮷`]);
  });

  test('names a paragraph that begins with a mark by what stands there, an empty one by nothing', () => {
    assert.deepEqual(headings('，好'), ['p1|，好|']);
    assert.deepEqual(headings(''), ['p1||']);
    assert.deepEqual(headings('一行\n二行'), ['p1|一行\n二行|']);
    assert.deepEqual(headings('，\n二行'), ['p1|，\n二行|']);
  });

  test('takes no character of a text for markup', () => {
    const record = { ...plain, title: 'a<b & "c"', paragraphs: [{ anchor: 'p"1', text: '<i>&,"x"<' }] };
    const page = bundlePage(record, { ...NO_FILTERS, topic: ['"<&'] });
    assert.ok(page.includes('<h1>a&lt;b &amp; &quot;c&quot;</h1>'));
    assert.ok(page.includes('id="p&quot;1" data-pagefind-weight="1">&lt;i>&amp;<u>,&quot;x&quot;&lt;</u>'));
    assert.ok(page.includes('content="&quot;&lt;&amp;"'));
  });
});
