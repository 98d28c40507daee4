import { MOST } from './bytes.ts';
import { insert, onOneLine, type Damage } from './mutation.ts';
import type { Random } from './random.ts';

const VALUES = [
  '',
  '~',
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '.nan',
  '.inf',
  '0x1F',
  '99999999999999999999',
  '[]',
  '{}',
  '[[[]]]',
  '[甲, 甲]',
  '{ a: { b: { c: 1 } } }',
  '""',
  "''",
  '" "',
  '|\n  多行\n  文字',
  '>-\n  折行\n  文字',
  '*anchor',
  '&anchor 甲',
  '!!binary aGk=',
  '!!js/function "function(){}"',
  '!!set { a, b }',
  '!!timestamp 2026-01-01',
  '!!map []',
  '!custom 甲',
  '? 甲',
  '- 甲',
  '甲: 乙: 丙',
  '@甲',
  '`甲`',
  '%甲',
  '"\\x41\\uD800\\u0000\\e"',
  '"未完',
  "'未完",
  '[未完',
  '{未完',
  '甲 # 乙',
  '#',
  '<<',
  '2026-01-01T00:00:00Z',
  '2026-09-18 ',
  '"<script>hit()</script>"',
  '"]]></script>"',
  '‮甲',
  '😀',
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
  '<<',
  '?',
  '""',
  '1',
  'null',
  'Title',
  'title ',
  '题名',
  '"a\\nb"',
  '"\\u001b[31m"',
  '[甲, 乙]',
  '{ a: b }',
  '&k key',
  '*k',
  '!!str title',
];

/** Ways to damage YAML: the fields of a file, or of a front matter. */
export const YAML_DAMAGES: readonly Damage[] = [
  ['a line gone', (text, random) => withoutLine(text, random)],
  ['a line twice', (text, random) => onOneLine(text, random, (line) => `${line}\n${line}`)],
  ['lines changed places', exchanged],
  [
    'another value',
    (text, random) => onOneLine(text, random, (line) => withValue(line, random.pick(VALUES))),
  ],
  [
    'another value',
    (text, random) => onOneLine(text, random, (line) => withValue(line, random.pick(VALUES))),
  ],
  ['another key', (text, random) => onOneLine(text, random, (line) => withKey(line, random.pick(KEYS)))],
  ['a key more', (text, random) => `${random.pick(KEYS)}: ${random.pick(VALUES)}\n${text}`],
  ['a key more within', (text, random) => onOneLine(text, random, (line) => moreWithin(line, random))],
  ['indented further', (text, random) => onOneLine(text, random, (line) => ` ${line}`)],
  ['indented less', (text, random) => onOneLine(text, random, (line) => line.replace(/^ /, ''))],
  ['a tab for the indent', (text, random) => onOneLine(text, random, (line) => line.replace(/^ */, '\t'))],
  ['tabs everywhere', (text) => text.replaceAll('  ', '\t')],
  ['everything below a key', (text) => `all:\n${text.replace(/^/gm, '  ')}`],
  ['everything an item', (text) => text.replace(/^/gm, '- ')],
  ['full-width colons', (text) => text.replaceAll(': ', '：')],
  ['no blank behind a colon', (text, random) => onOneLine(text, random, (line) => line.replace(': ', ':'))],
  ['a document more', (text, random) => insert(text, random, '\n---\ntitle: 乙\n')],
  ['the end of a document', (text, random) => insert(text, random, '\n...\n')],
  ['a directive', (text) => `%YAML 1.1\n%TAG ! tag:example.com,2026:\n---\n${text}`],
  ['a comment', (text, random) => insert(text, random, ' # 注')],
  ['an anchor of itself', (text) => `all: &all\n  self: *all\n${text}`],
  ['anchors', (text) => `x: &x { a: 1 }\ny: { <<: *x }\nz: { <<: [*x, *x] }\n${text}`],
  ['a merge of a word', (text) => `<<: 甲\n${text}`],
  ['a merge of the dangerous', (text) => `<<: { __proto__: { title: 甲 }, constructor: 1 }\n${text}`],
  [
    'an alias for a value',
    (text) => text.replace(/: (\S.*)$/m, ': &v $1').replace(/(\n[^\n]*): (?!&)\S.*$/, '$1: *v'),
  ],
  ['a billion laughs', (text) => `${laughs()}${text}`],
  [
    'a billion laughs in one list',
    (text, random) => `a: &a [甲]\nb: [${'*a,'.repeat(random.size(MOST / 4))}]\n${text}`,
  ],
  ['deep sequences', (text, random) => deep(text, random, '[', ']')],
  ['deep mappings', (text, random) => deep(text, random, '{a: ', '}')],
  ['brackets that never close', (text, random) => insert(text, random, '['.repeat(random.size(MOST)))],
  ['braces that never close', (text, random) => insert(text, random, '{'.repeat(random.size(MOST)))],
  ['dashes', (text, random) => `x: \n${'- '.repeat(random.size(MOST / 2))}甲\n${text}`],
  ['question marks', (text, random) => `${'? '.repeat(random.size(MOST / 2))}\n${text}`],
  ['deep indents', (text, random) => `${staircase(Math.min(random.size(MOST), 400))}${text}`],
  ['quotation marks', (text, random) => insert(text, random, '"'.repeat(random.size(MOST)))],
  ['backslashes', (text, random) => insert(text, random, `"${'\\'.repeat(random.size(MOST))}`)],
  ['ampersands', (text, random) => insert(text, random, ` ${'&a '.repeat(random.size(MOST / 3))}`)],
  ['exclamation marks', (text, random) => insert(text, random, ` ${'!'.repeat(random.size(MOST))}`)],
  ['colons', (text, random) => insert(text, random, 'a: '.repeat(random.size(MOST / 3)))],
  ['a long key', (text, random) => `${'k'.repeat(random.size(MOST))}: 甲\n${text}`],
  [
    'a long value',
    (text, random) => onOneLine(text, random, (line) => `${line}${'甲'.repeat(random.size(MOST / 2))}`),
  ],
  ['many keys', (text, random) => `${many(random.size(4000), (index) => `k${index}: ${index}`)}${text}`],
  ['many keys alike', (text, random) => `${many(random.size(4000), () => 'k: 1')}${text}`],
  ['many items', (text, random) => lengthened(text, random)],
  [
    'a list where words stand',
    (text, random) => onOneLine(text, random, (line) => line.replace(/: (\S.*)$/, ': [$1]')),
  ],
  [
    'a mapping where words stand',
    (text, random) => onOneLine(text, random, (line) => line.replace(/: (\S.*)$/, ': { $1: 1 }')),
  ],
  ['words where a list stands', (text) => text.replace(/: \[([^\]]*)\]/, ': $1')],
  [
    'a block where words stand',
    (text, random) => onOneLine(text, random, (line) => line.replace(/: (\S.*)$/, ': |+9\n  $1\n')),
  ],
  [
    'blanks behind a line',
    (text, random) => onOneLine(text, random, (line) => `${line}${' '.repeat(random.size(MOST))}`),
  ],
];

function withoutLine(text: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1);
  return lines.join('\n');
}

function exchanged(text: string, random: Random): string {
  const lines = text.split('\n');
  const [one, other] = [random.below(lines.length), random.below(lines.length)];
  [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  return lines.join('\n');
}

function withValue(line: string, value: string): string {
  return line.includes(': ') ? line.replace(/: .*$/, () => `: ${value}`) : `${line} ${value}`;
}

function withKey(line: string, key: string): string {
  return line.replace(/^(\s*(?:- )?)[^:]*/, (_, indent: string) => indent + key);
}

function moreWithin(line: string, random: Random): string {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return `${line}\n${indent}${random.pick(KEYS)}: ${random.pick(VALUES)}`;
}

function deep(text: string, random: Random, open: string, close: string): string {
  const depth = random.size(MOST / 4);
  return `x: ${open.repeat(depth)}甲${close.repeat(depth)}\n${text}`;
}

function staircase(steps: number): string {
  return many(steps, (step) => `${' '.repeat(step)}a:`);
}

function laughs(): string {
  const level = (name: string, below: string) =>
    `${name}: &${name} [${Array.from({ length: 9 }, () => `*${below}`).join(', ')}]\n`;
  const names = [...'bcdefghij'];
  return `a: &a [哈]\n${names.map((name, index) => level(name, index === 0 ? 'a' : (names[index - 1] ?? ''))).join('')}`;
}

/** Every item of a list very many times, as long as it is one line. */
function lengthened(text: string, random: Random): string {
  const times = random.size(2000);
  return text.replace(/^ *- .*$/m, (line) => Array.from({ length: times }, () => line).join('\n'));
}

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}
