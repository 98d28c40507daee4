import type { Link, LinkReference, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { itemKey } from './addresses.ts';

/**
 * Links to items that this build does not show become plain words. `shows` is asked with an item's key, such as
 * `texts/outline`. Changes the tree.
 */
export function unlinkHidden(tree: Root, shows: (key: string) => boolean): void {
  const isHidden = (url: string) => {
    const key = itemKey(url);
    return key !== undefined && !shows(key);
  };
  const hiddenNames = new Set<string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (isHidden(url)) hiddenNames.add(identifier);
  });
  visit(tree, ['link', 'linkReference'], (node, index, parent) => {
    const link = node as Link | LinkReference;
    const leadsNowhere = link.type === 'link' ? isHidden(link.url) : hiddenNames.has(link.identifier);
    if (!leadsNowhere || !parent || index === undefined) return undefined;
    (parent as Parent).children.splice(index, 1, ...link.children);
    return [SKIP, index];
  });
}
