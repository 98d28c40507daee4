import type { FootnoteDefinition, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { attributesOf } from './gate.ts';

/** A block of text that a link can point at: anchors run p1, p2, … through the whole entry. */
export interface Block {
  anchor: string;
  text: string;
  /** 2 to 6 where the block is a heading. */
  headingDepth?: number;
}

/**
 * Gives every block of text its anchor, in reading order (the footnotes that the page shows last), and returns the blocks. Headings,
 * paragraphs, list items, table rows, code and figures are blocks. Changes the tree: anchors become element ids.
 */
export function anchorBlocks(tree: Root, footnotes: readonly FootnoteDefinition[]): Block[] {
  const blocks: Block[] = [];
  const mark = (node: Nodes, text: string, headingDepth?: number) => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const anchor = `p${blocks.length + 1}`;
    node.data = { ...node.data, hProperties: { ...hProperties(node), id: anchor } } as typeof node.data;
    blocks.push({ anchor, text: trimmed, headingDepth });
  };
  for (const { children } of [tree, ...footnotes]) for (const child of children) walk(child, mark);
  return blocks;
}

type Mark = (node: Nodes, text: string, headingDepth?: number) => void;

function walk(node: Nodes, mark: Mark): void {
  switch (node.type) {
    case 'heading':
      return mark(node, plainText(node), node.depth);
    case 'paragraph':
    case 'code':
      return mark(node, plainText(node));
    case 'tableRow':
      return mark(node, node.children.map(plainText).join('　'));
    case 'listItem': {
      const [first, ...rest] = node.children;
      if (first?.type === 'paragraph') mark(node, plainText(first));
      else if (first) walk(first, mark);
      return rest.forEach((child) => walk(child, mark));
    }
    case 'mdxJsxFlowElement': {
      const { caption, alt, title } = attributesOf(node);
      if (node.children.length === 0) return mark(node, caption ?? alt ?? '');
      if (title) mark(node, title);
      return node.children.forEach((child) => walk(child, mark));
    }
    case 'footnoteDefinition':
      return; // It stands at the end of the page.
    default:
      if ('children' in node) node.children.forEach((child) => walk(child as RootContent, mark));
  }
}

/** The words of a block as a reader sees them: no footnote marks, no descriptions of pictures. */
function plainText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'footnoteReference' || node.type === 'image') return '';
  if ('children' in node) return (node as Parent).children.map((child) => plainText(child as Nodes)).join('');
  return toString(node);
}

/** A paragraph that holds nothing but components becomes those components, as in MDX. Changes the tree. */
export function unwrapLoneComponents(tree: Root): void {
  visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
    if (!parent || index === undefined) return;
    const kept = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
    const isBlock = (name: string | null) => name !== 'Ref';
    if (
      kept.length === 0 ||
      !kept.every((child) => child.type === 'mdxJsxTextElement' && isBlock(child.name))
    )
      return;
    const flow = kept.map((child) => {
      const element = child as Extract<typeof child, { type: 'mdxJsxTextElement' }>;
      const inner: Paragraph = { type: 'paragraph', children: element.children, position: element.position };
      return {
        ...element,
        type: 'mdxJsxFlowElement' as const,
        children: element.children.length > 0 ? [inner] : [],
      };
    });
    (parent.children as RootContent[]).splice(index, 1, ...(flow as RootContent[]));
    return index + flow.length;
  });
}

function hProperties(node: Nodes): Record<string, unknown> {
  return (node.data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties ?? {};
}
