import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { CELL, NOTE, NOTE_WORDS } from './marks.ts';

/** A block of a rendered body: its text as a reader sees it, with marks.ts' marks, and its heading level (0 for anything else). */
export interface Block {
  text: string;
  level: number;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough);

/**
 * The blocks of a Markdown body (a table's rows one by one), or `undefined` where it holds anything but headings, tables, footnotes and
 * paragraphs of words and links.
 */
export function blocksOf(markdown: string): Block[] | undefined {
  const blocks = processor.parse(markdown).children.flatMap(blocksIn);
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

function blocksIn(node: RootContent): (Block | undefined)[] {
  switch (node.type) {
    case 'paragraph':
      return [blockOf(node.children, 0)];
    case 'heading':
      return [blockOf(node.children, node.depth)];
    case 'table':
      return node.children.map(rowOf);
    case 'footnoteDefinition': {
      const [only, ...more] = node.children;
      if (only?.type !== 'paragraph' || more.length > 0) return [undefined];
      const block = blockOf(only.children, 0);
      return [block && { ...block, text: NOTE_WORDS + block.text }];
    }
    default:
      return [undefined];
  }
}

function blockOf(children: readonly PhrasingContent[], level: number): Block | undefined {
  const text = wordsIn(children);
  return text === undefined ? undefined : { text, level };
}

function rowOf(row: TableRow): Block | undefined {
  const cells = row.children.map((cell) => wordsIn(cell.children));
  return cells.includes(undefined) ? undefined : { text: cells.join(CELL), level: 0 };
}

function wordsIn(children: readonly PhrasingContent[]): string | undefined {
  const words = children.map(wordsOf);
  return words.includes(undefined) ? undefined : words.join('');
}

/** An address that GFM makes clickable by itself is a link too: it shows what was written. */
function wordsOf(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type === 'footnoteReference') return NOTE;
  return node.type === 'link' ? wordsIn(node.children) : undefined;
}
