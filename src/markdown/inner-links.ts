import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { fromPercent } from '../domain/percent.ts';
import type { Block } from './blocks.ts';

/**
 * Links within a body (`#p3`, or a heading's words as other tools write them: `#第一章-总则`) lead to the block they mean;
 * one that means no block becomes plain words. Changes the tree.
 */
export function settleInnerLinks(tree: Root, blocks: readonly Block[]): void {
  const anchorOf = new Map<string, string>();
  for (const { anchor } of blocks) anchorOf.set(anchor, anchor);
  for (const { anchor, text, headingDepth } of blocks) {
    const name = lettersOf(text);
    if (headingDepth !== undefined && !anchorOf.has(name)) anchorOf.set(name, anchor);
  }
  visit(tree, 'link', (node: Link, index, parent) => {
    if (!node.url.startsWith('#') || !parent || index === undefined) return;
    const anchor = anchorOf.get(lettersOf(fromPercent(node.url.slice(1))));
    if (anchor === undefined) parent.children.splice(index, 1, ...node.children);
    else node.url = `#${anchor}`;
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
