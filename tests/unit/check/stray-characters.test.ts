import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { entryFile, SITE_YAML, writeContent, type ContentFiles } from '../../support/site.ts';
import { xlsx } from '../tables/xlsx.ts';

async function faultsOf(files: ContentFiles): Promise<string[]> {
  return (await checkContent(await writeContent(files))).faults.map(formatFault);
}

const REMEDY = '删去它；看不见就把前后几个字删掉重打';
const control = (place: string, code: string) => `${place} 含有控制字符 ${code} — ${REMEDY}`;
const coded = (place: string, written: string, what: string) =>
  `${place} “${written}”代表的字不能用：含有${what} — 删去 ${written}`;

const head = (title: string) => `---\ntitle: ${title}\ndate: 2026-03-02\n---\n\n正文。\n`;

describe('A character that no text may hold', () => {
  it('is a fault where its escape stands in YAML, and all of a file are told in one run', async () => {
    assert.deepEqual(
      await faultsOf({ 'texts/a.md': head('"甲\\e乙\\x07丙\\u0085丁\\u2028\\uFFFE\\uD800 \\U0000202E"') }),
      [
        control('texts/a.md:2:10', 'U+001B'),
        control('texts/a.md:2:13', 'U+0007'),
        control('texts/a.md:2:18', 'U+0085'),
        `texts/a.md:2:25 含有特殊的换行符 U+2028 — ${REMEDY}`,
        `texts/a.md:2:31 含有不成字的编码 U+FFFE — ${REMEDY}`,
        `texts/a.md:2:37 含有不成字的编码 U+D800 — ${REMEDY}`,
        `texts/a.md:2:44 含有改变文字方向的字符 U+202E — ${REMEDY}`,
      ],
    );
  });
  it('is no fault where no escape is meant, or where two make a pair', async () => {
    assert.deepEqual(
      await faultsOf({
        'texts/a.md': head("'甲\\e'"),
        'texts/b.md': head('"甲\\\\e\\uD83D\\uDE00"'),
        'texts/c.md': head('甲\\e &#27;'),
      }),
      [],
    );
  });
  it('is a fault where it stands itself, in front matter and body, beside the other faults of the file', async () => {
    const file = '---\ntitle: 甲\u001b\ndate: 2026-02-30\n---\n\n正文\u009b。\n\n见[提纲](texts/nowhere)。\n';
    assert.deepEqual(await faultsOf({ 'texts/a.md': file }), [
      control('texts/a.md:2:9', 'U+001B'),
      'texts/a.md:3:7 date：不是有效日期，写成 2026-09-18 这样的年-月-日；原文没有日期写 unknown — 改为：日期，必填：事情发生或成文的那一天；原文没有写 unknown',
      control('texts/a.md:6:3', 'U+009B'),
    ]);
    const sound = file.replace('2026-02-30', '2026-02-03');
    assert.deepEqual((await faultsOf({ 'texts/a.md': sound })).slice(1), [
      control('texts/a.md:6:3', 'U+009B'),
      'texts/a.md:8:2 资料库里没有 texts/nowhere — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
    ]);
  });
  it('is a fault in site.yaml, in a key and in every collection of YAML', async () => {
    assert.deepEqual(
      await faultsOf({
        'site.yaml': 'name: "小站\\a"\norganisation: 学习办\ufeff\n',
        'units/a.yaml': 'name: 甲\ncontact: { office: "办\\b公室" }\n',
        'topics/b.yaml': 'name: "乙\\0"\n',
        'ledgers/c.yaml':
          'title: 台账\nasOf: 2026-03-01\ngroups: [{ name: 信箱, received: 1, classes: { "甲\\n": 1 } }]\n',
      }),
      [
        control('ledgers/c.yaml:3:48', 'U+000A'),
        control('site.yaml:1:10', 'U+0007'),
        `site.yaml:2:18 含有多余的字节序标记 U+FEFF — ${REMEDY}`,
        'topics/b.yaml:1:9 含有空字符，不是文本文件 — 删去空字符，或换成文本文件',
        control('units/a.yaml:2:22', 'U+0008'),
      ],
    );
  });
  it('is a fault as a character reference in words, titles, attributes and addresses, but not where references are shown', async () => {
    const body =
      '甲&#27;乙&#x7;\\&#27;`&#27;`\n\n[丙&rlm;](https://a.cn/ "题&#x202E;")\n\n```a&#8;\n&#27;\n```\n\n<b title="&#27;">\n\n*丁&#xFFFE;&#0;&#9;&#10;&#20013;*\n';
    assert.deepEqual(await faultsOf({ 'texts/a.md': entryFile(body) }), [
      coded('texts/a.md:6:2', '&#27;', '控制字符 U+001B'),
      coded('texts/a.md:6:8', '&#x7;', '控制字符 U+0007'),
      coded('texts/a.md:8:3', '&rlm;', '改变文字方向的字符 U+200F'),
      coded('texts/a.md:8:26', '&#x202E;', '改变文字方向的字符 U+202E'),
      coded('texts/a.md:10:5', '&#8;', '控制字符 U+0008'),
      coded('texts/a.md:16:3', '&#xFFFE;', '不成字的编码 U+FFFE'),
      'texts/a.md:16:11 “&#0;”代表的字不能用：含有空字符，不是文本文件 — 删去 &#0;',
    ]);
  });
  it('is a fault in an attribute of a component', async () => {
    const body = '<Note title="注&#27;意\u001b">\n正文。\n</Note>';
    assert.deepEqual(await faultsOf({ 'texts/a.mdx': entryFile(body) }), [
      coded('texts/a.mdx:6:15', '&#27;', '控制字符 U+001B'),
      control('texts/a.mdx:6:21', 'U+001B'),
    ]);
  });
  it('is a fault as a percent code in an address, of a body or of a field', async () => {
    const body =
      '[甲](https://a.cn/%1b?b=%E2%80%AE)\n\n<https://b.cn/%00> https://c.cn/%7F [乙](/units/%0a/)';
    const said = await faultsOf({
      'texts/a.md': entryFile(body),
      'texts/b.md': entryFile('正文。', { source: { name: '网', url: 'https://a.cn/%1b' } }),
    });
    assert.deepEqual(said, [
      coded('texts/a.md:6:18', '%1b', '控制字符 U+001B'),
      coded('texts/a.md:6:24', '%E2%80%AE', '改变文字方向的字符 U+202E'),
      'texts/a.md:8:15 “%00”代表的字不能用：含有空字符，不是文本文件 — 删去 %00',
      coded('texts/a.md:8:33', '%7F', '控制字符 U+007F'),
      coded('texts/a.md:8:48', '%0a', '控制字符 U+000A'),
      'texts/b.md:4:27 source.url：网址里有代表控制字符的 % 编码 — 改为：来源网址',
    ]);
  });
  it('hides no address that would run script: every such link is a fault', async () => {
    for (const address of [
      '\u0001javascript:x',
      'java&#10;script:x',
      '&Tab;javascript:x',
      '&#1;javascript:x',
      'java\u200escript:x',
    ])
      assert.equal(
        (await faultsOf({ 'texts/a.md': entryFile(`[甲](${address})`) })).length > 0,
        true,
        address,
      );
  });
  it('is a fault in a cell of a table, at its line and column', async () => {
    const head = '事项,单位,收到日期,份数,备注';
    const said = await faultsOf({
      'receipts/a.csv': `${head}\n心得,甲单位,2026-03-01,1,"注\u000b意"\n`,
      'receipts/b.xlsx': xlsx([head.split(','), ['心得', '甲_x001B_单位', '2026-03-01', '1', '二_x202E_']]),
    });
    assert.deepEqual(
      said.filter((line) => line.includes('含有')),
      [
        control('receipts/a.csv:2:23', 'U+000B'),
        control('receipts/b.xlsx:2:2', 'U+001B'),
        `receipts/b.xlsx:2:5 含有改变文字方向的字符 U+202E — ${REMEDY}`,
      ],
    );
  });
  it('is a fault in the name of a file or folder, and is printed visibly', async () => {
    const said = await faultsOf({ 'texts/\u001b[2Ja/a.md': head('甲'), 'texts/b\u202e.md': head('乙') });
    assert.deepEqual(said, [
      'texts/␛[2Ja/a.md:1:1 文件夹的名字里有控制字符之类 — 给文件夹改名，只用看得见的字',
      'texts/b\\u{202e}.md:1:1 文件名“b\\u{202e}”不能作地址 — 只用小写英文、数字和连字符，如 b',
    ]);
  });
});

describe('White space in a field of one line', () => {
  it('becomes one blank where a line end or a tab is in it', async () => {
    const { content, faults } = await checkContent(
      await writeContent({
        'site.yaml': SITE_YAML,
        'texts/a.md': head('"甲\\n\\t乙\\r\\n丙"'),
        'texts/b.md': head('|\n  丁\n  戊'),
      }),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      content.items.texts.map(({ fields }) => fields.title),
      ['甲 乙 丙', '丁 戊'],
    );
  });
});
