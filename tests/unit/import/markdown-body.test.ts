import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blocksOf } from '../../../src/import/markdown-blocks.ts';
import { escapeMarkdown, readParagraphs, toMarkdown } from '../../../src/import/markdown-body.ts';

const AWKWARD = [
  '*重点* 与 **更重点** 与 _下划线_ 与 __姓名__',
  '# 不是标题',
  '#不是标题',
  '1. 不是列表',
  '1.加强领导',
  '3) 也不是列表',
  '- 破折号',
  '+ 加号',
  '=====',
  '---',
  '> 引用',
  '| 甲 | 乙 |',
  '`代码` 与 ~~删除~~',
  '<div>标签</div> 与 <br> 与 a<b',
  '<!-- 注释 -->',
  '[链接](http://example.cn) 与 ![图](a.png) 与 [^1]',
  '[^1]: 脚注',
  '[甲]: http://example.cn',
  '- [ ] 待办',
  '&nbsp; 与 &amp; 与 AT&T',
  '反斜杠 \\ 与 \\* 与 C:\\a',
  '网址 http://www.example.cn/a_b_c?x=1&y=2 与 a_b@example.cn',
  '末尾的井号 #',
  '2*3*4=24，20__年，勇?lián)敗_B日',
  '    四个空格开头',
  '结尾两个空格  ',
  '\t制表符',
  '***',
  '“引号”*后面*，*。*',
];

describe('words as Markdown', () => {
  for (const words of AWKWARD) {
    it(`render as they were: ${JSON.stringify(words)}`, () => {
      assert.deepEqual(blocksOf(escapeMarkdown(words)), [{ text: words, level: 0 }]);
    });
  }
  it('are left untouched where they need no escape', () => {
    for (const words of [
      '一、指导思想',
      '1、解放思想，增强意识。',
      '（一）加强领导',
      '2*3',
      '甲_乙',
      '1-2条',
      'a < b',
      '[2012]10号',
    ]) {
      assert.equal(escapeMarkdown(words), words);
    }
  });
  it('render as they were when they stand together', () => {
    const paragraphs = AWKWARD.map((text) => ({ text, level: 0 }));
    assert.deepEqual(
      blocksOf(toMarkdown(paragraphs))?.map((block) => block.text),
      AWKWARD,
    );
  });
});

describe('headings', () => {
  const text = '这一段是正文，长度超过三十个字，讲的是各科室怎样从群众最急最盼的事情做起。';
  const levels = (...lines: string[]) => readParagraphs(lines).map((paragraph) => paragraph.level);

  it('are short lines without a number or an end mark, before running text', () => {
    assert.deepEqual(levels(text, '锐意进取', text), [0, 2, 0]);
    assert.deepEqual(levels('聚焦服务一线 强化担当', text), [2, 0]);
  });
  it('stand one below the other where two come together', () => {
    assert.deepEqual(levels(text, '锐意进取', '实地感受开放氛围', text), [0, 2, 3, 0]);
  });
  it('do not include numbered lines, which the site knows by their number', () => {
    assert.deepEqual(
      levels('一、指导思想', text, '（一）加强领导', text, '第三条 范围', text, '2.1 职责', text),
      Array(8).fill(0),
    );
  });
  it('do not include calls, signatures, lists, remarks in brackets or broken lines', () => {
    assert.deepEqual(levels('同志们：', text), [0, 0]);
    assert.deepEqual(levels(text, '云川市卫生健康委', '2026年9月1日'), [0, 0, 0]);
    assert.deepEqual(levels(text, '张三', '李四', '王五', text), [0, 0, 0, 0, 0]);
    assert.deepEqual(levels(text, '（此件公开发布）', text), [0, 0, 0]);
    assert.deepEqual(levels(`${text}自`, '公布之日施行', text), [0, 0, 0]);
  });
});
