import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBody } from '../../../src/markdown/body.ts';
import { mayExceed } from '../../../src/markdown/limits.ts';

const MANY = 100_000;
const DEEP = '套得太深';
const TOO_MANY = '这一段里的标记太多，超过 2000 个';

const saysOf = (body: string, isMdx = false) =>
  readBody(body, { isMdx }).faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('A body that no parser could bear', () => {
  it('is a fault at the line where its marks become too many, before it is parsed', () => {
    for (const mark of ['[', ']', '*甲', '*_甲', '<', '<Note>', '![甲](', '~~']) {
      const body = `第一段。\n\n${mark.repeat(MANY / mark.length)}`;
      assert.deepEqual(saysOf(body), [`3:1 ${TOO_MANY}`], mark);
      assert.deepEqual(saysOf(body, true), [`3:1 ${TOO_MANY}`], mark);
      assert.ok(mayExceed(body), mark);
    }
  });
  it('is a fault where one line opens levels without end', () => {
    for (const opener of ['>', '> ', '- ', '1. ', '> - ', '[^1]: ']) {
      const body = `第一段。\n\n${opener.repeat(MANY / opener.length)}甲`;
      assert.match(saysOf(body)[0] ?? '', new RegExp(`^3:\\d+ ${DEEP}$`), opener);
      assert.ok(mayExceed(body), opener);
    }
  });
  it('is a fault at the line where the marks, signs or levels of all its lines become too many', () => {
    const lines = (line: string) => saysOf(`第一段。\n\n${line.repeat(20_000)}`);
    assert.deepEqual(lines('[甲]: [乙] [丙]\n\n'), [
      '10003:1 全文的标记和英文标点太多，超过 30000 个标记或 100000 个标点',
    ]);
    assert.deepEqual(lines('- ("甲"):(乙)\n'), [
      '14288:1 全文的标记和英文标点太多，超过 30000 个标记或 100000 个标点',
    ]);
    assert.deepEqual(lines('- 1. > - 甲\n'), [`5003:1 ${DEEP}`]);
  });
  it('is a fault where lines only look as if each began a paragraph of its own', () => {
    const looks = ['> *甲_ ', '甲|*乙_ ', '2) *甲_ ', '[a]: *甲_ ', '* \n*甲_ ', '|-|-|\n*甲_|'];
    for (const line of looks) {
      const body = `甲\n${`${line}\n`.repeat(3000)}`;
      assert.match(saysOf(body)[0] ?? '', new RegExp(`^\\d+:1 ${TOO_MANY}$`), line);
      assert.ok(mayExceed(body), line);
    }
  });
  it('is a fault if several paragraphs reach the limit for one', () => {
    const full = `${'*甲_\n'.repeat(990)}\n`;
    assert.deepEqual(saysOf(full.repeat(3)), ['2176:1 全文有好几段里的标记太多']);
    assert.ok(mayExceed(full.repeat(3)));
  });
  it('is a fault where bare addresses are too many for one paragraph', () => {
    for (const address of ['a@b.cn ', 'http://a.cn ', 'www.a.cn '])
      assert.deepEqual(saysOf(address.repeat(2500)), [`1:1 ${TOO_MANY}`], address);
  });
  it('is a fault where each of many <! or <? would be followed to the end of a long paragraph', () => {
    for (const opening of ['甲<!--', '甲<?', '甲<![CDATA['])
      assert.match(
        saysOf(`${opening}${'乙'.repeat(200)}\n`.repeat(900))[0] ?? '',
        /^\d+:1 很长的一段里有很多 <! 或 <\?$/,
        opening,
      );
    assert.ok(mayExceed(`${'甲<!--\n'.repeat(90)}${'乙\n'.repeat(50_000)}`));
  });
  it('is a fault where levels without end are opened line by line', () => {
    const stairs = Array.from({ length: 300 }, (_, step) => `${'  '.repeat(step)}- 甲`).join('\n');
    assert.match(saysOf(stairs)[0] ?? '', new RegExp(DEEP));
    assert.ok(mayExceed(stairs));
    const notes = `${'<Note>\n\n'.repeat(200)}甲\n\n${'</Note>\n\n'.repeat(200)}`;
    assert.match(saysOf(notes, true)[0] ?? '', new RegExp(DEEP));
  });
  it('is a fault where a tree of strong words in strong words becomes too deep', () => {
    const nested = `${'*a **b '.repeat(150)}c${' b** a*'.repeat(150)}`;
    assert.match(saysOf(nested)[0] ?? '', new RegExp(`^1:\\d+ ${DEEP}$`));
    assert.ok(mayExceed(nested));
  });
  it('is a fault where a row has cells without end', () => {
    const wide = ['甲', '-', '乙'].map((cell) => `|${cell}`.repeat(600)).join('\n');
    assert.deepEqual(saysOf(wide), ['1:1 一行里的 | 太多，超过 500 个']);
    assert.ok(mayExceed(wide));
  });
  it('is a fault where a table has many rows that are all filled up to a wide first one', () => {
    const [head, line] = ['甲', '-'].map((cell) => `|${cell}`.repeat(300));
    const table = `第一段。\n\n${head}\n${line}\n${'|乙\n'.repeat(1000)}`;
    assert.deepEqual(saysOf(table), ['3:1 表格太大，行数乘列数超过 100000']);
    assert.ok(mayExceed(table));
  });
  it('is a fault where headings by a line below them, quotations or notes go on without end', () => {
    const parts = [
      ['甲\n-\n', '2002:1 用横线标出的标题'],
      ['> 甲\n\n', '2001:1 引用（>）'],
      ['[^甲]: 乙\n\n', '2001:1 注释'],
    ] as const;
    for (const [part, named] of parts) {
      assert.deepEqual(saysOf(part.repeat(1100)), [`${named}太多，超过 1000 处`]);
      assert.ok(mayExceed(part.repeat(1100)), part);
    }
  });
});

describe('A body that an office writes', () => {
  it('has no limit on its length, its tables or its lists', () => {
    const row = '| [甲](https://a.cn/) | **乙** | [丙](https://c.cn/) |\n';
    assert.deepEqual(saysOf(`| 一 | 二 | 三 |\n| - | - | - |\n${row.repeat(1000)}`), []);
    assert.deepEqual(saysOf('- [甲](https://a.cn/) **乙**\n'.repeat(1000)), []);
    assert.deepEqual(saysOf('**甲**：[乙](https://a.cn/)。\n\n'.repeat(1000)), []);
    assert.deepEqual(saysOf(`${'____________ '.repeat(100)}\n`), []);
  });
  it('may be quoted from beginning to end, and have many blanks', () => {
    assert.deepEqual(saysOf('> 甲\n>\n> 乙\n'.repeat(1000)), []);
    for (const blanks of [' ', '\t', '\u3000', '\n'])
      assert.deepEqual(saysOf(`甲${blanks.repeat(MANY)}乙\n${blanks.repeat(MANY)}*丙*`), []);
  });
  it('may have lists in lists in quotations', () => {
    assert.deepEqual(saysOf('> - 甲\n>   1. 乙\n>      - 丙\n>        > 丁\n'), []);
    assert.ok(!mayExceed('一、甲\n\n- 乙\n  - 丙\n'));
  });
});
