import type { Element, ElementContent, Nodes, Root } from 'hast';

/** Elements whose words no reader of a page sees. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'iframe',
  'object',
  'select',
  'option',
  'textarea',
  'button',
  'svg',
  'math',
]);

export function isUnseen(element: Element): boolean {
  return UNSEEN.has(element.tagName);
}

/** All elements below a node, outermost first, in the order of the page. */
export function* elementsIn(node: Root | Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** All words below a node, unseen ones left out. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isUnseen(node)) return '';
  return 'children' in node ? (node.children as ElementContent[]).map(textIn).join('') : '';
}

/** Whether an element has a class or an id of a certain name. */
export function isCalled({ properties }: Element, name: string): boolean {
  return (
    properties.id === name || (Array.isArray(properties.className) && properties.className.includes(name))
  );
}
