import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSample, entryFile } from '../support/site.ts';

/** What an author writes, and the HTML that readers get. */
const CASES: [rule: string, markdown: string, html: string | RegExp][] = [
  ['emphasis that ends in a full stop before a character', '**重点。**后面', '<strong>重点。</strong>后面'],
  ['emphasis around quotation marks', '**“引号”**后', '<strong>“引号”</strong>后'],
  ['emphasis after a character', '前面**“引号”**', '前面<strong>“引号”</strong>'],
  ['emphasis around title marks', '学习**《通知》**精神', '学习<strong>《通知》</strong>精神'],
  ['deletion around a comma', '~~删，~~她', '<del>删，</del>她'],
  ['a single tilde as a range', '9~11月和5~6月', '9~11月和5~6月'],
  ['quotation marks, dashes and dots as they were typed', '"直引号"——破折号……省略号...', '"直引号"——破折号……省略号...'],
  ['a line break between characters without a space', '第一行\n第二行', '第一行第二行'],
  ['a line break after a mark without a space', '第一行，\n　　第二行', '第一行，第二行'],
  ['a line break between Latin words with a space', 'first\nsecond', 'first second'],
  ['a line break after emphasis without a space', '**重点**\n后面', '<strong>重点</strong>后面'],
  ['a typed indent as a paragraph, never as code', '　　缩进的段落', /<p id="p\d+">缩进的段落<\/p>/],
  ['four spaces as a paragraph, never as code', '    四个空格', /<p id="p\d+">四个空格<\/p>/],
  ['着重号 for emphasis', '*着重*', '<em>着重</em>'],
  ['a footnote in Chinese', '正文[^1]。\n\n[^1]: 注文。', /<h2[^>]*>注释<\/h2>[\s\S]*注文。[\s\S]*aria-label="回到正文注 1"/],
  ['一、 as a heading of level 2', '一、总体要求\n\n正文。', /<h2 id="p\d+">一、总体要求<\/h2>/],
  ['（一） below 一、 as a heading of level 3', '一、总体要求\n\n（一）指导思想\n\n正文。', /<h3 id="p\d+">（一）指导思想<\/h3>/],
  ['1． below （一） as a heading of level 4', '一、甲\n\n（一）乙\n\n1．丙\n\n正文。', /<h4 id="p\d+">1．丙<\/h4>/],
  ['（1） below 1． as a heading of level 5', '一、甲\n\n（一）乙\n\n1．丙\n\n（1）丁\n\n正文。', /<h5 id="p\d+">（1）丁<\/h5>/],
  ['a bare web address that ends where Chinese begins', '见https://example.org/a，再看', /<a href="https:\/\/example\.org\/a">https:\/\/example\.org\/a<\/a>，再看/],
  ['a table', '| 甲 | 乙 |\n|---|--:|\n| 一 | 二 |', /<tr id="p\d+">\s*<td>一<\/td>\s*<td class="align-right">二<\/td>/],
];

const files = Object.fromEntries(
  CASES.flatMap(([, markdown], index) =>
    ['md', 'mdx'].map((extension) => [`texts/${extension}-${index}.${extension}`, entryFile(markdown)]),
  ),
);

describe('Chinese Markdown renders', async () => {
  const site = await buildSample({
    ...files,
    'texts/beside.mdx': entryFile('<Note>旁边有**“组件”**也一样\n换行</Note>'),
  });
  CASES.forEach(([rule, , html], index) => {
    for (const extension of ['md', 'mdx']) {
      it(`${rule}, in .${extension}`, async () => {
        const page = await site.read(`/texts/${extension}-${index}/`);
        const body = /data-prose[^>]*>([\s\S]*?)<section class="colophon"/.exec(page)?.[1] ?? '';
        assert.ok(typeof html === 'string' ? body.includes(html) : html.test(body), body);
      });
    }
  });
  it('the same inside and beside components', async () => {
    assert.match(await site.read('/texts/beside/'), /旁边有<strong>“组件”<\/strong>也一样换行/);
  });
});
