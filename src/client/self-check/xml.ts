/** Finds elements by their local names, so that strict and transitional files read alike. */

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  for (let child = element?.firstElementChild; child; child = child.nextElementSibling) {
    if (child.localName === name) return child;
  }
  return undefined;
}

/** All children of that name. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element ? Array.from(element.children).filter((child) => child.localName === name) : [];
}

/** An attribute by its local name. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (const attribute of Array.from(element.attributes))
    if (attribute.localName === name) return attribute.value;
  return undefined;
}

/** The value of `<w:name w:val="…">` below an element. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'val');
}

/** Whether an on-off property is set; `undefined` where it is not mentioned. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child ? !['0', 'false', 'off', 'none'].includes(attributeOf(child, 'val') ?? '1') : undefined;
}
