import { parseXml, XmlElement } from '@rgrove/parse-xml';

export type { XmlElement } from '@rgrove/parse-xml';

/**
 * The root element of an XML text, read without the page's own parser, which a worker lacks. A document type, and with it every entity that a file
 * could define, is refused. Throws Error.
 */
export function rootOf(xml: string): XmlElement | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('document type');
  return parseXml(xml).root ?? undefined;
}

/** Names without their prefix, so that strict and transitional files read alike. */
export function localNameOf({ name }: XmlElement): string {
  return withoutPrefix(name);
}

/** The child elements. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => child instanceof XmlElement && localNameOf(child) === name,
  );
}

/** All children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? elementsOf(element).filter((child) => localNameOf(child) === name) : [];
}

/** An attribute by its local name. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (const [own, value] of Object.entries(element.attributes))
    if (withoutPrefix(own) === name) return value;
  return undefined;
}

/** The value of `<w:name w:val="…">` below an element. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'val');
}

/** Whether an on-off property is set; `undefined` where it is not mentioned. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child ? !['0', 'false', 'off', 'none'].includes(attributeOf(child, 'val') ?? '1') : undefined;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
