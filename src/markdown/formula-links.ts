import type { Link, Parent, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { FindMentions } from '../domain/formulas.ts';

/** Parts of a text that hold no links of ours: links, headings, code. */
const WITHOUT_LINKS = ['link', 'linkReference', 'heading', 'inlineCode', 'code'];

/** The first mention of each formula in a text leads to its page. Returns whether there is any. Changes the tree. */
export function linkFormulas(tree: Root, find: FindMentions): boolean {
  const seen = new Set<string>();
  visit(tree, (node, index, parent) => {
    if (WITHOUT_LINKS.includes(node.type)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const { value } = node;
    const first = find(value).filter(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    });
    if (first.length === 0) return undefined;
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const { id, at, length } of first) {
      if (at > from) parts.push({ type: 'text', value: value.slice(from, at) });
      parts.push(linkTo(id, value.slice(at, at + length)));
      from = at + length;
    }
    if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
    (parent as Parent).children.splice(index, 1, ...(parts as Parent['children']));
    return [SKIP, index + parts.length];
  });
  return seen.size > 0;
}

function linkTo(id: string, words: string): Link {
  return {
    type: 'link',
    url: `/formulas/${id}/`,
    children: [{ type: 'text', value: words }],
  };
}
