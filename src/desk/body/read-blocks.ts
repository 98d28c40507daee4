import type {
  Blockquote,
  FootnoteDefinition,
  Image,
  List,
  ListItem,
  Paragraph,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Block, BlockContent } from '../../domain/desk/api.ts';
import { attributesOf } from '../../markdown/gate.ts';
import { keepLiteralMarks } from '../../markdown/literal-marks.ts';
import { parseInFull } from '../../markdown/parse.ts';
import { joinLines } from '../../markdown/tidy.ts';
import { isEmpty } from '../../domain/desk/same-content.ts';
import { inlinesOf } from './read-inlines.ts';

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
  /** The signs of each item of a list, or of each line of a table, where they can be written again one by one. */
  parts: string[];
}

/**
 * The blocks of a body as an editor sees them. What the model of blocks cannot express in full stays the signs that it is written with.
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
  const content = contentOf(node, body);
  const block: BlockContent = content && !isEmpty(content) ? content : { kind: 'raw', source };
  const lead = block.kind === 'paragraph' ? (/^[\s\u3000]*/u.exec(source)?.[0] ?? '') : '';
  return { from, to, lines: [start.line, end.line], lead, parts: partsOf(node, source), block };
}

/** What a node says, where the model of blocks has all of it. */
function contentOf(node: RootContent, body: string): BlockContent | undefined {
  joinLines(node);
  switch (node.type) {
    case 'paragraph':
      return aloneIn(node, body) ?? { kind: 'paragraph', content: inlinesOf(node, body) };
    case 'heading': {
      const isSetext = !body.slice(node.position!.start.offset).trimStart().startsWith('#');
      return isSetext ? undefined : { kind: 'heading', depth: node.depth, content: inlinesOf(node, body) };
    }
    case 'list':
      return listOf(node, body);
    case 'table':
      return tableOf(node, body);
    case 'blockquote':
      return quoteOf(node, body);
    case 'footnoteDefinition':
      return footnoteOf(node, body);
    case 'mdxJsxFlowElement':
      return componentOf(node, body);
    default:
      return undefined;
  }
}

/** A paragraph that holds nothing but a picture or a component is that. */
function aloneIn({ children }: Paragraph, body: string): BlockContent | undefined {
  const [only, ...others] = children;
  if (others.length > 0) return undefined;
  if (only?.type === 'image') return pictureOf(only);
  return only?.type === 'mdxJsxTextElement' ? componentOf(only, body) : undefined;
}

function pictureOf({ url, alt, title }: Image): BlockContent | undefined {
  return title ? undefined : { kind: 'picture', src: url, alt: alt ?? '' };
}

function componentOf(node: MdxJsxFlowElement | MdxJsxTextElement, body: string): BlockContent | undefined {
  const { src, alt = '', caption = '', from, source, ...others } = attributesOf(node);
  if (Object.keys(others).length > 0) return undefined;
  if (node.name === 'Figure' && src !== undefined) return { kind: 'picture', src, alt, caption };
  if (node.name !== 'Quote') return undefined;
  const inside: RootContent[] =
    node.type === 'mdxJsxFlowElement' ? node.children : [{ type: 'paragraph', children: node.children }];
  const content = innerBlocks(inside, body);
  const said = { ...(from === undefined ? {} : { from }), ...(source === undefined ? {} : { source }) };
  return content && { kind: 'quote', said, content };
}

function quoteOf({ children }: Blockquote, body: string): BlockContent | undefined {
  const content = innerBlocks(children, body);
  return content && { kind: 'quote', content };
}

/** Paragraphs and lists; `undefined` where there is anything else, or nothing. */
function innerBlocks(nodes: readonly RootContent[], body: string): BlockContent[] | undefined {
  const blocks = nodes.map((node) =>
    node.type === 'paragraph' || node.type === 'list' ? contentOf(node, body) : undefined,
  );
  const isInner = (block: BlockContent | undefined): block is BlockContent =>
    (block?.kind === 'paragraph' || block?.kind === 'list') && !isEmpty(block);
  return blocks.length > 0 && blocks.every(isInner) ? blocks : undefined;
}

function listOf(node: List, body: string): BlockContent | undefined {
  const items = node.children.map((item) => itemOf(item, body));
  if (!items.every((item) => item !== undefined)) return undefined;
  const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
  return { kind: 'list', isOrdered: node.ordered === true, start: node.start ?? 1, isLoose, items };
}

function itemOf({ children, checked }: ListItem, body: string): BlockContent[] | undefined {
  if ((checked ?? null) !== null) return undefined;
  if (children.length === 0) return [{ kind: 'paragraph', content: [] }];
  if (children[0]?.type !== 'paragraph') return undefined;
  return innerBlocks(children, body);
}

/** A row that is longer than the head has words that no page shows. */
function tableOf({ children, align }: Table, body: string): BlockContent | undefined {
  const width = children[0]?.children.length ?? 0;
  if (children.some((row) => row.children.length > width)) return undefined;
  const rows = children.map((row) => {
    const cells = row.children.map((cell) => inlinesOf(cell, body));
    return Array.from({ length: width }, (_, index) => cells[index] ?? []);
  });
  const [head = [], ...rest] = rows;
  return {
    kind: 'table',
    align: Array.from({ length: width }, (_, index) => align?.[index] ?? null),
    head,
    rows: rest,
  };
}

function footnoteOf(
  { children, label, identifier }: FootnoteDefinition,
  body: string,
): BlockContent | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'paragraph' || others.length > 0) return undefined;
  return { kind: 'footnote', label: label ?? identifier, content: inlinesOf(only, body) };
}

function partsOf(node: RootContent, source: string): string[] {
  if (node.type === 'table') return source.split(/\r?\n/).map((line) => line.trim());
  if (node.type !== 'list' || node.position!.start.column !== 1) return [];
  const from = node.position!.start.offset!;
  const isFlush = node.children.every(({ position }) => position?.start.column === 1);
  return isFlush
    ? node.children.map(({ position }) =>
        source.slice(position!.start.offset! - from, position!.end.offset! - from),
      )
    : [];
}
