import { textOf, times, type HostileFile } from './hostile-file.ts';
import { LOOKALIKES, MARKS } from './marks.ts';
import { WORKBOOKS } from './workbooks.ts';

const FRONT = '---\ntitle: 甲\ndate: unknown\n---\n\n';
const entry = (name: string, body: () => string): HostileFile => ({
  name: `texts/${name}`,
  bytes: () => textOf(FRONT + body()),
});
const matter = (name: string, fields: () => string): HostileFile => ({
  name: `texts/${name}.md`,
  bytes: () => textOf(`---\ntitle: 甲\ndate: unknown\n${fields()}\n---\n\n甲\n`),
});
const yaml = (name: string, fields: () => string): HostileFile => ({
  name: `units/${name}.yaml`,
  bytes: () => textOf(`name: 甲\n${fields()}\n`),
});
const csv = (name: string, rows: () => string): HostileFile => ({
  name: `receipts/${name}.csv`,
  bytes: () => textOf(`事项,单位,收到日期\n${rows()}`),
});
const long = (file: HostileFile): HostileFile => ({ ...file, isLong: true });

const bomb = (levels: number, width: number) =>
  Array.from(
    { length: levels },
    (_, index) => `a${index}: &a${index} [${times(width, index === 0 ? 'x,' : `*a${index - 1},`)}]`,
  ).join('\n');

/** Files of a content folder that hold more than anybody writes. Each is the only one beside `site.yaml`. */
export const CONTENT: readonly HostileFile[] = [
  entry('too-large.md', () => times(4_000_000, 'x')),
  entry('one-line.md', () => times(900_000, '甲')),
  entry('one-line-just-below.md', () => times(99_000, '甲')),
  entry('headings.md', () => times(400_000, '# 甲\n')),
  entry('headings-just-below.md', () => times(9_900, '# 甲\n')),
  entry('headings-just-below.mdx', () => times(9_900, '# 甲\n')),
  entry('lines-just-below.md', () => times(9_900, `${times(90, '甲')}\n`)),
  entry('paragraphs-just-below.md', () => times(9_900, `${times(30, '甲，乙')}\n\n`)),
  entry('empty-lines.md', () => times(2_900_000, '\n')),
  entry('table-just-below.md', () => `|甲|乙|\n|-|-|\n${times(9_000, '|甲|乙|\n')}`),
  entry('lists-just-below.md', () => times(9_900, '- 甲\n')),
  entry('footnotes.md', () =>
    Array.from({ length: 900 }, (_, index) => `甲[^${index}]\n\n[^${index}]: 乙\n`).join('\n'),
  ),
  entry('definitions.md', () =>
    Array.from({ length: 4_900 }, (_, index) => `[a${index}]: http://x.y\n[a${index}] 甲`).join('\n\n'),
  ),
  entry('doubts.md', () => times(9_900, '按照XX要求（甲，2026年2月30日，13800000000。\n\n')),
  ...MARKS.flatMap((mark, index) => [
    entry(`flood-${index}.md`, () => times(Math.floor(99_000 / mark.length), mark)),
    entry(`flood-lines-${index}.md`, () => times(9_900, `${times(Math.floor(90 / mark.length), mark)}\n`)),
    long(
      entry(`flood-paragraphs-${index}.md`, () =>
        times(9_900, `${times(Math.floor(90 / mark.length), mark)}\n\n`),
      ),
    ),
    long(entry(`flood-${index}.mdx`, () => times(Math.floor(99_000 / mark.length), mark))),
  ]),
  ...LOOKALIKES.map((line, index) =>
    entry(`lookalikes-${index}.md`, () => `甲\n${times(9_900, `${line}\n`)}`),
  ),
  matter('bomb', () => bomb(9, 9)),
  matter('wide-bomb', () => bomb(3, 90)),
  matter('flat-bomb', () => `a: &a ${times(90_000, 'x')}\nb: [${times(20_000, '*a,')}]`),
  matter('aliases', () => `a: &a x\nb: [${times(200_000, '*a,')}]`),
  matter('dangling', () => `b: [${times(24_000, '*a,')}]`),
  matter('anchors', () => Array.from({ length: 60_000 }, (_, index) => `k${index}: &n${index} x`).join('\n')),
  matter(
    'merges',
    () => `a: &a {b: c}\n${Array.from({ length: 9_000 }, (_, index) => `k${index}: {<<: *a}`).join('\n')}`,
  ),
  matter('self', () => 'a: &a [*a]\nb: &b {c: *b}'),
  matter('deep', () => `topics: ${times(60, '[')}x${times(60, ']')}`),
  matter('deeper', () => `topics: ${times(200_000, '[')}`),
  matter('deep-by-lines', () =>
    Array.from({ length: 3000 }, (_, index) => `${times(index, ' ')}a:`)
      .join('\n')
      .slice(0, 900_000),
  ),
  matter('deep-by-flow-lines', () => times(300_000, '[\n')),
  matter('long-key', () => `${times(90_000, 'k')}: x`),
  matter('explicit-keys', () => times(90_000, '? a\n: b\n')),
  matter('topics', () => `topics: [${times(24_000, '甲,')}]`),
  matter('topics-by-lines', () => `topics:\n${times(150_000, '- 甲\n')}`),
  yaml('unknown-keys', () => Array.from({ length: 80_000 }, (_, index) => `k${index}: x`).join('\n')),
  yaml('same-keys', () => times(200_000, 'k: x\n')),
  yaml('wrong-items', () => `aliases:\n${times(200_000, '- x\n')}`),
  yaml('wrong-maps', () => `aliases:\n${times(90_000, '- {a: b}\n')}`),
  yaml('colons', () => times(49_000, ': ')),
  yaml('quotes', () => `x: ${times(49_000, '"')}`),
  yaml('errors', () => times(300_000, '\t}\n')),
  yaml('documents', () => times(240_000, '---\n')),
  yaml('tags', () => `x: [${times(30_000, '!a,')}]`),
  yaml('comments', () => times(300_000, '# \n')),
  yaml('block-text', () => `note: |\n${times(200_000, '  x\n')}`),
  yaml('too-large', () => times(2_000_000, 'x: y\n')),
  csv('million-columns', () => times(5_000_000, ',')),
  csv('million-full-columns', () => times(5_000_000, 'a,')),
  csv('unclosed-quote', () => `"${times(5_000_000, 'a,\n')}`),
  csv('quotes', () => times(10_000_000, '"')),
  csv('many-rows', () => times(900_000, '甲,乙,丙\n')),
  csv('rows-just-below', () => times(49_000, '甲,乙,2026-09-01\n')),
  csv('wrong-rows', () => times(49_000, '甲,乙,丙\n')),
  csv('wide-rows', () => times(49_000, `${times(80, '甲')},乙,2026-09-01\n`)),
  csv('empty-rows', () => times(5_000_000, '\n')),
  csv('brackets', () => times(10, `${times(199, '(')},`) + times(100, `\n${times(30_000, '(')}`)),
  csv('digits', () => times(2000, `甲,乙,${times(1900, '1')}\n`)),
  { name: 'receipts/noise.csv', bytes: () => Buffer.alloc(15_000_000, 0x81) },
  ...WORKBOOKS.map(({ name, bytes }) => ({ name: `receipts/${name}`, bytes })),
];
