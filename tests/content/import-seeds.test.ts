import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { importFile } from '../../src/import/import-file.ts';
import { blocksOf } from '../../src/import/markdown-blocks.ts';
import { RULES } from '../../src/import/rules/all-rules.ts';

const folder = join(resolve(process.env.ZHIXING_SHARED ?? '../shared'), 'seeds');
const UNITS = [
  {
    id: 'health',
    names: ['徐州市卫生健康委员会', '徐州市卫生和计划生育委员会', '市卫生计生委', '市卫健委', '市卫生健康委'],
  },
];
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

async function seed(number: string) {
  const name = files.find((file) => file.startsWith(`${number}_`));
  assert.ok(name);
  const bytes = readFileSync(join(folder, name));
  const { articles, runs, ledger } = await importFile(name, bytes, {
    rules: RULES,
    units: UNITS,
    topics: [],
  });
  assert.deepEqual(ledger.unexplained, []);
  return {
    articles,
    runs,
    first: required(articles[0]),
    second: articles[1],
    source: bytes.toString('utf8'),
  };
}

function required<Value>(value: Value | undefined): Value {
  assert.ok(value !== undefined);
  return value;
}

describe(
  'the five seed texts',
  { skip: files.length === 0 && 'the folder with the seed texts is not here' },
  () => {
    it('000 is a report with the day of the event, not of the web page', async () => {
      const { first, articles } = await seed('000');
      const { metadata } = first.article;
      assert.equal(articles.length, 1);
      assert.equal(metadata.kind.value, 'articles');
      assert.match(metadata.title.value, /^解放思想再发力 /);
      assert.match(required(metadata.subtitle).value, /^市卫生计生委/);
      assert.deepEqual(
        [metadata.date.value, metadata.date.evidence],
        ['2018-06-14', '正文“6月14日下午”，年份据网页日期 2018-06-20'],
      );
      assert.match(required(metadata.byline).value, /^徐州日报全媒体记者 /);
      assert.equal(required(metadata.retrievedOn).value, '2018-06-20');
      assert.equal(metadata.publishedOn, undefined);
      assert.match(first.draft.body, /\n## 锐意进取\n/);
      assert.doesNotMatch(first.draft.body, /\u00a0|当前位置|QQ|@|\d{4}-\d{7,8}|备\d+号|About Us/);
    });

    it('001 reads in Simplified, without pinyin, and marks its one unrecoverable place', async () => {
      const { first, runs } = await seed('001');
      const { metadata, doubts } = first.article;
      assert.deepEqual(
        [
          metadata.kind.value,
          required(metadata.newspaper).value,
          metadata.date.value,
          required(metadata.publishedOn).value,
        ],
        ['articles', '徐州日报', '2022-09-27', '2022-09-27'],
      );
      assert.equal(required(runs.find(({ rule }) => rule === 'pinyin-notes')).edits.length, 83);
      assert.doesNotMatch(
        first.draft.body.replace('勇?lián)敗_B日来', ''),
        /[a-zāáǎàēéěèīíǐìōóǒò]+[)）]|[衛發業統醫]/,
      );
      assert.match(first.draft.body, /勇\?lián\)敗_B日来/);
      assert.deepEqual(
        doubts.map(({ paragraph }) => paragraph),
        [1],
      );
      assert.doesNotMatch(first.draft.body, /热线|全程导医网/);
    });

    it('002 is a plan without a known day, its blanks visible', async () => {
      const { first } = await seed('002');
      const { metadata } = first.article;
      assert.equal(metadata.kind.value, 'texts');
      assert.match(metadata.title.value, /^“深化改革 .*实施方案$/);
      assert.deepEqual(
        [metadata.date.value, required(metadata.retrievedOn).value],
        ['unknown', '2021-03-24'],
      );
      assert.equal(required(metadata.sourceName).value, '蚂蚁范文网');
      assert.match(first.draft.body, /^20〔原文空缺〕年是〔原文空缺〕市/);
      assert.doesNotMatch(first.draft.body, /__|范文|转载|免责/);
      assert.match(first.draft.body, /\n一、指导思想\n/);
    });

    it('003 is two reports, with the sentences mended that page breaks had cut', async () => {
      const { first, second, articles, runs, source } = await seed('003');
      assert.equal(articles.length, 2);
      assert.deepEqual(
        [first.article.metadata.date.value, required(second).article.metadata.date.value],
        ['2019-04-11', '2019-04-25'],
      );
      for (const { article } of articles)
        assert.ok(source.split('\n').includes(required(article.metadata.byline).value));
      assert.equal(required(runs.find(({ rule }) => rule === 'page-break-joins')).edits.length, 6);
      assert.match(first.draft.body, /，自身的/);
    });

    it('004 is a speech of 2012 whose day nobody tells; the page is ten years younger', async () => {
      const { first } = await seed('004');
      const { metadata } = first.article;
      assert.equal(metadata.kind.value, 'speeches');
      assert.deepEqual(required(metadata.speaker).value, { role: '局长' });
      assert.deepEqual(
        [metadata.date.value, required(metadata.retrievedOn).value],
        ['unknown', '2022-05-02'],
      );
      assert.match(metadata.date.evidence, /2012年.*相差 10 年/);
      assert.match(first.draft.text, /note: .*2012年/);
    });

    it('000 and 001 are of one unit, by two of its names', async () => {
      for (const number of ['000', '001']) {
        const { first } = await seed(number);
        assert.deepEqual(first.article.metadata.units?.value, ['health'], number);
      }
    });

    it('render as exactly the words that were kept, in order', async () => {
      for (const number of ['000', '001', '002', '003', '004']) {
        for (const { article, draft } of (await seed(number)).articles) {
          assert.deepEqual(
            required(blocksOf(draft.body)).map((block) => block.text),
            article.lines,
          );
        }
      }
    });
  },
);
