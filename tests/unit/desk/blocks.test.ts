import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { UnwritableBlock, writeBlocks } from '../../../src/desk/body/write-blocks.ts';
import type { BlockContent, EditedBlock, Inline } from '../../../src/domain/desk/api.ts';

const BODY = `
　　第一段，**要紧**的话。
接着的一行。

一、加强领导


- 一项
- 二项

| 甲 | 乙 |
| -- | -- |
| 1  | 2  |

210*297*5 毫米[^1]，见[纲要](texts/outline#p3 "题")。<!-- 记 -->

## 标题 ##

[^1]: 注文。
`;

function opened(body: string, isMdx = false): EditedBlock[] {
  return readBlocks(body, isMdx)!.map(({ block }, origin) => ({ ...block, origin }));
}

const said = (text: string): EditedBlock => ({ kind: 'paragraph', content: [{ type: 'text', text }] });

describe('A body is read as an editor sees it', () => {
  it('has a line break between Chinese as none, and blanks before a paragraph left aside', () => {
    const [first] = readBlocks(BODY, false)!;
    assert.deepEqual(first!.block, {
      kind: 'paragraph',
      content: [
        { type: 'text', text: '第一段，' },
        { type: 'text', text: '要紧', marks: [{ type: 'strong' }] },
        { type: 'text', text: '的话。接着的一行。' },
      ],
    });
    assert.equal(first!.lead, '　　');
  });
  it('has lists, tables and notes as what they are', () => {
    const kinds = readBlocks(BODY, false)!.map(({ block: { kind } }) => kind);
    assert.deepEqual(kinds, ['paragraph', 'paragraph', 'list', 'table', 'paragraph', 'heading', 'footnote']);
  });
  it('has notes by their labels, comments and components within a paragraph as their signs, and stars between figures as stars', () => {
    const { block } = readBlocks(BODY, false)![4]!;
    assert.deepEqual((block as { content: Inline[] }).content, [
      { type: 'text', text: '210*297*5 毫米' },
      { type: 'note', label: '1' },
      { type: 'text', text: '，见' },
      { type: 'text', text: '纲要', marks: [{ type: 'link', href: 'texts/outline#p3', title: '题' }] },
      { type: 'text', text: '。' },
      { type: 'raw', source: '<!-- 记 -->' },
    ]);
  });
  it('cannot be had of broken components', () => {
    assert.equal(readBlocks('<Note>', true), undefined);
  });
});

describe('A body is written with no byte of untouched blocks changed', () => {
  it('is what it was where nothing was touched', () => {
    for (const body of [BODY, BODY.replaceAll('\n', '\r\n'), BODY.trimEnd(), '', '\n\n'])
      assert.equal(writeBlocks(body, false, opened(body)), body);
  });
  it('changes the bytes of the paragraph that was touched, and keeps its indent', () => {
    const blocks = opened(BODY);
    blocks[0] = { ...said('改过的一段。'), origin: 0 };
    assert.equal(
      writeBlocks(BODY, false, blocks),
      BODY.replace('第一段，**要紧**的话。\n接着的一行。', '改过的一段。'),
    );
  });
  it('puts an empty line around a new paragraph, and keeps the space around all others', () => {
    const blocks = opened(BODY);
    blocks.splice(1, 0, said('新的一段。'));
    assert.equal(writeBlocks(BODY, false, blocks), BODY.replace('\n\n一、', '\n\n新的一段。\n\n一、'));
  });
  it('leaves out a paragraph that was taken away', () => {
    const blocks = opened(BODY);
    blocks.splice(1, 1);
    assert.equal(writeBlocks(BODY, false, blocks), BODY.replace('一、加强领导\n\n\n', ''));
  });
  it('gives the bytes of a paragraph that was cut in two to its first part only', () => {
    const body = '甲。乙。\n\n丙。\n';
    const blocks = [
      { ...said('甲。'), origin: 0 },
      { ...said('乙。'), origin: 0 },
      { ...said('丙。'), origin: 1 },
    ];
    assert.equal(writeBlocks(body, false, blocks), '甲。\n\n乙。\n\n丙。\n');
  });
  it('moves a block with its bytes', () => {
    const body = '甲。\n\n*  乙\n*  丙\n\n丁。\n';
    const [one, list, last] = opened(body);
    assert.equal(writeBlocks(body, false, [list!, one!, last!]), '*  乙\n*  丙\n\n甲。\n\n丁。\n');
  });
  it('writes with the line ends that the file has', () => {
    assert.equal(
      writeBlocks('甲。\r\n', false, [...opened('甲。\r\n'), said('乙。')]),
      '甲。\r\n\r\n乙。\r\n',
    );
  });
  it('begins an empty body', () => {
    assert.equal(writeBlocks('', false, [said('甲。')]), '甲。\n');
  });
});

describe('What is written anew reads as it was meant', () => {
  const reread = (block: BlockContent, isMdx = false) => {
    const text = writeBlocks('', isMdx, [block]);
    assert.deepEqual(
      readBlocks(text, isMdx)!.map(({ block: again }) => again),
      [block],
      text,
    );
    return text;
  };
  it('escapes no sign that does no harm', () => {
    assert.equal(
      reread(said('第1条 5*3=15，A_B，[附件]，50% & 其他')),
      '第1条 5*3=15，A_B，[附件]，50% & 其他\n',
    );
  });
  it('escapes signs that Markdown would take for its own', () => {
    for (const text of [
      '# 号',
      '- 项',
      '+ 项',
      '> 引',
      '1) 项',
      '*要紧*',
      '[甲](乙)',
      '`码`',
      '<b>粗</b>',
      '&amp;',
      '~~删~~',
      '\\*',
      '---',
      '===',
      '|甲|',
    ])
      reread(said(text));
  });
  it('keeps a lone numbered line as it is: the site takes it for words', () => {
    assert.equal(reread(said('1. 加强领导')), '1. 加强领导\n');
  });
  it('writes braces in a body with components so that they are shown', () => {
    assert.equal(reread(said('写 {甲} 与 <乙>'), true), '写 \\{甲\\} 与 \\<乙\\>\n');
  });
  it('writes marks beside Chinese punctuation, and marks within marks', () => {
    const strong = { type: 'strong' } as const;
    const content: Inline[] = [
      { type: 'text', text: '做到' },
      { type: 'text', text: '“三个必须”', marks: [strong] },
      { type: 'text', text: '，' },
      { type: 'text', text: '重', marks: [strong] },
      { type: 'text', text: '中之重', marks: [strong, { type: 'emphasis' }] },
      { type: 'break' },
      { type: 'text', text: '见此', marks: [{ type: 'link', href: 'https://example.gov.cn/a(b)' }] },
    ];
    reread({ kind: 'paragraph', content });
  });
  it('writes headings of each depth', () => {
    assert.equal(
      reread({ kind: 'heading', depth: 3, content: [{ type: 'text', text: '小标题' }] }),
      '### 小标题\n',
    );
  });
  it('refuses what no signs can say', () => {
    const blank = { kind: 'paragraph', content: [{ type: 'text', text: '  ' }] } as const;
    assert.throws(
      () => writeBlocks('', false, [said('甲'), blank as unknown as EditedBlock]),
      UnwritableBlock,
    );
  });
});
