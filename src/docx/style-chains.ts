import { attributeOf, childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

/** The styles of a Word file by their ids. */
export interface StyleChains {
  ids: readonly string[];
  /** A style and those it is based on, the base first; of a paragraph that names none, the usual one's (`undefined`). */
  chainOf(id: string | undefined): readonly XmlElement[];
  /** The style of paragraphs that name none. */
  usual: string | undefined;
  /** The list that a style's own properties name. */
  listOf(style: string): string | undefined;
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
  return {
    ids: [...byId.keys()],
    chainOf,
    usual: attributeOf(all.find(isUsual), 'styleId'),
    listOf: (style) => listLevelOf(childOf(byId.get(style), 'pPr'))?.id,
  };
}

/** The list that paragraph properties name; id 0 is none. */
function listLevelOf(properties: XmlElement | undefined): ListLevel | undefined {
  const { id, level } = statedList(properties);
  return id === undefined ? undefined : { id, level: level ?? 0 };
}

/**
 * The list that a paragraph belongs to and its level in it, by its own properties and its style, which is `undefined` for the usual one
 * (ECMA-376-1, 17.9.3 and 17.9.23): a list that a style names puts the style's paragraphs at the level that names the style.
 */
export function listOfParagraph(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  { chainOf, usual }: StyleChains,
  levelOfStyle: (list: string, styles: readonly string[]) => number | undefined,
): ListLevel | undefined {
  const own = statedList(properties);
  const styles = [...chainOf(styleId ?? usual)].reverse();
  const ids = styles.map((style) => attributeOf(style, 'styleId') ?? '');
  const stated = styles.map((style) => statedList(childOf(style, 'pPr')));
  const id = own.id ?? stated.find((list) => list.id !== undefined)?.id;
  if (id === undefined || id === '0') return undefined;
  const level =
    own.level ?? levelOfStyle(id, ids) ?? stated.find((list) => list.level !== undefined)?.level ?? 0;
  return { id, level };
}

function statedList(properties: XmlElement | undefined): {
  id: string | undefined;
  level: number | undefined;
} {
  const numbering = childOf(properties, 'numPr');
  const [id, level] = [valueOf(numbering, 'numId'), Number(valueOf(numbering, 'ilvl') ?? Number.NaN)];
  return { id, level: Number.isInteger(level) ? level : undefined };
}
