import { attributeOf, childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

/** The styles of a Word file by their ids. */
export interface StyleChains {
  ids: readonly string[];
  /** A style and those it is based on, the base first; of a paragraph that names none, the usual one's (`undefined`). */
  chainOf(id: string | undefined): readonly XmlElement[];
  /** The style of paragraphs that name none. */
  usual: string | undefined;
}

/** A paragraph's list and its level in it. */
export interface ListLevel {
  id: string;
  level: number;
}

/** Styles that are based on each other for longer than this are read so far. */
const DEEPEST_PARENT = 20;

/** Reads `styles.xml`. */
export function readStyleChains(styles: XmlElement | undefined): StyleChains {
  const all = childrenOf(styles, 'style');
  const byId = new Map(all.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const isUsual = (style: XmlElement) =>
    attributeOf(style, 'type') === 'paragraph' &&
    ['1', 'true', 'on'].includes(attributeOf(style, 'default') ?? '');
  const chainOf = (id: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = [];
    let style = byId.get(id ?? '');
    while (style && chain.length <= DEEPEST_PARENT) {
      chain.unshift(style);
      style = byId.get(valueOf(style, 'basedOn') ?? '');
    }
    return chain;
  };
  return { ids: [...byId.keys()], chainOf, usual: attributeOf(all.find(isUsual), 'styleId') };
}

/** The list that paragraph properties name; id 0 is none. */
export function listLevelOf(properties: XmlElement | undefined): ListLevel | undefined {
  const numbering = childOf(properties, 'numPr');
  const id = valueOf(numbering, 'numId');
  return id === undefined ? undefined : { id, level: Number(valueOf(numbering, 'ilvl') ?? 0) };
}
