import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { addressOfTarget, underBase } from './addresses.ts';
import { attributesOf } from './gate.ts';

/**
 * Gives components that name an entry or a formula the title and the address of what they name, as attributes `title` and `href`, so that
 * their templates have nothing to look up. `titleOf` is asked with a key such as `texts/outline`; where it knows none the component stays as
 * it is. Changes the tree.
 */
export function nameComponents(
  tree: Root,
  titleOf: (key: string) => string | undefined,
  basePath: string,
): void {
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { from, to, name } = attributesOf(node);
    const target = from ?? to ?? (node.name === 'Formula' && name ? `formulas/${name}` : undefined);
    if (target === undefined) return;
    const title = titleOf(target.split('#')[0] ?? target);
    if (title === undefined) return;
    const href = underBase(addressOfTarget(target), basePath);
    node.attributes.push(
      { type: 'mdxJsxAttribute', name: 'href', value: href },
      { type: 'mdxJsxAttribute', name: 'title', value: title },
    );
  });
}
