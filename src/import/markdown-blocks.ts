import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A block of a rendered body: its text as a reader sees it, and its heading level (0 for a paragraph). */
export interface Block {
  text: string;
  level: number;
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough);

/** The blocks of a Markdown body, or `undefined` where it holds anything but headings and paragraphs of plain words. */
export function blocksOf(markdown: string): Block[] | undefined {
  const blocks = processor.parse(markdown).children.map(blockOf);
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

function blockOf(node: RootContent): Block | undefined {
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  const words = node.children.map(wordsOf);
  if (words.some((word) => word === undefined)) return undefined;
  return { text: words.join(''), level: node.type === 'heading' ? node.depth : 0 };
}

function wordsOf(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value;
  return node.type === 'link' && isBareAddress(node) ? node.children.map(wordsOf).join('') : undefined;
}

/** An address that GFM makes clickable by itself: what is shown is what was written. */
function isBareAddress(node: Extract<Nodes, { type: 'link' }>): boolean {
  const [child] = node.children;
  const width = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
  return node.children.length === 1 && child?.type === 'text' && child.value.length === width;
}
