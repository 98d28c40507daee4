import type { Link, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block, BlockContent, Inline, Mark } from '../../domain/desk/api.ts';
import { keepLiteralMarks } from '../../markdown/literal-marks.ts';
import { parseInFull } from '../../markdown/parse.ts';
import { joinLines } from '../../markdown/tidy.ts';

/** A block of a body with the bytes that it was read from. */
export interface ReadBlock {
  block: BlockContent;
  /** Where it begins and ends in the body. */
  from: number;
  to: number;
  /** Lines of the body, from 1. */
  lines: [number, number];
  /** Blanks before the words of a paragraph (全角空格), which the page does not show. */
  lead: string;
}

/**
 * The blocks of a body as an editor sees them. Paragraphs and headings are words with marks; everything else stays the signs that it is written with.
 * `undefined` where the body cannot be parsed.
 */
export function readBlocks(body: string, isMdx: boolean): ReadBlock[] | undefined {
  const tree = treeOf(body, isMdx);
  return tree?.children.map((node) => readBlock(node, body));
}

/** The blocks of a body that begins on a line of its file. */
export function blocksInFile(blocks: readonly ReadBlock[], bodyLine: number): Block[] {
  return blocks.map(({ block, lines: [first, last] }) => ({
    ...block,
    lines: [first + bodyLine - 1, last + bodyLine - 1],
  }));
}

function treeOf(body: string, isMdx: boolean): Root | undefined {
  try {
    const tree = parseInFull(body, isMdx);
    keepLiteralMarks(tree, body);
    return tree;
  } catch {
    return undefined;
  }
}

function readBlock(node: RootContent, body: string): ReadBlock {
  const { start, end } = node.position!;
  const [from, to] = [start.offset!, end.offset!];
  const source = body.slice(from, to);
  const place = { from, to, lines: [start.line, end.line] as [number, number] };
  const lead = /^[\s\u3000]*/u.exec(source)?.[0] ?? '';
  if (node.type === 'paragraph') {
    joinLines(node);
    return { ...place, lead, block: { kind: 'paragraph', content: inlinesOf(node, body) } };
  }
  const isSetext = node.type === 'heading' && !source.trimStart().startsWith('#');
  if (node.type === 'heading' && !isSetext) {
    joinLines(node);
    return {
      ...place,
      lead: '',
      block: { kind: 'heading', depth: node.depth, content: inlinesOf(node, body) },
    };
  }
  return { ...place, lead: '', block: { kind: 'raw', source } };
}

function inlinesOf({ children }: Pick<Paragraph, 'children'>, body: string): Inline[] {
  return merged(children.flatMap((child) => inlineOf(child, [], body)));
}

function inlineOf(node: PhrasingContent, marks: Mark[], body: string): Inline[] {
  const within = (mark: Mark, { children }: { children: PhrasingContent[] }) =>
    children.flatMap((child) => inlineOf(child, [...marks, mark], body));
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [withMarks(node.value, marks)];
    case 'break':
      return [{ type: 'break' }];
    case 'strong':
    case 'emphasis':
      return within({ type: node.type }, node);
    case 'delete':
      return within({ type: 'strike' }, node);
    case 'inlineCode':
      return [withMarks(node.value, [...marks, { type: 'code' }])];
    case 'link':
      return isPlainLink(node, body) ? within(linkMark(node), node) : [rawOf(node, body)];
    default:
      return [rawOf(node, body)];
  }
}

function withMarks(text: string, marks: Mark[]): Inline {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

function linkMark({ url, title }: Link): Mark {
  return { type: 'link', href: url, ...(title ? { title } : {}) };
}

/** A link in brackets that holds words; bare addresses are what they say. */
function isPlainLink(node: Link, body: string): boolean {
  return body[node.position?.start.offset ?? -1] === '[' && node.children.every(holdsWords);
}

function holdsWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return true;
  const isStress = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
  return isStress && node.children.every(holdsWords);
}

function rawOf(node: Nodes, body: string): Inline {
  const { start, end } = node.position!;
  return { type: 'raw', source: body.slice(start.offset, end.offset) };
}

/** Neighbouring words with the same marks are one piece, as an editor has them. */
function merged(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    const isOne =
      inline.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(inline.marks ?? []) === JSON.stringify(last.marks ?? []);
    if (isOne) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}
