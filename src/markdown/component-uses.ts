import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { attributesOf } from './gate.ts';

/** Where a component stands in a body. */
interface Placed {
  line: number;
  column: number;
}

/** A quotation that names the paragraph it is taken from. */
export interface Quotation extends Placed {
  /** `texts/outline#p3`. */
  from: string;
  text: string;
}

/** A list that names a formula. */
export interface Listing extends Placed {
  /** The formula's id. */
  formula: string;
  items: string[];
}

/** What the components of a body say of other items, for the content check. */
export function componentUses(tree: Root): { quotations: Quotation[]; listings: Listing[] } {
  const quotations: Quotation[] = [];
  const listings: Listing[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const { from, name } = attributesOf(node);
    if (node.name === 'Quote' && from) quotations.push({ from, text: toString(node), line, column });
    if (node.name === 'Formula' && name) listings.push({ formula: name, items: itemsOf(node), line, column });
  });
  return { quotations, listings };
}

/** The items of the first list in a component. */
function itemsOf(node: Nodes): string[] {
  if (node.type === 'list') return node.children.map((item) => toString(item.children[0] ?? item));
  if (!('children' in node)) return [];
  return node.children.map((child) => itemsOf(child as Nodes)).find((items) => items.length > 0) ?? [];
}
