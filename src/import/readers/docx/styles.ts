import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** What a style says, its parents included, as far as reading needs it. */
export interface Style {
  /** 1 to 9 for headings and outline levels. */
  level?: number;
  isBold?: boolean;
  isHidden?: boolean;
  numbering?: { id: string; level: number };
}

export type Styles = ReadonlyMap<string, Style>;

const DEEPEST_PARENT = 20;

/** The styles of styles.xml by their ids. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map(
    childrenOf(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const own = (element: XmlElement): Style => {
    const [paragraph, run] = [childOf(element, 'w:pPr'), childOf(element, 'w:rPr')];
    const name = childOf(element, 'w:name')?.attributes['w:val'] ?? '';
    const outline = /^heading (?<level>[1-9])$/i.exec(name)?.groups?.level;
    return {
      ...(outline === undefined ? outlineOf(paragraph) : { level: Number(outline) }),
      ...runLook(run),
      ...numberingOf(paragraph),
    };
  };
  const resolve = (id: string | undefined, depth = 0): Style => {
    const element = elements.get(id ?? '');
    if (!element || depth > DEEPEST_PARENT) return {};
    return {
      ...resolve(childOf(element, 'w:basedOn')?.attributes['w:val'], depth + 1),
      ...own(element),
    };
  };
  return new Map([...elements.keys()].map((id) => [id, resolve(id)]));
}

/** The outline level that paragraph properties name. */
export function outlineOf(properties: XmlElement | undefined): Pick<Style, 'level'> {
  const level = Number(childOf(properties, 'w:outlineLvl')?.attributes['w:val'] ?? 9);
  return level < 9 ? { level: level + 1 } : {};
}

/** Whether run properties say bold or hidden; what they do not mention is left open. */
export function runLook(properties: XmlElement | undefined): Pick<Style, 'isBold' | 'isHidden'> {
  const [bold, hidden] = [childOf(properties, 'w:b'), childOf(properties, 'w:vanish')];
  return {
    ...(bold && { isBold: isOn(bold) }),
    ...(hidden && { isHidden: isOn(hidden) }),
  };
}

/** The list that paragraph properties name; id 0 is none. */
export function numberingOf(properties: XmlElement | undefined): Pick<Style, 'numbering'> {
  const numbering = childOf(properties, 'w:numPr');
  const id = childOf(numbering, 'w:numId')?.attributes['w:val'];
  const level = Number(childOf(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0);
  return id === undefined ? {} : { numbering: { id, level } };
}

function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1');
}
