import type { Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { correctionIds, placeCorrections, type PlacedCorrection } from '../domain/corrections.ts';
import type { Correction } from '../domain/entry.ts';
import { zh } from '../strings/zh.ts';
import type { Block } from './blocks.ts';

/**
 * Makes the corrections of an entry in its anchored tree, each with a mark (编者注) that leads to its note, and returns the blocks as they read
 * now. A correction that cannot be made is left out: the content check reports it. Changes the tree.
 */
export function makeCorrections(
  tree: Root,
  blocks: readonly Block[],
  corrections: readonly Correction[],
): Block[] {
  const textOf = new Map(blocks.map(({ anchor, text }) => [anchor, text]));
  const { placed } = placeCorrections(corrections, (anchor) => textOf.get(anchor));
  if (placed.size === 0) return [...blocks];
  const made = new Set<string>();
  visit(tree, (node) => {
    const anchor = anchorOf(node);
    const here = anchor === undefined ? undefined : placed.get(anchor);
    if (anchor === undefined || !here || !('children' in node)) return;
    if (correctIn(node, here)) made.add(anchor);
  });
  return blocks.map((block) => {
    const here = made.has(block.anchor) ? placed.get(block.anchor) : undefined;
    return here ? { ...block, text: corrected(block.text, here) } : block;
  });
}

function anchorOf(node: Nodes): string | undefined {
  return (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
}

function corrected(text: string, placed: readonly PlacedCorrection[]): string {
  return placed.reduceRight(
    (whole, { start, end, correction }) => whole.slice(0, start) + correction.corrected + whole.slice(end),
    text,
  );
}

interface TextRun {
  node: Text;
  parent: Parent;
  /** Where it begins in the block's text. */
  from: number;
}

/** Corrects the text nodes of a block, last correction first, so that earlier places stay. False where its text is not made of them. */
function correctIn(block: Parent, placed: readonly PlacedCorrection[]): boolean {
  if (block.type === 'mdxJsxFlowElement') return false;
  for (const each of [...placed].reverse()) {
    const runs = runsOf(block).filter(
      ({ node, from }) => from < each.end && from + node.value.length > each.start,
    );
    if (!replaceIn(runs, each)) return false;
  }
  return true;
}

/** The text nodes of a block with their places in its trimmed text. Of a list item the first paragraph is its block. */
function runsOf(block: Parent): TextRun[] {
  const scope = block.type === 'listItem' ? block.children[0] : block;
  const runs: TextRun[] = [];
  let at = 0;
  visit(scope as Nodes, (node, index, parent) => {
    if ((node as { isMark?: boolean }).isMark) return SKIP;
    if (node.type === 'break' || (node.type === 'tableCell' && index)) at += 1;
    if (node.type === 'text' && parent) runs.push({ node, parent: parent as Parent, from: at });
    if (node.type === 'text' || node.type === 'inlineCode') at += node.value.length;
    return undefined;
  });
  const first = runs[0]?.node.value ?? '';
  const indent = first.length - first.trimStart().length;
  return runs.map((run) => ({ ...run, from: run.from - indent }));
}

/** The new words and the mark stand where the original began; what of the original lay in later text nodes goes. */
function replaceIn(
  [first, ...others]: readonly TextRun[],
  { start, end, index, correction }: PlacedCorrection,
): boolean {
  if (!first) return false;
  const { node, parent, from } = first;
  const after = node.value.slice(end - from);
  node.value = node.value.slice(0, start - from) + correction.corrected;
  const added: PhrasingContent[] = [
    markOf(index),
    ...(after ? [{ type: 'text' as const, value: after }] : []),
  ];
  parent.children.splice(parent.children.indexOf(node) + 1, 0, ...(added as Parent['children']));
  for (const other of others) other.node.value = other.node.value.slice(end - other.from);
  return true;
}

function markOf(index: number): Link & { isMark: true } {
  const { mark, note } = correctionIds(index);
  return {
    type: 'link',
    isMark: true,
    url: `#${note}`,
    data: { hProperties: { id: mark, className: ['corrected'] } },
    children: [{ type: 'text', value: zh['correction.mark'](index + 1) }],
  };
}
