import { isDeepStrictEqual } from 'node:util';
import type { Align, BlockContent, Inline } from '../../domain/desk/api.ts';
import { isLoose } from '../../domain/desk/same-content.ts';
import type { ReadBlock } from './read-blocks.ts';
import { cellWords, ESCAPES, inlineWords, type Escape } from './write-inlines.ts';

type List = BlockContent & { kind: 'list' };
type Table = BlockContent & { kind: 'table' };

/** The signs of a block's marks that a list or a table was written with. */
interface Manner {
  escape: Escape;
  /** Whether items and rows that say what they said keep their signs. */
  keepsParts: boolean;
  /** Whether a list has other marks than it would have, so that it does not run into the one before. */
  isOther: boolean;
}

/** Ways to write a block anew, the plainest first; `was` is what it was read from, whose manner is kept. */
export function* waysToWrite(block: BlockContent, was: ReadBlock | undefined): Generator<string> {
  for (const keepsParts of was && was.parts.length > 0 ? [true, false] : [false])
    for (const isOther of block.kind === 'list' ? [false, true] : [false])
      for (const escape of ESCAPES) yield wordsOf(block, was, { escape, keepsParts, isOther });
}

function wordsOf(block: BlockContent, was: ReadBlock | undefined, manner: Manner): string {
  const { escape } = manner;
  switch (block.kind) {
    case 'raw':
      return block.source.replaceAll('\r\n', '\n').replace(/^\n+|\s+$/g, '');
    case 'paragraph':
      return (was?.lead ?? '') + inlineWords(block.content, escape);
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inlineWords(block.content, escape)}`;
    case 'footnote':
      return `[^${block.label}]: ${inlineWords(block.content, escape).replaceAll('\n', '\n    ')}`;
    case 'picture':
      return block.caption === undefined
        ? `![${block.alt.replace(/[\\[\]]/g, '\\$&')}](${addressWords(block.src)})`
        : component('Figure', { src: block.src, alt: block.alt, caption: block.caption });
    case 'quote':
      return quoteWords(block, manner);
    case 'list':
      return listWords(block, was, manner);
    case 'table':
      return tableWords(block, was, manner);
  }
}

function addressWords(address: string): string {
  return /[\s()<>]/u.test(address) ? `<${address}>` : address;
}

/** A component without children, or its opening tag. */
function component(name: string, attributes: Record<string, string | undefined>, isOpening = false): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    .map(
      ([attribute, value]) => ` ${attribute}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
    );
  return `<${name}${written.join('')}${isOpening ? '>' : ' />'}`;
}

function quoteWords({ said, content }: BlockContent & { kind: 'quote' }, manner: Manner): string {
  const inner = content.map((block) => wordsOf(block, undefined, manner)).join('\n\n');
  if (said) return `${component('Quote', said, true)}\n\n${inner}\n\n</Quote>`;
  return inner
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function listWords(list: List, was: ReadBlock | undefined, manner: Manner): string {
  const kept = manner.keepsParts && !manner.isOther && was?.block.kind === 'list' ? was : undefined;
  const left = kept?.parts.map((part, index) => ({ part, item: (kept.block as List).items[index] })) ?? [];
  const mark = markOf(list, was, manner.isOther);
  return list.items
    .map((item, index) => {
      const lead = mark(index);
      const same = left.findIndex((each) => isDeepStrictEqual(each.item, item) && each.part.startsWith(lead));
      return same < 0 ? itemWords(item, lead, isLoose(list), manner) : left.splice(same, 1)[0]!.part;
    })
    .join(isLoose(list) ? '\n\n' : '\n');
}

/** The mark of an item by its place, as the list had it. */
function markOf(list: List, was: ReadBlock | undefined, isOther: boolean): (index: number) => string {
  const first = was?.parts[0] ?? '';
  if (list.isOrdered) {
    const had = /^\d+([.)])/.exec(first)?.[1] ?? '.';
    const sign = isOther ? (had === '.' ? ')' : '.') : had;
    return (index) => `${list.start + index}${sign} `;
  }
  const had = /^[-*+]/.exec(first)?.[0] ?? '-';
  const sign = isOther ? (had === '-' ? '*' : '-') : had;
  const blanks = /^[-*+]( {1,4})\S/.exec(first)?.[1] ?? ' ';
  return () => sign + blanks;
}

function itemWords(item: readonly BlockContent[], lead: string, isSpaced: boolean, manner: Manner): string {
  const blocks = item.map((block) => wordsOf(block, undefined, { ...manner, isOther: false }));
  const words = blocks.reduce((before, block, index) => {
    const isSecondParagraph = item[index]?.kind === 'paragraph';
    return before + (isSpaced || isSecondParagraph ? '\n\n' : '\n') + block;
  });
  const indented = words.replaceAll('\n', `\n${' '.repeat(lead.length)}`).replace(/^ +$/gm, '');
  return (lead + indented).trimEnd();
}

const RULES: Record<NonNullable<Align> | 'none', string> = {
  left: ':--',
  center: ':-:',
  right: '--:',
  none: '---',
};

function tableWords(table: Table, was: ReadBlock | undefined, { escape, keepsParts }: Manner): string {
  const read = keepsParts && was?.block.kind === 'table' ? was.block : undefined;
  const parts = read ? was!.parts : [];
  const isSameWide = read !== undefined && isDeepStrictEqual(read.align, table.align);
  const left = isSameWide ? read.rows.map((row, index) => ({ row, part: parts[index + 2]! })) : [];
  const row = (cells: readonly Inline[][]) =>
    `| ${cells.map((cell) => cellWords(cell, escape)).join(' | ')} |`;
  const head = isSameWide && isDeepStrictEqual(read.head, table.head) ? parts[0]! : row(table.head);
  const rule = isSameWide
    ? parts[1]!
    : `| ${table.align.map((align) => RULES[align ?? 'none']).join(' | ')} |`;
  const rows = table.rows.map((cells) => {
    const same = left.findIndex((each) => isDeepStrictEqual(each.row, cells));
    return same < 0 ? row(cells) : left.splice(same, 1)[0]!.part;
  });
  return [head, rule, ...rows].join('\n');
}
