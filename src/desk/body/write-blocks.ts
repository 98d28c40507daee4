import { isDeepStrictEqual } from 'node:util';
import type { BlockContent, EditedBlock, Inline, Mark } from '../../domain/desk/api.ts';
import { readBlocks, type ReadBlock } from './read-blocks.ts';

/** Thrown where a block would read otherwise than it is meant, however it is written; `index` tells which. */
export class UnwritableBlock extends Error {
  override name = 'UnwritableBlock';
  readonly index: number;

  constructor(index: number) {
    super(`block ${index} cannot be written`);
    this.index = index;
  }
}

/**
 * The body with its blocks as they are to be. A block that says what it said keeps its bytes, and two that stood side by side keep what stood
 * between them. What is written anew is read again and must say what is meant. Throws UnwritableBlock.
 */
export function writeBlocks(body: string, isMdx: boolean, edited: readonly EditedBlock[]): string {
  const read = readBlocks(body, isMdx) ?? [];
  const end = body.includes('\r\n') ? '\r\n' : '\n';
  const used = new Set<number>();
  const pieces = edited.map((block, index): Piece => {
    const { origin } = block;
    const was = origin === undefined || used.has(origin) ? undefined : read[origin];
    if (was) used.add(origin!);
    const place = was && { origin: origin! };
    if (was && saysTheSame(was.block, block)) return { words: body.slice(was.from, was.to), ...place };
    return { words: newWords(block, was, isMdx, index).replaceAll('\n', end), ...place };
  });
  const first = read[0]?.from ?? body.length;
  const last = read.at(-1)?.to ?? body.length;
  const head = body.slice(0, first);
  const foot = body.slice(last);
  return joined(pieces, read, body, end, head, read.length === 0 && pieces.length > 0 ? end : foot);
}

/** The words of a block, and which block it was. */
interface Piece {
  words: string;
  origin?: number;
}

function joined(
  pieces: readonly Piece[],
  read: readonly ReadBlock[],
  body: string,
  end: string,
  head: string,
  foot: string,
): string {
  let text = head;
  pieces.forEach(({ words, origin }, index) => {
    const before = pieces[index - 1];
    if (before) text += gapBetween(before.origin, origin) ?? end + end;
    text += words;
  });
  return text + foot;

  function gapBetween(one: number | undefined, other: number | undefined): string | undefined {
    if (one === undefined || other !== one + 1) return undefined;
    return body.slice(read[one]!.to, read[other]!.from);
  }
}

/** Whether a block says what another says, wherever it stands. */
function saysTheSame(one: BlockContent, other: BlockContent): boolean {
  return isDeepStrictEqual(contentOf(one), contentOf(other));
}

function contentOf(block: BlockContent): BlockContent {
  if (block.kind === 'raw') return { kind: 'raw', source: block.source };
  const content = block.content.map((inline): Inline =>
    inline.type === 'text'
      ? { type: 'text', text: inline.text, ...(inline.marks?.length ? { marks: inline.marks } : {}) }
      : inline,
  );
  return block.kind === 'heading'
    ? { kind: 'heading', depth: block.depth, content }
    : { kind: 'paragraph', content };
}

function newWords(block: EditedBlock, was: ReadBlock | undefined, isMdx: boolean, index: number): string {
  if (block.kind === 'raw') return block.source.replaceAll('\r\n', '\n').replace(/^\n+|\s+$/g, '');
  const mark = block.kind === 'heading' ? `${'#'.repeat(block.depth)} ` : '';
  const lead = block.kind === 'paragraph' ? (was?.lead ?? '') : '';
  for (const escape of ESCAPES) {
    const words = mark + lead + inlineWords(block.content, escape);
    if (readsAs(words, isMdx, block)) return words;
  }
  throw new UnwritableBlock(index);
}

/** Whether words by themselves, and between other paragraphs, are this one block. */
function readsAs(words: string, isMdx: boolean, block: BlockContent): boolean {
  const around = readBlocks(`甲。\n\n${words}\n\n乙。\n`, isMdx);
  return around?.length === 3 && saysTheSame(around[1]!.block, block);
}

type Escape = (text: string, isAtStart: boolean) => string;

/** From words as they are to words with every sign escaped: the first that reads as it is meant is taken. */
const ESCAPES: readonly Escape[] = [
  (text) => text,
  (text, isAtStart) => (isAtStart ? withStart(text) : text),
  (text, isAtStart) => {
    const escaped = text.replace(/[\\`*_[\]<>~&{}|]/gu, '\\$&');
    return isAtStart ? withStart(escaped) : escaped;
  },
];

/** What makes a list, a heading or a quotation at the head of a line. */
function withStart(text: string): string {
  return text.replace(/^(\s*)([#>+=-])/u, '$1\\$2').replace(/^(\s*\d+)([.)])/u, '$1\\$2');
}

function inlineWords(content: readonly Inline[], escape: Escape): string {
  let words = '';
  let open: Mark[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) words += endOf(open.pop()!);
  };
  content.forEach((inline, index) => {
    const marks = inline.type === 'text' ? (inline.marks ?? []) : [];
    const shared = open.findIndex((mark, at) => !isDeepStrictEqual(mark, marks[at]));
    closeTo(shared < 0 ? Math.min(open.length, marks.length) : shared);
    for (const mark of marks.slice(open.length)) {
      words += startOf(mark);
      open = [...open, mark];
    }
    if (inline.type === 'break') words += '\\\n';
    else if (inline.type === 'raw') words += inline.source;
    else words += marks.some(({ type }) => type === 'code') ? inline.text : escape(inline.text, index === 0);
  });
  closeTo(0);
  return words;
}

const SIGNS = { strong: '**', emphasis: '*', strike: '~~', code: '`' } as const;

function startOf(mark: Mark): string {
  return mark.type === 'link' ? '[' : SIGNS[mark.type];
}

function endOf(mark: Mark): string {
  if (mark.type !== 'link') return SIGNS[mark.type];
  const href = /[\s()<>]/u.test(mark.href) ? `<${mark.href}>` : mark.href;
  const title = mark.title === undefined ? '' : ` "${mark.title.replaceAll('"', '\\"')}"`;
  return `](${href}${title})`;
}
