import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface Defined {
  definition: Definition;
  footnoteDefinition: FootnoteDefinition;
}

/** What is defined in a tree, by name: of several under one name the first counts (CommonMark 0.31.2, section 4.7; GFM footnotes alike). */
export function definitionsIn<Type extends keyof Defined>(
  tree: Root,
  type: Type,
): Map<string, Defined[Type]> {
  const found = new Map<string, Defined[Type]>();
  visit(tree, (node) => {
    if (node.type !== type) return;
    const definition = node as Defined[Type];
    if (!found.has(nameOf(definition))) found.set(nameOf(definition), definition);
  });
  return found;
}

/** The name, whatever the case of its letters, that connects a definition and its references. */
export function nameOf({ identifier }: { identifier: string }): string {
  return identifier.toUpperCase();
}
