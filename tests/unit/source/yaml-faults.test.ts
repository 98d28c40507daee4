import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFault } from '../../../src/source/fault.ts';
import { parseYaml } from '../../../src/source/yaml.ts';

const faultsOf = (text: string) => parseYaml(text, 'a.yaml').faults.map(formatFault);

const QUOTE = '给这段内容加上引号';
const PAIR = '字段写成 名称: 内容（英文冒号，后面空一格）';
const CLOSE = 'YAML 缺少配对的引号或括号 — 补上引号、方括号或花括号的另一半';

/** What authors get wrong, and the whole of what they are told. */
const CASES: [slip: string, yaml: string, faults: string[]][] = [
  ['a tab for an indent', 'source:\n\tname: 甲', ['a.yaml:2:1 YAML 用了制表符缩进 — 改用空格缩进']],
  ['a field twice', 'title: 甲\ndate: unknown\ntitle: 乙', ['a.yaml:3:1 YAML 字段重复 — 只留一个']],
  [
    'a quotation that is not closed, told where it opens',
    'title: "甲\ndate: unknown\n',
    [`a.yaml:1:8 ${CLOSE}`],
  ],
  [
    'a bracket that is not closed, told where it opens',
    'title: 甲\ntopics: [甲, 乙\n',
    [`a.yaml:2:9 ${CLOSE}`],
  ],
  ['a colon within words', 'title: 甲: 乙', [`a.yaml:1:8 YAML 冒号用法不对 — ${PAIR}；内容里有冒号就加引号`]],
  ['a Chinese colon', 'title：甲\ndate: unknown', [`a.yaml:1:1 YAML 这一行没有写成字段 — ${PAIR}`]],
  ['a colon without a space', 'title:甲\ndate: unknown', [`a.yaml:1:1 YAML 这一行没有写成字段 — ${PAIR}`]],
  ['words that begin with @', 'title: @甲', [`a.yaml:1:8 YAML 内容以特殊符号开头 — ${QUOTE}`]],
  ['words that begin with a backtick', 'title: `甲`', [`a.yaml:1:8 YAML 内容以特殊符号开头 — ${QUOTE}`]],
  ['words that begin with %', 'title: %甲', [`a.yaml:1:8 YAML 内容以特殊符号开头 — ${QUOTE}`]],
  [
    'words that begin with an asterisk',
    'date: unknown\ntitle: *甲*',
    [`a.yaml:2:8 YAML * 或 & 用法不对 — ${QUOTE}`],
  ],
  ['words after a closed quotation', 'title: "甲"乙', [`a.yaml:1:11 YAML 有多余的符号 — ${QUOTE}`]],
  ['words after a closed bracket', 'title: [转载] 甲', [`a.yaml:1:13 YAML 有多余的符号 — ${QUOTE}`]],
  [
    'a backslash in double quotes',
    'title: "C:\\新"',
    ['a.yaml:1:11 YAML 双引号里的反斜杠用法不对 — 改用单引号'],
  ],
  [
    'two documents in one file',
    'name: 甲\n---\nname: 乙\n',
    ['a.yaml:2:1 YAML 中间有一行 --- — 删去这一行，一个文件只写一份'],
  ],
  [
    'references that unfold without end',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f']
      .map(
        (name, index) =>
          `${name}: &${name} [${Array<string>(9)
            .fill(`*${'abcdef'[index] ?? ''}`)
            .join(', ')}]`,
      )
      .join('\n')}\n`,
    ['a.yaml:1:1 YAML 引用展开过多 — 去掉 & 和 * 引用'],
  ],
];

describe('YAML with', () => {
  for (const [slip, yaml, faults] of CASES) {
    it(`${slip} is a fault at its place, with a remedy`, () => {
      assert.deepEqual(faultsOf(yaml), faults);
    });
  }

  it('a line of its own in front matter is reported at the line of the file', () => {
    assert.deepEqual(
      parseYaml('a: 1\nb: @', 'texts/a.md', 2).faults.map(({ line }) => line),
      [3],
    );
  });
  it('nothing in it, or only a comment, has no value and no fault', () => {
    for (const text of ['', '\n', '# 说明\n'])
      assert.deepEqual([parseYaml(text, 'a.yaml').value, faultsOf(text)], [null, []]);
  });
  it('days keeps them as text, quoted or not', () => {
    assert.deepEqual(parseYaml('a: 2026-09-18\nb: "2026-09-18"\nc: 14:30\n', 'a.yaml').value, {
      a: '2026-09-18',
      b: '2026-09-18',
      c: '14:30',
    });
  });
  it('an anchor that is used is no fault', () => {
    assert.deepEqual(parseYaml('a: &x [甲]\nb: *x\n', 'a.yaml').value, { a: ['甲'], b: ['甲'] });
  });
});

describe('the place of a value', () => {
  const yaml = parseYaml('title: 甲\nsource:\n  name: 乙\n  rules: [丙, 丁]\n', 'a.yaml');
  const at = (path: PropertyKey[]) => {
    const { line, column } = yaml.positionOf(path);
    return `${line}:${column}`;
  };
  it('is where it is written', () => {
    assert.deepEqual(
      [at(['title']), at(['source', 'name']), at(['source', 'rules', 1])],
      ['1:8', '3:9', '4:14'],
    );
  });
  it('of a missing value is its nearest parent’s, or the file’s first line', () => {
    assert.deepEqual([at(['source', 'url']), at([]), at(['nothing'])], ['3:3', '1:1', '1:1']);
  });
  it('of a key is that of the key itself', () => {
    assert.deepEqual(yaml.positionOfKey(['source'], 'rules'), { file: 'a.yaml', line: 4, column: 3 });
  });
});

describe('the line of a slip', () => {
  it('is its own behind words at the end of a document, too, where the parser loses count', () => {
    assert.deepEqual(faultsOf('title: 甲\n... 乙\n\n\ntopics: [丙]丁\n').slice(0, 2), [
      `a.yaml:2:5 YAML 有多余的符号 — ${QUOTE}`,
      `a.yaml:5:7 YAML 有多余的符号 — ${QUOTE}`,
    ]);
  });
});

describe('YAML that no parser could bear', () => {
  const MANY = 25_000;
  const DEEP = 'YAML 套得太深 — 删去多余的方括号、花括号、连字符或缩进';

  it('is reported at the line where it becomes too deep', () => {
    assert.deepEqual(faultsOf(`title: 甲\nx: ${'['.repeat(MANY)}${']'.repeat(MANY)}`), [
      `a.yaml:2:68 ${DEEP}`,
    ]);
    assert.deepEqual(faultsOf(`title: 甲\nx: ${'{a: '.repeat(MANY)}`), [`a.yaml:2:260 ${DEEP}`]);
    for (const mark of ['- ', '? '])
      assert.deepEqual(faultsOf(`title: 甲\n${mark.repeat(MANY)}甲`), [`a.yaml:2:${2 * MANY} ${DEEP}`]);
  });
  it('is reported where it becomes too deep line by line', () => {
    const brackets = ' [\n'.repeat(MANY) + ' ]\n'.repeat(MANY);
    assert.match(faultsOf(`x:\n${brackets}`)[0] ?? '', new RegExp(`^a\\.yaml:\\d+:\\d+ ${DEEP}$`));
  });
  it('reports at most twenty faults; later ones usually follow from the first', () => {
    assert.equal(faultsOf(Array.from({ length: 3000 }, () => 'k: 1').join('\n')).length, 20);
    assert.equal(faultsOf(`a: [${'*b, '.repeat(MANY)}]`).length, 20);
  });
  it('may have many fields, and is told of too many references', () => {
    assert.deepEqual(faultsOf(Array.from({ length: MANY }, (_, index) => `k${index}: 1`).join('\n')), []);
    assert.deepEqual(faultsOf(`a: &a 甲\nb: [${'*a, '.repeat(MANY)}]`), [
      'a.yaml:1:1 YAML 引用展开过多 — 去掉 & 和 * 引用',
    ]);
  });
});

describe('A fault that quotes odd characters', () => {
  const place = { file: 'texts/a\nb.md', line: 1, column: 1 };
  it('stays one line, without signs that a terminal obeys', () => {
    const line = formatFault({ ...place, reason: '未知字段 a\u001b[31m\r\nb\u202e', remedy: '删去' });
    assert.equal(line, 'texts/a␊b.md:1:1 未知字段 a␛[31m␍␊b\\u{202e} — 删去');
  });
  it('stays short enough to be read', () => {
    const line = formatFault({ ...place, reason: `未知字段 ${'k'.repeat(100_000)}`, remedy: '删去' });
    assert.ok(line.length < 300);
    assert.match(line, /未知字段 k+…k+ — 删去$/u);
  });
});
