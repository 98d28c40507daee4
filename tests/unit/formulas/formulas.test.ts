import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { mentionFinder, paragraphOfItem, verdictOf } from '../../../src/domain/formulas.ts';
import { readBody } from '../../../src/markdown/body.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { entryFile, writeContent, type ContentFiles } from '../../support/site.ts';

describe('the verdict on a list', () => {
  it('is one of five', () => {
    assert.equal(verdictOf({ number: 6, items: 6, more: false }), '相符');
    assert.equal(verdictOf({ number: 6, items: 6, more: true }), '相符');
    assert.equal(verdictOf({ number: 10, items: 9, more: false }), '不符');
    assert.equal(verdictOf({ number: 5, items: 6, more: true }), '不符');
    assert.equal(verdictOf({ number: 8, items: 5, more: true }), '部分列举');
    assert.equal(verdictOf({ number: 8, items: 0, more: false }), '未列举');
    assert.equal(verdictOf({ items: 3, more: false }), '无法判定');
  });
});

describe('formulas in a text', () => {
  const find = mentionFinder([
    { id: 'six', name: '六项行动', aliases: ['优化服务六项行动'] },
    { id: 'five', name: '五不准' },
    { id: 'odd', name: 'A+(一)' },
  ]);
  const link = (body: string, isMdx = false) =>
    readBody(body, { isMdx, mentions: find, basePath: '/s/' }).html;

  it('are found by their longest name, not inside a larger number', () => {
    assert.deepEqual(
      find('优化服务六项行动和“五不准”，十五不准、25不准。').map(({ id, at, length }) => [id, at, length]),
      [
        ['six', 0, 8],
        ['five', 10, 3],
      ],
    );
    assert.deepEqual(find('A+(一)').length, 1);
    assert.deepEqual(mentionFinder([])('六项行动'), []);
  });
  it('are linked at the first mention in running text, once an entry, under the base path', () => {
    assert.equal(
      link('开展六项行动。\n\n六项行动和**五不准**。'),
      '<p id="p1">开展<a href="/s/formulas/six/">六项行动</a>。</p>' +
        '<p id="p2">六项行动和<strong><a href="/s/formulas/five/">五不准</a></strong>。</p>',
    );
  });
  it('are not linked in headings, links and code', () => {
    const html = link('## 六项行动\n\n见[六项行动](texts/a)和`六项行动`。') ?? '';
    assert.doesNotMatch(html, /formulas\//u);
    assert.match(link('## 六项行动\n\n六项行动。') ?? '', /id="p2"><a [^>]*\/formulas\//u);
  });
  it('leave a text without any as it was', () => {
    assert.equal(link('一段。\n\n二段。'), readBody('一段。\n\n二段。', { isMdx: false }).html);
  });
});

describe('the paragraph of an item', () => {
  const paragraphs = ['总起：甲、乙。', '一、甲', '（二）乙：细则', '丙和丁'].map((text, index) => ({
    anchor: `p${index + 1}`,
    text,
  }));
  it('is the one that begins with it after the list, or any that holds it', () => {
    assert.equal(paragraphOfItem('甲', paragraphs, 'p1'), 'p2');
    assert.equal(paragraphOfItem('乙', paragraphs, 'p1'), 'p3');
    assert.equal(paragraphOfItem('丁', paragraphs, 'p1'), 'p4');
    assert.equal(paragraphOfItem('甲', paragraphs, undefined), 'p2');
    assert.equal(paragraphOfItem('戊', paragraphs, 'p1'), undefined);
  });
});

describe('a formula file', () => {
  const office = { 'texts/a.md': entryFile('推进甲、乙。\n\n一、甲\n\n二、乙') };
  const check = async (files: ContentFiles) => {
    const { faults, doubts } = await checkContent(await writeContent({ ...office, ...files }), {
      today: '2026-03-02',
    });
    return { faults: faults.map(formatFault), doubts: doubts.map(formatFault) };
  };
  const formula = (list: string) => ({ 'formulas/two.yaml': `name: 两项行动\nlists:\n  - ${list}\n` });

  it('that is sound raises no doubt; source and item may be written in two ways', async () => {
    for (const list of [
      '{ number: 2, items: [甲, 乙], source: "texts/a#p1" }',
      '{ number: 2, items: [{ text: 甲, at: p2 }, 乙], source: { entry: texts/a, paragraph: p1 } }',
    ])
      assert.deepEqual(await check(formula(list)), { faults: [], doubts: [] });
  });
  it('that names a source or paragraph that is not there is at fault', async () => {
    assert.deepEqual((await check(formula('{ number: 2, source: texts/none }'))).faults, [
      'formulas/two.yaml:3:26 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
    ]);
    assert.deepEqual(
      (await check(formula('{ number: 2, items: [{ text: 甲, at: p8 }], source: "texts/a#p9" }'))).faults,
      [
        'formulas/two.yaml:3:41 texts/a 没有第 8 段 — 改段落号；texts/a 共 3 段',
        'formulas/two.yaml:3:56 texts/a 没有第 9 段 — 改段落号；texts/a 共 3 段',
      ],
    );
  });
  it('whose list has another number of items, or words that its source has not, is doubted', async () => {
    assert.deepEqual((await check(formula('{ number: 3, items: [甲, 丙], source: texts/a }'))).doubts, [
      'formulas/two.yaml:3:25 “两项行动”列出 2 项，名称里的数是 3（不符） — 对照原件核实；原件如此的写进 settled，不要自己补',
      'formulas/two.yaml:3:29 “丙”在 texts/a 里找不到 — 照原文抄写；原文分散在几句里的写进 settled',
    ]);
  });
  it('that a list names has to be there, and of as many items', async () => {
    const two = formula('{ number: 2, items: [甲, 乙], source: texts/a }');
    const list = (id: string, items: string) => ({
      'texts/b.mdx': entryFile(`<Formula name="${id}">\n\n${items}\n\n</Formula>`),
    });
    assert.deepEqual(await check({ ...two, ...list('two', '- 甲\n- 乙') }), { faults: [], doubts: [] });
    assert.deepEqual((await check({ ...two, ...list('three', '- 甲') })).faults, [
      'texts/b.mdx:6:1 没有名词解释 three — 改成 formulas/ 里有的文件名，或先建 formulas/three.yaml',
    ]);
    assert.deepEqual((await check({ ...two, ...list('two', '- 甲') })).doubts, [
      'texts/b.mdx:6:1 这里列出 1 项，“两项行动”的名词解释里是 2 项 — 核实是不是漏列；有意只列一部分的写进 settled',
    ]);
  });
});

describe('a quotation', () => {
  const doubts = async (words: string, from = 'texts/a#p1') =>
    (
      await checkContent(
        await writeContent({
          'texts/a.md': entryFile('第一段说：要学、要查、要改。\n\n第二段。'),
          'texts/b.mdx': entryFile(`<Quote from="${from}">${words}</Quote>`),
        }),
        { today: '2026-03-02' },
      )
    ).doubts.map(formatFault);

  it('that stands in its source, or leaves something out, is right', async () => {
    assert.deepEqual(await doubts('要学、要查、要改。'), []);
    assert.deepEqual(await doubts('第一段说……要改。'), []);
    assert.deepEqual(await doubts('第二段。', 'texts/a'), []);
  });
  it('that reads otherwise is doubted', async () => {
    assert.deepEqual(await doubts('要学、要改。'), [
      'texts/b.mdx:6:1 引文“要学、要改。…”与 texts/a#p1 的原文不一致 — 照原文引；省略的地方写……；有意改动的写进 settled',
    ]);
  });
});
