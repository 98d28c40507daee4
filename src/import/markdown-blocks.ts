import type { PhrasingContent, RootContent } from 'mdast';
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

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough);

/** The blocks of a Markdown body, or `undefined` where it holds anything but headings and paragraphs of words and links. */
export function blocksOf(markdown: string): Block[] | undefined {
  const blocks = processor.parse(markdown).children.map(blockOf);
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

function blockOf(node: RootContent): Block | undefined {
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  const words = node.children.map(wordsOf);
  if (words.includes(undefined)) return undefined;
  return { text: words.join(''), level: node.type === 'heading' ? node.depth : 0 };
}

/** An address that GFM makes clickable by itself is a link too: it shows what was written. */
function wordsOf(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type !== 'link') return undefined;
  const words = node.children.map(wordsOf);
  return words.includes(undefined) ? undefined : words.join('');
}
