import type { Definition, Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Pictures whose address stands elsewhere (`![图][flow]` with `[flow]: flow.svg`) become pictures with an address. Changes the tree. */
export function settlePictureReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    const name = node.identifier.toUpperCase();
    if (!definitions.has(name)) definitions.set(name, node);
  });
  visit(tree, 'imageReference', (node: ImageReference, index, parent) => {
    const definition = definitions.get(node.identifier.toUpperCase());
    if (!definition || !parent || index === undefined) return;
    const { url, title } = definition;
    const picture: Image = { type: 'image', url, title, alt: node.alt, position: node.position };
    parent.children.splice(index, 1, picture);
  });
}
