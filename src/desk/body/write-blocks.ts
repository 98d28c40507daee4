import { isDeepStrictEqual } from 'node:util';
import type { BlockContent, EditedBlock } from '../../domain/desk/api.ts';
import { plainContent } from '../../domain/desk/same-content.ts';
import { waysToWrite } from './block-words.ts';
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
 * between them. What is written anew is read again, by itself and in its place, and must say what is meant. Throws UnwritableBlock.
 */
export function writeBlocks(body: string, isMdx: boolean, edited: readonly EditedBlock[]): string {
  const read = readBlocks(body, isMdx) ?? [];
  const end = body.includes('\r\n') ? '\r\n' : '\n';
  const pieces = piecesOf(body, read, edited, isMdx, end);
  if (
    pieces.length === read.length &&
    pieces.every(({ isKept, origin }, index) => isKept && origin === index)
  )
    return body;
  const frame = frameOf(body, read, pieces.length, end);
  for (;;) {
    const text = joined(pieces, read, body, frame);
    const wrong = firstOtherwise(text, isMdx, edited);
    if (wrong === undefined) return text;
    if (!writeOtherwise(pieces, wrong)) throw new UnwritableBlock(Math.min(wrong, edited.length - 1));
  }
}

/** A block as it is written. */
interface Piece {
  words: string;
  /** Which block it was. */
  origin?: number;
  /** Whether its bytes are those that it was read from. */
  isKept: boolean;
  /** Other ways to write it. */
  ways: Generator<string>;
}

function piecesOf(
  body: string,
  read: readonly ReadBlock[],
  edited: readonly EditedBlock[],
  isMdx: boolean,
  end: string,
): Piece[] {
  const used = new Set<number>();
  const context = contextOf(edited);
  return edited.map((block, index): Piece => {
    const { origin } = block;
    const was = origin === undefined || used.has(origin) ? undefined : read[origin];
    if (was) used.add(origin!);
    const place = was && { origin: origin! };
    const ways = soundWays(block, was, isMdx, context, end);
    if (was && saysTheSame(was.block, block))
      return { words: body.slice(was.from, was.to), isKept: true, ways, ...place };
    const { value, done } = ways.next();
    if (done) throw new UnwritableBlock(index);
    return { words: value, isKept: false, ways, ...place };
  });
}

/** The ways to write a block in which it reads, by itself and between other paragraphs, as it is meant. */
function* soundWays(
  block: BlockContent,
  was: ReadBlock | undefined,
  isMdx: boolean,
  context: string,
  end: string,
): Generator<string, undefined> {
  const tried = new Set<string>();
  for (const words of waysToWrite(block, was)) {
    if (tried.has(words)) continue;
    tried.add(words);
    const around = readBlocks(`甲。\n\n${words}\n\n乙。\n${context}`, isMdx);
    const isAlone = around?.[2]?.block.kind === 'paragraph' && words !== '';
    if (isAlone && saysTheSame(around[1]!.block, block)) yield words.replaceAll('\n', end);
  }
  return undefined;
}

/** What marks of notes and links by name need, so that they are read as such. */
function contextOf(edited: readonly EditedBlock[]): string {
  const lines = edited.flatMap((block) => {
    if (block.kind === 'footnote') return [`[^${block.label}]: 注`];
    return block.kind === 'raw' && /^ {0,3}\[[^\]]+\]:/.test(block.source) ? [block.source] : [];
  });
  return lines.map((line) => `\n${line}\n`).join('');
}

/** The first block that a text has otherwise than it is meant; the last where it has more of them. */
function firstOtherwise(text: string, isMdx: boolean, edited: readonly EditedBlock[]): number | undefined {
  const reread = readBlocks(text, isMdx);
  if (!reread) return 0;
  const wrong = edited.findIndex(
    (block, index) => !reread[index] || !saysTheSame(reread[index].block, block),
  );
  if (wrong >= 0) return wrong;
  return reread.length === edited.length ? undefined : edited.length;
}

/** Takes the next way for the block that reads otherwise, or one beside it that it runs into; what keeps its bytes comes last. False where there is none. */
function writeOtherwise(pieces: readonly Piece[], wrong: number): boolean {
  const near = [wrong, wrong + 1, wrong - 1].flatMap((index) => pieces[index] ?? []);
  for (const piece of near.sort((one, other) => Number(one.isKept) - Number(other.isKept))) {
    const { value } = piece.ways.next();
    if (value === undefined) continue;
    Object.assign(piece, { words: value, isKept: false });
    return true;
  }
  return false;
}

interface Frame {
  head: string;
  foot: string;
  /** Between two blocks that did not stand side by side. */
  gap: string;
}

function frameOf(body: string, read: readonly ReadBlock[], count: number, end: string): Frame {
  const head = body.slice(0, read[0]?.from ?? body.length);
  const foot = body.slice(read.at(-1)?.to ?? body.length);
  return { head, foot: read.length === 0 && count > 0 ? end : foot, gap: end + end };
}

function joined(
  pieces: readonly Piece[],
  read: readonly ReadBlock[],
  body: string,
  { head, foot, gap }: Frame,
): string {
  let text = head;
  pieces.forEach(({ words, origin }, index) => {
    const before = pieces[index - 1];
    if (before) text += gapBetween(before.origin, origin) ?? gap;
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
  return isDeepStrictEqual(plainContent(one), plainContent(other));
}
