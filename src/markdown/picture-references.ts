import type { Definition, Image, ImageReference, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { definitionsIn, nameOf } from './definitions.ts';

/**
 * Pictures with a reference (`![图][flow]` with `[flow]: flow.svg`) get the address themselves; definitions that served nothing else are removed.
 * Changes the tree.
 */
export function settlePictureReferences(tree: Root): void {
  const definitions = definitionsIn(tree, 'definition');
  const done = new Set<Definition>();
  visit(tree, 'imageReference', (node: ImageReference, index, parent) => {
    const definition = definitions.get(nameOf(node));
    if (!definition || !parent || index === undefined) return;
    const { url, title } = definition;
    const picture: Image = { type: 'image', url, title, alt: node.alt, position: node.position };
    parent.children.splice(index, 1, picture);
    done.add(definition);
  });
  visit(tree, 'linkReference', (node) => {
    const definition = definitions.get(nameOf(node));
    if (definition) done.delete(definition);
  });
  visit(tree, 'definition', (node, index, parent) => {
    if (!done.has(node) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
