import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.ts';

/** What a style of an OpenDocument text says, its parents included. */
export interface OdtStyle {
  isBold?: boolean;
  isHidden?: boolean;
  level?: number;
}

const DEEPEST_PARENT = 20;

/** The styles of content.xml and styles.xml by their names. */
export function readOdtStyles(roots: readonly XmlElement[]): Map<string, OdtStyle> {
  const elements = new Map(
    roots
      .flatMap(elementsOf)
      .flatMap((part) => childrenOf(part, 'style:style'))
      .map((style) => [style.attributes['style:name'] ?? '', style]),
  );
  const resolve = (name: string | undefined, depth = 0): OdtStyle => {
    const element = elements.get(name ?? '');
    if (!element || depth > DEEPEST_PARENT) return {};
    const properties = childOf(element, 'style:text-properties')?.attributes ?? {};
    const [weight, display] = [properties['fo:font-weight'], properties['text:display']];
    const level = element.attributes['style:default-outline-level'];
    return {
      ...resolve(element.attributes['style:parent-style-name'], depth + 1),
      ...(weight !== undefined && {
        isBold: /^(?:bold|[6-9]00)$/.test(weight),
      }),
      ...(display !== undefined && { isHidden: display === 'none' }),
      ...(level !== undefined && level !== '' && { level: Number(level) }),
    };
  };
  return new Map([...elements.keys()].map((name) => [name, resolve(name)]));
}
