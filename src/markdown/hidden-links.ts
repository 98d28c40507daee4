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
  const unwrap = (node: Link | LinkReference, index: number | undefined, parent: Parent | undefined) => {
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index] as const;
  };
  visit(tree, 'link', (node, index, parent) => (isHidden(node.url) ? unwrap(node, index, parent) : undefined));
  visit(tree, 'linkReference', (node, index, parent) =>
    hiddenNames.has(node.identifier) ? unwrap(node, index, parent) : undefined,
  );
}
