import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseInFull } from '../../../src/markdown/parse.ts';
import { isPlainText, parsePlainText } from '../../../src/markdown/plain.ts';

const SHARED = process.env.ZHIXING_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const CORPUS = resolve(SHARED, 'corpus/official.jsonl.gz');

function inFull(body: string, isMdx: boolean): Root {
  const tree = parseInFull(body, isMdx);
  visit(tree, (node) => void delete node.position);
  return tree;
}

function assertSame(body: string, name = body): void {
  const plain = parsePlainText(body);
  for (const isMdx of [false, true]) assert.deepEqual(inFull(body, isMdx), plain, name);
}

describe('running text', () => {
  const PLAIN = [
    '',
    '\n\n',
    '一段。',
    '　　用全角空格缩进的一段。\n　　又一行。\n\n    四个空格缩进。\n',
    '第一行\n第二行\n\n\n\n第二段\n \n第三段 \n尾行',
    '1、不是列表。\n\n（一）也不是。\n\n2026年3月5日，3~5天，50%，“引号”——破折号……',
    '第一章 总则\n\n第一条 为了规范……，制定本规定。',
    '甲' + '乙'.repeat(5000),
  ];
  for (const body of PLAIN) {
    test(`is read without a parser as the parser reads it: ${JSON.stringify(body.slice(0, 30))}`, () => {
      assert.equal(isPlainText(body, true), true);
      assertSame(body);
    });
  }

  const WITH_ANGLES = [
    '按照<民法典>和 <税法>的规定',
    '体温<３７度，大于 > 小于 < 等于',
    '甲\n<乙\n\n<',
    '“<”与“>”',
  ];
  for (const body of WITH_ANGLES) {
    test(`may hold angle brackets that make no tag, but not in MDX: ${JSON.stringify(body)}`, () => {
      assert.deepEqual([isPlainText(body, false), isPlainText(body, true)], [true, false]);
      assert.deepEqual(inFull(body, false), parsePlainText(body));
    });
  }

  const MARKED = [
    '**重点**',
    '- 项',
    '   + 项',
    '1. 项',
    '12) 项',
    '# 题',
    '> 引',
    '题\n===',
    '题\n---',
    '甲|乙\n-|-',
    '[^1]',
    'a\\*b',
    '&lt;',
    '见 www.a.cn',
    '见 http://a.cn',
    'a@b.cn',
    '`码`',
    '~~删~~',
    '换行  \n硬换行',
    '\t制表',
    '<b>',
    '甲<!-- 乙',
    '<?甲',
    '</甲',
    '> 引',
    '甲\n  > 乙',
    '{1}',
    'import x from "y"',
  ];
  for (const body of MARKED) {
    test(`is not what has marks: ${JSON.stringify(body)}`, () =>
      assert.equal(isPlainText(body, false), false));
  }

  test(
    'of the shared corpus is read as the parser reads it',
    { skip: !existsSync(CORPUS) && 'no shared corpus' },
    () => {
      const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').trim().split('\n');
      const bodies = lines
        .filter((_, index) => index % 10 === 0)
        .map((line) => (JSON.parse(line) as { body: string }).body.split('\n').join('\n\n'))
        .filter((body) => isPlainText(body, false));
      assert.ok(bodies.length > 100, `${bodies.length} plain bodies`);
      for (const body of bodies) {
        if (isPlainText(body, true)) assertSame(body, body.slice(0, 40));
        else assert.deepEqual(inFull(body, false), parsePlainText(body), body.slice(0, 40));
      }
    },
  );
});
