import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { UnwritableBlock, writeBlocks } from '../../../src/desk/body/write-blocks.ts';
import { blocksOf, documentOf } from '../../../src/desk/client/editor/convert.ts';
import { block } from '../../../src/desk/server/requests.ts';
import { filePartsOf } from '../../../src/desk/items/edit-text.ts';
import type { EditedBlock } from '../../../src/domain/desk/api.ts';
import { ROOT } from '../../support/site.ts';

const CONTENT = join(ROOT, 'content');

/** Every way in which the model of blocks has something, and some that it has not. */
const ALL_KINDS = `
　　第一段，**要紧**[**链接**](texts/a)，\`码\`。<!-- 记 -->

- 一项[^1]
  - 里层

    第二段
- [ ] 待办

+ 甲
+ 乙

3) 三
4) 四
   1. 一

     缩进

| 甲 | 乙 |
|:--|--|
| 1\\|2 |  |
| 短 |

| |
|-|
| 无头 |

> 引文
> 接着
>
> - 项

> # 题

![图](flow.svg)

![图](flow.svg "题")

![图][名]

[名]: flow.svg

[^1]: 注文
[^长]: 注文

    又一段

[^空]:

标题
===

## 标题 ##

---

\`\`\`
码
\`\`\`

<div>网页</div>
末尾<br>换行
`;
const IN_COMPONENTS = `
<Quote from="texts/a#p1" source="《甲》&quot;乙&quot;">引文</Quote>

<Quote>

引文**要紧**

- 项

</Quote>

<Figure src="flow.svg" alt="图" caption="题" />

<Figure src="flow.svg" alt="图" />

<Note title="说明">内容</Note>

见<Ref to="texts/a">甲</Ref>。
`;

const bodies: [name: string, body: string, isMdx: boolean][] = [
  ['all kinds', ALL_KINDS, false],
  ['components', IN_COMPONENTS, true],
  ...readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name): [string, string, boolean] => [
      name,
      filePartsOf(readFileSync(join(CONTENT, name), 'utf8')).body,
      name.endsWith('.mdx'),
    ]),
];

/** The blocks of a body as the editor gives them back. */
function throughEditor(body: string, isMdx: boolean): EditedBlock[] | undefined {
  const read = readBlocks(body, isMdx);
  return read && blocksOf(documentOf(read.map(({ block }) => block)));
}

/** Numbers below `count`, the same in each run. */
function numbers(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

const BITS = [
  '\n',
  '\n\n',
  '|',
  '- ',
  '1. ',
  '> ',
  '**',
  '`',
  '[^1]',
  '[',
  '](',
  '<',
  '　',
  '\t',
  '# ',
  '\\',
  '\r\n',
  '{',
];

function damaged(body: string, next: (count: number) => number): string {
  const at = next(body.length + 1);
  const length = next(3) === 0 ? next(20) : 0;
  return body.slice(0, at) + BITS[next(BITS.length)]! + body.slice(at + length);
}

describe('A text that is opened and saved', () => {
  it('has every byte that it had, whatever it holds', () => {
    for (const [name, body, isMdx] of bodies)
      for (const text of [body, body.replaceAll('\n', '\r\n'), body.trimEnd()])
        assert.equal(writeBlocks(text, isMdx, throughEditor(text, isMdx) ?? []), text, name);
  });
  it('has every byte that it had, however it is damaged', () => {
    const next = numbers(7);
    for (const [name, body, isMdx] of bodies.slice(0, 12))
      for (let round = 0; round < 30; round += 1) {
        const text = damaged(damaged(body.slice(0, 4000), next), next);
        const edited = throughEditor(text, isMdx);
        if (edited) assert.equal(writeBlocks(text, isMdx, edited), text, `${name} ${JSON.stringify(text)}`);
      }
  });
  it('is taken by the server as the editor sends it', () => {
    for (const [name, body, isMdx] of bodies)
      for (const each of throughEditor(body, isMdx) ?? [])
        assert.deepEqual(block.safeParse(JSON.parse(JSON.stringify(each))).data, each, name);
  });
  it('has no byte changed but those of the paragraph that was', () => {
    for (const [name, body, isMdx] of bodies) {
      const read = readBlocks(body, isMdx)!;
      const index = read.findLastIndex(({ block }) => block.kind === 'paragraph');
      if (index < 0) continue;
      const edited = throughEditor(body, isMdx)!;
      const at = edited.findIndex(({ origin }) => origin === index);
      edited[at] = { kind: 'paragraph', content: [{ type: 'text', text: '改过的一段。' }], origin: index };
      const { from, to, lead } = read[index]!;
      assert.equal(
        writeBlocks(body, isMdx, edited),
        `${body.slice(0, from)}${lead}改过的一段。${body.slice(to)}`,
        name,
      );
    }
  });
});

describe('A list, a table, a quotation, a note or a picture that is written anew', () => {
  const rewritten = (body: string, change: (block: EditedBlock) => unknown, isMdx = false, index = 0) => {
    const edited = throughEditor(body, isMdx)!;
    change(edited[index]!);
    const text = writeBlocks(body, isMdx, edited);
    return text;
  };
  const words = (text: string) => [{ type: 'text' as const, text }];
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, content: words(text) });

  it('keeps the signs of the items that were not touched, and the marks of the list', () => {
    const add = (block: EditedBlock) => block.kind === 'list' && block.items.push([paragraph('丙')]);
    assert.equal(rewritten('*   甲，*好*\n*   乙\n', add), '*   甲，*好*\n*   乙\n*   丙\n');
    assert.equal(rewritten('3) 甲\n4) 乙\n', add), '3) 甲\n4) 乙\n5) 丙\n');
    assert.equal(rewritten('- 甲\n\n- 乙\n', add), '- 甲\n\n- 乙\n\n- 丙\n');
  });
  it('numbers the items anew where one is taken out', () => {
    const drop = (block: EditedBlock) => block.kind === 'list' && block.items.splice(0, 1);
    assert.equal(rewritten('1. 甲\n2. 乙\n3. 丙\n', drop), '1. 乙\n2. 丙\n');
  });
  it('puts lists into lists', () => {
    const nest = (block: EditedBlock) =>
      block.kind === 'list' &&
      block.items[0]!.push({
        kind: 'list',
        isOrdered: true,
        start: 1,
        isLoose: false,
        items: [[paragraph('里')], [paragraph('层')]],
      });
    assert.equal(rewritten('- 甲\n- 乙\n', nest), '- 甲\n  1. 里\n  2. 层\n- 乙\n');
  });
  it('tells a list from the one before by other marks', () => {
    const list = {
      kind: 'list' as const,
      isOrdered: false,
      start: 1,
      isLoose: false,
      items: [[paragraph('乙')]],
    };
    assert.equal(writeBlocks('- 甲\n', false, [...throughEditor('- 甲\n', false)!, list]), '- 甲\n\n* 乙\n');
  });
  it('keeps the rows that were not touched, and lays no blanks anew', () => {
    const body = '| 甲   | 乙 |\n|:-----|---:|\n| 1\\|2 | 3  |\n| 4    | 5  |\n';
    const set = (block: EditedBlock) => block.kind === 'table' && (block.rows[1]![1] = words('6|7'));
    assert.equal(rewritten(body, set), body.replace('| 4    | 5  |', '| 4 | 6\\|7 |'));
    const column = (block: EditedBlock) => {
      if (block.kind !== 'table') return;
      block.align.push('center');
      for (const row of [block.head, ...block.rows]) row.push(words('新'));
    };
    assert.equal(
      rewritten(body, column),
      '| 甲 | 乙 | 新 |\n| :-- | --: | :-: |\n| 1\\|2 | 3 | 新 |\n| 4 | 5 | 新 |\n',
    );
  });
  it('breaks a line in a cell, as the page does', () => {
    const set = (block: EditedBlock) =>
      block.kind === 'table' && (block.rows[0]![0] = [...words('甲'), { type: 'break' }, ...words('乙')]);
    assert.equal(rewritten('| 甲 |\n| --- |\n| 1 |\n', set), '| 甲 |\n| --- |\n| 甲<br>乙 |\n');
  });
  it('writes a quotation with its source where components are, and with its sign elsewhere', () => {
    const quote = { kind: 'quote' as const, content: [paragraph('引文')] };
    assert.equal(writeBlocks('', false, [quote]), '> 引文\n');
    assert.equal(
      writeBlocks('', true, [{ ...quote, said: { from: 'texts/a#p1', source: '《甲》“"”' } }]),
      '<Quote from="texts/a#p1" source="《甲》“&quot;”">\n\n引文\n\n</Quote>\n',
    );
    assert.throws(() => writeBlocks('', false, [{ ...quote, said: { source: '甲' } }]), UnwritableBlock);
  });
  it('writes a note with the mark that leads to it, among words that were not touched', () => {
    const marked: EditedBlock = {
      kind: 'paragraph',
      origin: 0,
      content: [...words('甲'), { type: 'note', label: '1' }, ...words('。')],
    };
    const note: EditedBlock = { kind: 'footnote', label: '1', content: words('注文') };
    assert.equal(writeBlocks('甲。\n', false, [marked, note]), '甲[^1]。\n\n[^1]: 注文\n');
    assert.throws(() => writeBlocks('甲。\n', false, [marked]), UnwritableBlock);
  });
  it('writes a picture with its description', () => {
    const picture = { kind: 'picture' as const, src: '../media/图 1.png', alt: '甲[乙]' };
    assert.equal(writeBlocks('', false, [picture]), '![甲\\[乙\\]](<../media/图 1.png>)\n');
    assert.equal(
      writeBlocks('', true, [{ ...picture, src: '图.png', caption: '题' }]),
      '<Figure src="图.png" alt="甲[乙]" caption="题" />\n',
    );
  });
});
