import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importFile } from '../../../src/import/import-file.ts';
import { pageFoot, pageHead, pageOfFile } from '../../../src/import/report-page.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import { trace } from '../../../src/import/trace.ts';

const SOURCE =
  '当前位置：首页 > 通知\r\n关于转作风的通知\r\n　　各科室要抓紧,20__年办好<b>醫(yī)療</b>的事。\r\n';

async function imported() {
  return importFile('a.txt', Buffer.from(SOURCE), { rules: RULES, units: [], topics: [] });
}

describe('the trace of a clean-up', () => {
  it('holds the source and the cleaned text, both whole', async () => {
    const { runs, articles } = await imported();
    const segments = trace(SOURCE, runs);
    const textOf = (...fates: string[]) =>
      segments
        .filter(({ fate }) => fates.includes(fate))
        .map(({ text }) => text)
        .join('');
    assert.equal(textOf('kept', 'removed'), SOURCE);
    const [article] = articles;
    assert.equal(
      textOf('kept', 'inserted'),
      (article?.article.taken[0]?.removed ?? '') + (article?.article.bodyText ?? ''),
    );
  });
  it('names the rule of every piece that is not as it was', async () => {
    const { runs } = await imported();
    for (const { fate, rule } of trace(SOURCE, runs)) assert.equal(rule !== undefined, fate !== 'kept');
  });
});

describe('the report page', () => {
  it('shows both texts side by side, changes marked with the number of their rule, words of the source as words', async () => {
    const html = pageOfFile('a.txt', await imported(), [{ file: 'texts/a.md', outcome: 'new' }], false);
    assert.match(html, /<del>当前位置：首页 &gt; 通知<\/del><sup>\d<\/sup>/);
    assert.match(html, /<ins>，<\/ins><sup>\d<\/sup>20/);
    assert.match(html, /&lt;b&gt;/);
    assert.doesNotMatch(html, /↵/);
    assert.doesNotMatch(html, /<b>|<script/);
    assert.match(html, /<tr><th>标题<\/th><td>关于转作风的通知<\/td>/);
  });

  it('leads from its beginning to what is to be decided in all files', () => {
    assert.match(pageHead(), /<a href="#total">先看汇总/u);
    assert.match(
      pageFoot('把握低的：日期 2 篇\n共写入 2 篇'),
      /<section id="total">.*<p>把握低的：日期 2 篇<\/p>/su,
    );
  });

  it('shows where lines were joined', async () => {
    const file = Buffer.from('关于转作风和\n优服务的实施方案\n各科室：\n请按时参加。\n');
    const read = await importFile('a.txt', file, { rules: RULES, units: [], topics: [] });
    assert.match(pageOfFile('a.txt', read, [], true), /关于转作风和<del>↵<\/del><sup>1<\/sup>/);
  });
});
