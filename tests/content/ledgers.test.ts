import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseCsv } from '../../src/tables/parse-csv.ts';
import { demoSite } from '../support/demo-site.ts';
import { buildSample, ROOT, wordsOf, type BuiltSite } from '../support/site.ts';

/** Every built file as text, compressed ones opened. */
async function everything({ folder, files }: Pick<BuiltSite, 'folder' | 'files'>): Promise<string> {
  const texts = await Promise.all(
    (await files()).map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
    }),
  );
  return texts.join('\n');
}

describe('ledgers', async () => {
  const site = await buildSample({
    'ledgers/a.yaml':
      'title: 甲台账\nasOf: 2026-11-20\nrows:\n  - { received: 2026-10-12, group: 意见箱, text: 排队太久无人过问 }\n',
    'ledgers/b.yaml': 'title: 乙台账\nasOf: 2026-11-20\n',
    'ledgers/b.csv': '收到日期,来源,内容,姓名,电话\n2026-10-12,意见箱,门口台阶太高,张三丰,13800001111\n',
    'ledgers/opinions.yaml': `title: 意见建议办理台账
groups:
  - name: 转办
    received: 22
    answered: 17
    classes: { 有条件解决: 2, 暂时没有条件: 1, 需要时间: 14 }
  - { name: 平台, received: 114, answered: 88 }
  - { name: 机关意见簿, received: 6332, distributed: 400, collected: 353 }
  - { name: 医院意见簿, received: 26336, distributed: 7789, collected: 7235 }
`,
    'checklists/hidden.yaml': 'title: 丙清单\naccess: internal\nitems: [{ text: 一 }]\n',
    'ledgers/hidden.yaml': 'title: 丁台账\ndraft: true\ngroups: [{ name: 转办, received: 1 }]\n',
    'bulletins/hidden.mdx': '---\ntitle: 戊通报\nnumber: 1\ndate: unknown\ndraft: true\n---\n\n正文。\n',
  });
  const all = await everything(site);

  it('are published by their totals: what the demo’s opinions say, and who said it, stands nowhere in the site', async () => {
    const table = parseCsv(await readFile(join(ROOT, 'content/ledgers/opinions-2026.csv'), 'utf8'));
    const header = table[1]?.cells ?? [];
    const hidden = table
      .slice(2)
      .flatMap(({ cells }) => [cells[header.indexOf('意见内容')], cells[header.indexOf('提出人')]])
      .filter((words) => words && words.length > 4);
    assert.ok(hidden.length > 15);
    const demo = await everything(await demoSite());
    assert.deepEqual(hidden.filter((words) => demo.includes(words ?? '')), []);
  });

  it('are published without what rows in YAML and in a table say', async () => {
    for (const words of ['排队太久', '门口台阶', '张三丰', '13800001111']) assert.ok(!all.includes(words), words);
    assert.match(wordsOf(await site.read('/ledgers/a/')), /收到 1＝办结 0＋在办 1/u);
    assert.match(wordsOf(await site.read('/ledgers/b/')), /收到 1＝办结 0＋在办 1/u);
  });

  it('of totals name what is left: 5 of 22, 26 of 114, 47 and 554 books, of unknown age', async () => {
    const words = wordsOf(await site.read('/ledgers/opinions/'));
    for (const expected of [
      '收到 22＝办结 17＋未办结 5，期限不详',
      '收到 114＝办结 88＋未办结 26，期限不详',
      '有条件解决 2、暂时没有条件 1、需要时间 14；合计 17',
      '收到 6332；办理情况原文未注明',
      '机关意见簿4003534788.3%',
      '医院意见簿7789723555492.9%',
    ])
      assert.ok(words.includes(expected), expected);
  });

  it('that are drafts, and internal checklists and draft bulletins, have no page in a public site', () => {
    for (const words of ['丙清单', '丁台账', '戊通报']) assert.ok(!all.includes(words), words);
  });
});
