import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, type Accounted } from '../../../src/import/conservation.ts';
import { importFile, ImportFailure } from '../../../src/import/import-file.ts';
import { RULES } from '../../../src/import/rules/all-rules.ts';
import type { Rule } from '../../../src/import/rules/rule.ts';

const SOURCE =
  '关于转作风的通知\r\n\u3000\u3000各科室要抓紧,20__年办好醫(yī)療的事。\r\n   \r\n*注*：见 a_b_c。𠮷\r\n';

async function imported(source = SOURCE, rules: readonly Rule[] = RULES) {
  return importFile('a.txt', Buffer.from(source), { rules, units: [], topics: [] });
}

async function accounted(change: (draftText: string) => string = (text) => text): Promise<Accounted> {
  const { reading, runs, articles } = await imported();
  const slices = [runs.length > 0 ? await sliceOf() : reading.text];
  return {
    source: reading.text,
    form: 'plain',
    runs,
    slices,
    articles: articles.map(({ article, draft }) => ({ ...article, draftText: change(draft.text) })),
  };
}

async function sliceOf(): Promise<string> {
  const [first] = (await imported()).articles;
  assert.ok(first);
  const [title] = first.article.taken;
  assert.ok(title);
  return title.removed + first.article.bodyText;
}

describe('the account of characters', () => {
  it('comes out even for an honest import', async () => {
    const ledger = account(await accounted());
    assert.deepEqual(ledger.unexplained, []);
    assert.equal(
      ledger.source + ledger.inserted,
      ledger.body + ledger.metadata + ledger.removed + ledger.blank,
    );
  });
  it('notices a character that is missing from a draft', async () => {
    const { unexplained } = account(await accounted((text) => text.replace('抓紧', '抓')));
    assert.ok(unexplained.includes('“紧”少了 1 个'));
  });
  it('notices a character too many', async () => {
    const { unexplained } = account(await accounted((text) => `${text}\n多\n`));
    assert.ok(unexplained.includes('“多”多了 1 个'));
  });
  it('notices that paragraphs changed places, though every character is there', async () => {
    const swapped = account(await accounted((text) => text.replace(/\n\n(.+)\n\n(.+)\n$/, '\n\n$2\n\n$1\n')));
    assert.deepEqual(swapped.unexplained, ['第 1 篇：草稿显示的文字与整理稿不一致']);
  });
  it('notices words that Markdown would eat', async () => {
    const eaten = account(await accounted((text) => text.replaceAll('\\*', '*')));
    assert.ok(eaten.unexplained.length > 0);
  });
  it('notices a title that left the body but is not in its field', async () => {
    const { unexplained } = account(
      await accounted((text) => text.replace('title: 关于转作风的通知', 'title: 别的')),
    );
    assert.deepEqual(unexplained, ['第 1 篇：“关于转作风的通知”移出正文后没有写进字段']);
  });
});

describe('an import', () => {
  it('accounts for every character with any rule switched off', async () => {
    for (const { name } of RULES) {
      const rules = RULES.filter((rule) => rule.name !== name);
      if (name === 'line-ends') continue;
      assert.deepEqual((await imported(SOURCE, rules)).ledger.unexplained, [], name);
    }
  });
  it('accounts for every character with no rule at all', async () => {
    assert.deepEqual((await imported(SOURCE.replaceAll('\r\n', '\n'), [])).ledger.unexplained, []);
  });
  it('fails where a rule does something other than it says', async () => {
    const dishonest: Rule = {
      name: 'x',
      title: '不老实',
      edits: () => [{ at: 0, removed: '没有的字', inserted: '' }],
    };
    await assert.rejects(imported(SOURCE, [dishonest]), { name: 'EditMismatch' });
  });
  it('fails where nothing is left for a body', async () => {
    await assert.rejects(imported('免责声明：本文来自网络。\n'), ImportFailure);
  });
  it('fails for an empty file, and for one that is an entry already', async () => {
    await assert.rejects(imported(' \n'), /文件是空的/);
    const entry = Buffer.from('---\ntitle: 甲\ndate: unknown\n---\n正文\n');
    await assert.rejects(importFile('a.md', entry, { rules: RULES, units: [], topics: [] }), /现成的条目/);
  });
  it('keeps a Markdown body as Markdown', async () => {
    const source = Buffer.from('# 档案管理规定\n\n## 第一章 总则\n\n- 甲,乙\n- **丙**\n\n<!-- END -->\n');
    const [article] = (await importFile('b.md', source, { rules: RULES, units: [], topics: [] })).articles;
    assert.equal(article?.draft.body, '## 第一章 总则\n\n- 甲，乙\n- **丙**\n');
    assert.equal(article?.article.metadata.title.value, '档案管理规定');
  });
});
