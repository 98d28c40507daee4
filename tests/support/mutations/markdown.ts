import { HOSTILE_BODIES } from '../hostile.ts';
import { MOST } from './bytes.ts';
import { insert, onOneLine, type Damage } from './mutation.ts';
import type { Random } from './random.ts';

/** Pieces that open something, or look as if they did. */
const OPENERS = [
  '**',
  '*',
  '_',
  '__',
  '~~',
  '`',
  '``',
  '```',
  '~~~',
  '[',
  '![',
  '[甲](',
  '[甲](<',
  '[甲](b "',
  '[^',
  '[^1]: ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '| ',
  '|-|',
  '<',
  '<!--',
  '<![CDATA[',
  '<?',
  '<!A',
  '<script>',
  '<pre>',
  '<b',
  '<b ',
  '<https://',
  '&',
  '&#',
  '&#x',
  '\\',
  '$$',
  '---',
  '===',
  '{',
  '{{',
  '${',
  'www.',
  'http://',
  'a@b.',
  '（',
  '“',
  '‘',
  '《',
  '〔',
  '【',
  '一、',
  '第一章 ',
  '（一）',
  '1、',
  ':::',
  '\u3000\u3000',
  '\t',
];
const WHOLE = [
  '[甲[乙](c)](d)',
  '[![图](nowhere.svg)](texts/five-donts)',
  '![图](five-working-days.svg)',
  '![图](../media/five-working-days.svg)',
  '![图](media/../../site.yaml)',
  '![图](../../../../etc/passwd)',
  '![图](FIVE-WORKING-DAYS.SVG)',
  '![图](five-working-days.svg?x=1#y)',
  '![图](%66ive-working-days.svg)',
  '![](five-working-days.svg "题\\"目")',
  '[甲](texts/five-donts)',
  '[甲](texts/five-donts#p1)',
  '[甲](texts/five-donts#p999999999999999999999)',
  '[甲](../texts/five-donts.md)',
  '[甲](/texts/five-donts/)',
  '[甲](#p1)',
  '[甲](#%E7%94%B2)',
  '[甲](#%)',
  '[甲](%zz)',
  '[甲]()',
  '[](b)',
  '[甲](mailto:a@b.c)',
  '[甲](//evil.test/)',
  '[甲](https://example.com/%2)',
  '[甲](http://[::1)',
  '[甲](http://例子.中国/路径)',
  '[甲][甲]\n\n[甲]: texts/five-donts\n[甲]: texts/none',
  '[甲]: <> "空"\n\n[甲]',
  '正文[^1][^1][^2]。\n\n[^1]: 注[^2]\n\n[^2]: 注[^1]',
  '正文[^__proto__]。\n\n[^__proto__]: 注',
  '正文[^constructor]。\n\n[^constructor]: 注\n\n[constructor]: texts/none\n\n[constructor]',
  '[^空]: 没有提到的注',
  '正文[^没有]。',
  '| 甲 | 乙 |\n| - | :-: |\n| 丙 |\n| 丁 | 戊 | 己 |',
  '| 甲 |\n| :-: |',
  '|\n|-|\n|',
  '<b>甲</b> <i>乙 <!-- 注 --> <!-- 未完',
  '<details><summary>甲</summary>乙</details>',
  '<p>\n\n甲\n\n</p>',
  '&amp;&#0;&#xD800;&#x110000;&#99999999999;&nbsp;&NotAnEntity;&copy',
  '```js\nalert(1)',
  '~~~\n~~~\n```\n~~~',
  '- [ ] 甲\n- [x] 乙\n  - [X] 丙',
  '1. 甲\n999999999. 乙\n1000000000. 丙\n0) 丁',
  '# 甲 #\n###### 乙\n####### 丙\n甲\n===\n乙\n---',
  '> 甲\n乙\n> > 丙\n\n>丁',
  '***\n---\n___\n- - -',
  'http://example.com/甲，www.example.com。a@example.com、http://a.b/(c)',
  'HTTP://EXAMPLE.COM/\u202e甲 ftp://x xmpp:a@b/c mailto:a@b',
  '甲  \n乙\\\n丙',
  '**甲：**乙**“丙”**丁***戊***己',
  '\u200b\u200c\u200d\ufeff\u00ad甲\u2028乙\u2029丙\u0085丁',
  'e\u0301'.repeat(50) + '甲' + '\u0300'.repeat(500),
  '👨‍👩‍👧‍👦𠮷🇨🇳\ud83d',
  '\u{10ffff}\u{fffff}\ue000\ufffd',
  '五不准：一、甲；二、乙。五不准、六大行动、三张清单',
  '2026年2月30日（星期八）至2026年1月1日，99999年99月99日',
  '为期三个月，为期九个月，其中10条、20条、30条共5条',
  '电话13800138000，身份证110101199003070011',
  '一、\n\n二、\n\n（一）\n\n1.\n\n（1）',
  '---\ntitle: 又一段字段\n---',
  '+++\ntitle = "甲"\n+++',
  'import a from "b"\n\nexport const c = 1',
  ...HOSTILE_BODIES,
];
/** What a person holding down a key, or a machine gone wrong, may leave: a piece and how it goes on. */
const REPEATED = [
  '[',
  ']',
  '[]',
  '![',
  '[甲](',
  '](',
  '](b)',
  '[甲](b)',
  '[甲][',
  '[^1]',
  '[^',
  '*',
  '**',
  '*甲',
  '甲*',
  '*甲**乙',
  '*_甲',
  '**甲 ',
  '_甲 ',
  '_甲_',
  '~~甲',
  '~',
  '`',
  '`甲',
  '``甲` ',
  '>',
  '> ',
  '- ',
  '* ',
  '1. ',
  '+ ',
  '#',
  '# ',
  '|',
  '|甲',
  '|-',
  '=',
  '-',
  '--- ',
  '<',
  '<a',
  '<b>',
  '</b>',
  '<!--',
  '甲<!-- ',
  '甲<![CDATA[',
  '甲<?',
  '&',
  '&amp;',
  '&#',
  '\\',
  '\\\n',
  '甲\n',
  '甲\n\n',
  '甲  \n',
  ' ',
  '\t',
  '\u3000',
  '甲 ',
  '\u00a0',
  '甲@',
  'a@b.c ',
  'www.',
  'http://a',
  'http://a.b/c ',
  'a.',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '《甲》',
  '〔',
  '{',
  '}',
  '{}',
  '(',
  ')',
  '“甲”',
  '一、',
  '（一）甲\n\n',
  '第一条 甲\n\n',
  '1',
  '一',
  '甲',
  '甲。',
  '，',
  '的',
  '我们',
  '2026年2月30日',
  '3个月',
  '5%',
  '10条',
  '？',
  '?a)',
  '____',
  '_',
  '×',
  'X',
  '：',
  '\ufffd',
  '\u0301',
  '\u200d',
  '😀',
  '五不准',
  '\n',
  '- 甲\n',
  '1. 甲\n',
  '> 甲\n',
  '> > ',
  '> - ',
  '- > ',
  '甲\n-\n',
  '# 甲\n',
  '|甲|乙|\n',
  '```\n',
  '- [x] 甲\n',
  '[甲]: b\n',
  '[^1]: 甲\n',
  '![甲][乙]',
  '<https://a.b>',
  '$',
  '$$',
  '^',
  '电话13800138000',
];

/** Ways to damage a Markdown body. */
export const MARKDOWN_DAMAGES: readonly Damage[] = [
  ['something opened', (text, random) => insert(text, random, random.pick(OPENERS))],
  ['something opened', (text, random) => several(text, random, OPENERS)],
  ['an awkward passage', (text, random) => insert(text, random, `\n\n${random.pick(WHOLE)}\n\n`)],
  ['an awkward passage', (text, random) => insert(text, random, `\n\n${random.pick(WHOLE)}\n\n`)],
  ['an awkward passage in a line', (text, random) => insert(text, random, random.pick(WHOLE))],
  ['many of one kind', (text, random) => insert(text, random, repeated(random))],
  ['many of one kind', (text, random) => insert(text, random, repeated(random))],
  [
    'many of one kind in a paragraph of their own',
    (text, random) => insert(text, random, `\n\n${repeated(random)}\n\n`),
  ],
  ['many of two kinds', (text, random) => insert(text, random, `\n\n${mixed(random)}\n\n`)],
  ['opened and closed', (text, random) => insert(text, random, `\n\n${nested(random)}\n\n`)],
  ['quotations in quotations', (text, random) => insert(text, random, `\n\n${ladder(random, '>')}`)],
  ['lists in lists', (text, random) => insert(text, random, `\n\n${stairs(random, '- 甲')}`)],
  ['numbers in numbers', (text, random) => insert(text, random, `\n\n${stairs(random, '1. 甲')}`)],
  ['a wide table', (text, random) => insert(text, random, `\n\n${table(random.size(MOST / 10), 1)}`)],
  ['a long table', (text, random) => insert(text, random, `\n\n${table(3, random.size(MOST / 20))}`)],
  [
    'a table cut short',
    (text, random) => insert(text, random, `\n\n${table(5, 5).slice(0, random.below(60))}`),
  ],
  ['a loop of definitions', (text, random) => insert(text, random, `\n\n${definitions(random.size(2000))}`)],
  ['a loop of notes', (text, random) => insert(text, random, `\n\n${notes(random.size(2000))}`)],
  ['without a line', (text, random) => onOneLine(text, random, () => '')],
  ['lines joined', (text) => text.replaceAll('\n\n', '\n')],
  ['everything a quotation', (text) => text.replace(/^/gm, '> ')],
  ['everything indented', (text, random) => text.replace(/^/gm, ' '.repeat(random.size(40)))],
  ['everything a list', (text) => text.replace(/^(?=.)/gm, '- ')],
  ['everything a heading', (text) => text.replace(/^(?=.)/gm, '# ')],
  ['upside down', (text) => text.split('\n').reverse().join('\n')],
  ['nothing', () => ''],
];

/** Ways to damage an MDX body beyond those of Markdown. */
export const MDX_DAMAGES: readonly Damage[] = [
  ['a component', (text, random) => insert(text, random, `\n\n${component(random)}\n\n`)],
  ['a component', (text, random) => insert(text, random, `\n\n${component(random)}\n\n`)],
  ['a component in a line', (text, random) => insert(text, random, component(random))],
  ['a tag left out', (text, random) => withoutOne(text, random, /<\/?[A-Za-z][^>]*>/g)],
  [
    'tags crossed',
    (text, random) =>
      insert(
        text,
        random,
        random.pick([
          '<Note>甲<Quote>乙</Note>丙</Quote>',
          '**<Note>**</Note>',
          '<Note>\n\n- 甲</Note>\n\n',
          '- <Note>\n\n</Note>',
          '> <Note>\n甲\n</Note>',
          '| <Note> | a |\n|-|-|\n| </Note> | b |',
        ]),
      ),
  ],
  ['an expression', (text, random) => insert(text, random, random.pick(EXPRESSIONS))],
  ['an expression', (text, random) => insert(text, random, `\n\n${random.pick(EXPRESSIONS)}\n\n`)],
  ['a statement', (text, random) => insert(text, random, `\n\n${random.pick(STATEMENTS)}\n\n`)],
  [
    'many tags',
    (text, random) =>
      insert(
        text,
        random,
        `\n\n${random.pick(['<Note>', '<Note>\n', '</Note>', '<Note/>', '<Note title="', '<', '>', '{', '}', '<a.b', '<a:b', '< ', '<Note a', '{/*', '{`', '<Note {...a} ']).repeat(random.size(MOST / 10))}`,
      ),
  ],
  ['components in components', (text, random) => insert(text, random, `\n\n${within(random)}\n\n`)],
  [
    'many attributes',
    (text, random) => insert(text, random, `\n\n<Note ${'title="甲" '.repeat(random.size(MOST / 10))}/>\n\n`),
  ],
  [
    'a long attribute',
    (text, random) =>
      insert(text, random, `\n\n<Note title="${'甲'.repeat(random.size(MOST / 2))}">乙</Note>\n\n`),
  ],
];

const EXPRESSIONS = [
  '{1 + 1}',
  '{',
  '}',
  '{}',
  '{{}}',
  '{/* 注 */}',
  '{/* 注',
  '{`${"甲"}`}',
  '{"}"}',
  "{'}",
  '{process.exit()}',
  '{while (true) {}}',
  '\\{甲\\}',
  '${甲}',
  '{...甲}',
  '{<Note/>}',
  '{\n\n}',
  '&#123;甲&#125;',
];
const STATEMENTS = [
  "import fs from 'node:fs'",
  "import 'x'",
  'import(甲)',
  'export const a = 1',
  'export default () => null',
  'import',
  'export',
  'import\tx',
  'export*',
  'imports are fine',
  'import{a}from"b"',
  '<script>import x</script>',
];
const NAMES = [
  'Note',
  'Quote',
  'Figure',
  'Formula',
  'Ref',
  'note',
  'script',
  'Script',
  'a.b',
  'a:b',
  'Note.Item',
  '__proto__',
  'constructor',
  'toString',
  '',
  'Fragment',
  '图',
  'x-y',
  'Layout',
  'style',
  'img',
  'html',
];
const ATTRIBUTES = [
  '',
  'title',
  'title=""',
  'title="甲"',
  "title='甲'",
  'title={甲}',
  'title={"甲"}',
  '{...甲}',
  'title="甲" title="乙"',
  'from="texts/five-donts#p1"',
  'from="texts/none"',
  'from="texts/five-donts#p99999"',
  'from=""',
  'to="texts/five-donts"',
  'to="../etc"',
  'to="texts/five-donts#p0"',
  'src="five-working-days.svg" alt="图"',
  'src="../x.svg" alt="图"',
  'src="media/five-working-days.svg" alt="图" caption="题"',
  'src="x.svg"',
  'src="https://evil.test/x.svg" alt="图"',
  'name="five-donts"',
  'name="none"',
  'name="__proto__"',
  'onclick="hit()"',
  'class="a"',
  'style="a"',
  'set:html="<b>"',
  'client:load',
  'is:raw',
  'define:vars={{a: 1}}',
  'children="甲"',
  '__proto__="甲"',
  'constructor="甲"',
  'key="甲"',
  'anchor="p1"',
  'id="x"',
  'title="&lt;&#0;&quot;"',
  'title="a\nb"',
  'title=甲',
  '/',
  'title="',
  "source='甲' from='speeches/mid-year-2026'",
  ':title="甲"',
  '@click="甲"',
  'title="{甲}"',
];

function component(random: Random): string {
  const name = random.pick(random.chance(0.6) ? NAMES.slice(0, 5) : NAMES);
  const attributes = random.pick(ATTRIBUTES);
  const open = `<${name}${attributes === '' ? '' : ' '}${attributes}`;
  const inside = random.pick([
    '甲',
    '',
    '\n甲\n',
    '\n\n甲\n\n',
    '\n- 甲\n- 乙\n',
    '**甲',
    '<Ref to="texts/five-donts">乙</Ref>',
    '\n\n# 甲\n\n| a |\n| - |\n\n',
    '{甲}',
    '<!-- 注 -->',
    '\n\n一、甲\n\n二、乙\n\n',
    '[^1]',
    '```\n',
    '![图](five-working-days.svg)',
    '    甲',
  ]);
  return random.pick([
    `${open} />`,
    `${open}>${inside}</${name}>`,
    `${open}>${inside}</${name}>`,
    `${open}>${inside}`,
    open,
    `${open}>${inside}</ ${name} >`,
    `</${name}>`,
    `<${name}>${inside}</${random.pick(NAMES)}>`,
  ]);
}

function within(random: Random): string {
  const depth = random.size(MOST / 20);
  const gap = random.pick(['', '\n', '\n\n']);
  return `<Note>${gap}`.repeat(depth) + '甲' + `${gap}</Note>`.repeat(depth);
}

function withoutOne(text: string, random: Random, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + text.slice(index + old.length);
}

function several(text: string, random: Random, pieces: readonly string[]): string {
  let changed = text;
  for (let times = random.size(30); times > 0; times -= 1)
    changed = insert(changed, random, random.pick(pieces));
  return changed;
}

function repeated(random: Random): string {
  const piece = random.pick(REPEATED);
  return piece.repeat(Math.ceil(random.size(MOST) / piece.length));
}

function mixed(random: Random): string {
  const [one, other] = [random.pick(REPEATED), random.pick(REPEATED)];
  return (one + other).repeat(Math.ceil(random.size(MOST) / (one.length + other.length)));
}

function nested(random: Random): string {
  const [open, close] = random.pick([
    ['[', '](b)'],
    ['![', '](b)'],
    ['[', ']'],
    ['**', '**'],
    ['*', '*'],
    ['~~', '~~'],
    ['_', '_'],
    ['*_', '_*'],
    ['（', '）'],
    ['“', '”'],
    ['《', '》'],
    ['`', '`'],
    ['<b>', '</b>'],
    ['> - ', ''],
    ['{', '}'],
    ['(', ')'],
    ['[^1]: ', ''],
    ['- ', ''],
    ['1. ', ''],
    ['> ', ''],
    ['|', '|'],
    ['<', '>'],
  ] as const);
  const depth = Math.ceil(random.size(MOST) / (open.length + close.length));
  return `${open.repeat(depth)}甲${close.repeat(depth)}`;
}

function ladder(random: Random, piece: string): string {
  const steps = Math.min(random.size(2000), 300);
  return Array.from({ length: steps }, (_, step) => `${piece.repeat(step + 1)} 甲\n`).join('');
}

function stairs(random: Random, item: string): string {
  const steps = Math.min(random.size(2000), 300);
  return Array.from({ length: steps }, (_, step) => `${'   '.repeat(step)}${item}\n`).join('');
}

function table(columns: number, rows: number): string {
  const row = (cell: string) => `|${`${cell}|`.repeat(columns)}\n`;
  return row('甲') + row('-') + row('乙').repeat(rows);
}

function definitions(count: number): string {
  return (
    Array.from({ length: count }, (_, index) => `[d${index}]: texts/five-donts "[d${index + 1}]"\n`).join(
      '',
    ) + '\n[d0] [d1]\n'
  );
}

function notes(count: number): string {
  const text = Array.from(
    { length: count },
    (_, index) => `[^n${index}]: 注[^n${(index + 1) % count}]\n\n`,
  ).join('');
  return `正文[^n0]。\n\n${text}`;
}
