import type { Script } from '../signs/scripts.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.ts';

/** What a style of an OpenDocument text says, its parents included. */
export interface OdtStyle {
  isBold?: boolean;
  isHidden?: boolean;
  level?: number;
  script?: Script | 'none';
  font?: string;
}

/** The font of a style, which may name one that is described elsewhere. */
function fontNames(roots: readonly XmlElement[]): Map<string, string> {
  const faces = roots
    .flatMap(elementsOf)
    .flatMap((part) => childrenOf(part, 'style:font-face'))
    .map(({ attributes }): [string, string] => [
      attributes['style:name'] ?? '',
      (attributes['svg:font-family'] ?? '').replace(/^['"]|['"]$/g, ''),
    ]);
  return new Map(faces);
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
  const faces = fontNames(roots);
  const resolve = (name: string | undefined, depth = 0): OdtStyle => {
    const element = elements.get(name ?? '');
    if (!element || depth > DEEPEST_PARENT) return {};
    const properties = childOf(element, 'style:text-properties')?.attributes ?? {};
    const [weight, display] = [properties['fo:font-weight'], properties['text:display']];
    const position = properties['style:text-position'];
    const face = properties['style:font-name'];
    const font = face === undefined ? properties['fo:font-family'] : (faces.get(face) ?? face);
    const level = element.attributes['style:default-outline-level'];
    return {
      ...resolve(element.attributes['style:parent-style-name'], depth + 1),
      ...(weight !== undefined && {
        isBold: /^(?:bold|[6-9]00)$/.test(weight),
      }),
      ...(display !== undefined && { isHidden: display === 'none' }),
      ...(position !== undefined && { script: scriptOf(position) }),
      ...(font !== undefined && { font }),
      ...(level !== undefined && level !== '' && { level: Number(level) }),
    };
  };
  return new Map([...elements.keys()].map((name) => [name, resolve(name)]));
}

/** `super 58%`, `33% 58%`, `-20%`: raised, lowered or neither. */
function scriptOf(position: string): Script | 'none' {
  const [place = ''] = position.split(' ');
  if (place === 'super' || Number.parseFloat(place) > 0) return 'super';
  return place === 'sub' || Number.parseFloat(place) < 0 ? 'sub' : 'none';
}
