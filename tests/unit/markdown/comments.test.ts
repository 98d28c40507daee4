import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBody } from '../../../src/markdown/body.ts';
import { withoutComments } from '../../../src/markdown/comments.ts';

const read = (body: string) => readBody(body, { isMdx: false });
const saidOf = (body: string) =>
  read(body).faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
const UNENDED = '网页注释 <!-- 在本段里没有结尾，读者会看到它';
const FOLLOWED = '这一行以网页注释 <!-- … --> 开头，后面的字不会当作正文';

describe('a comment in Markdown', () => {
  it('appears on no page, not even inside HTML shown as plain text', () => {
    for (const body of [
      '甲<!-- 密 -->乙',
      '<!-- 密\n\n密 -->\n\n甲',
      '<!-- 密 --> <!-- 密 -->\n甲',
      '<div>甲<!-- 密 --></div>',
      '<p>甲</p> <!-- 密 --> 乙 <!-- 密 -->',
      '| 甲 <!-- 密 --> | 乙 |\n| - | - |',
    ]) {
      const { html = '', blocks, faults } = read(body);
      assert.deepEqual(faults, [], body);
      assert.doesNotMatch(html + blocks.map(({ text }) => text).join(''), /密|--/, body);
      assert.match(html, /甲/, body);
    }
  });
  it('is a fault where words stand behind it at the head of a line: Markdown would not read them, and readers would see the comment', () => {
    for (const body of [
      '<!-- 密 --> 甲',
      '<!-- 密 --> 甲 <!-- 密 -->',
      '<!--> 甲',
      '<!-- 密\n密 --> [甲](texts/a)',
    ])
      assert.deepEqual(saidOf(body), [`1:1 ${FOLLOWED}`], body);
    assert.deepEqual(saidOf('- <!-- 密 --> 甲'), [`1:3 ${FOLLOWED}`]);
  });
  it('is a fault where it does not end in its paragraph or its cell, for readers would see it', () => {
    assert.deepEqual(saidOf('甲\n\n<!-- 密\n\n乙'), [`3:1 ${UNENDED}`]);
    assert.deepEqual(saidOf('甲 <!-- 密\n\n密 -->\n\n见 a@b.cn <!-- 密'), [
      `1:3 ${UNENDED}`,
      `5:10 ${UNENDED}`,
    ]);
    assert.deepEqual(saidOf('| <!-- 密 | 乙 --> |\n| - | - |'), [`1:3 ${UNENDED}`]);
    assert.deepEqual(saidOf('\\\\<!-- 密'), [`1:3 ${UNENDED}`]);
  });
  it('is not recognised in code or plain words', () => {
    for (const body of ['`<!--`甲', '```\n<!-- 甲\n```', '\\<!-- 甲', '&lt;!-- 甲', '甲 --> 乙'])
      assert.deepEqual(saidOf(body), [], body);
  });
  it('leaves HTML without it, and alone where it does not end', () => {
    assert.equal(withoutComments('<b><!-- 一 -->甲<!--->乙<!-->丙<!-- 二'), '<b>甲乙丙<!-- 二');
  });
});
