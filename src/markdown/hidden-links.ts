import type { Link, LinkReference, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { entryTarget } from './addresses.ts';

/**
 * Links to entries that this build does not show become plain words. `shows` is asked with an entry's key, such as
 * `texts/outline`. Changes the tree.
 */
export function unlinkHidden(tree: Root, shows: (key: string) => boolean): void {
  const isHidden = (url: string) => {
    const key = entryTarget(url)?.split('#')[0];
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
