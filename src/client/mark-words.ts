import { findWords } from '../domain/search/find-words.ts';
import { createNormalForm } from '../domain/search/normal-form.ts';
import type { Range } from '../domain/search/passage.ts';

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, pre';

/** Text of a block itself: what stands in blocks inside it, and in controls added by scripts, is not part of it. */
function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node.parentElement?.closest(BLOCKS) === block && !node.parentElement.closest('.anchor')
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
  });
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function markRange(node: Text, start: number, end: number): void {
  const found = start > 0 ? node.splitText(start) : node;
  if (end - start < found.length) found.splitText(end - start);
  const mark = document.createElement('mark');
  found.replaceWith(mark);
  mark.append(found);
}

/** Marks ranges of a block's text, from the last, so that offsets before them stay true. */
function markRanges(nodes: readonly Text[], ranges: readonly Range[]): void {
  let offset = nodes.reduce((sum, node) => sum + node.length, 0);
  for (const node of [...nodes].reverse()) {
    const length = node.length;
    offset -= length;
    for (const { start, end } of [...ranges].reverse()) {
      const from = Math.max(0, start - offset);
      const to = Math.min(length, end - offset);
      if (from < to) markRange(node, from, to);
    }
  }
}

/**
 * Marks the words that the page's address hands over (`?mark=词`, once for each) wherever they stand in the title or the
 * text, by the same normal form as the search, and without its index.
 */
export function markWords(): void {
  const normalise = createNormalForm(new Map());
  const words = new URLSearchParams(location.search).getAll('mark').map((word) => normalise(word).units);
  if (words.length === 0) return;
  for (const area of document.querySelectorAll('[data-prose], main h1')) {
    const blocks = area.matches(BLOCKS) ? [area] : [...area.querySelectorAll(BLOCKS)];
    for (const block of blocks) {
      const nodes = textNodes(block);
      const form = normalise(nodes.map((node) => node.data).join(''));
      markRanges(nodes, findWords(form, words));
    }
  }
}
