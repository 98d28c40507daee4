import { listLevelOf, readStyleChains, type ListLevel } from '../../../docx/style-chains.ts';
import { childOf, switchOf, valueOf, type XmlElement } from '../../../docx/xml.ts';

/** The properties of a style that the reader needs, inherited ones included. */
export interface Style {
  /** 1 to 9 for headings and outline levels. */
  level?: number;
  isBold?: boolean;
  isHidden?: boolean;
  numbering?: ListLevel;
}

export type Styles = ReadonlyMap<string, Style>;

/** The styles of styles.xml by their ids. */
export function readStyles(root: XmlElement | undefined): Styles {
  const { ids, chainOf } = readStyleChains(root);
  return new Map(ids.map((id) => [id, Object.assign({}, ...chainOf(id).map(ownOf)) as Style]));
}

function ownOf(style: XmlElement): Style {
  const paragraph = childOf(style, 'pPr');
  const outline = /^heading (?<level>[1-9])$/i.exec(valueOf(style, 'name') ?? '')?.groups?.level;
  return {
    ...(outline === undefined ? outlineOf(paragraph) : { level: Number(outline) }),
    ...runLook(childOf(style, 'rPr')),
    ...numberingOf(paragraph),
  };
}

/** The outline level that paragraph properties name. */
export function outlineOf(properties: XmlElement | undefined): Pick<Style, 'level'> {
  const level = Number(valueOf(properties, 'outlineLvl') ?? 9);
  return level < 9 ? { level: level + 1 } : {};
}

/** Whether run properties say bold or hidden; what they do not mention is left open. */
export function runLook(properties: XmlElement | undefined): Pick<Style, 'isBold' | 'isHidden'> {
  const [isBold, isHidden] = [switchOf(properties, 'b'), switchOf(properties, 'vanish')];
  return { ...(isBold !== undefined && { isBold }), ...(isHidden !== undefined && { isHidden }) };
}

/** The list that paragraph properties name; id 0 is none. */
export function numberingOf(properties: XmlElement | undefined): Pick<Style, 'numbering'> {
  const numbering = listLevelOf(properties);
  return numbering ? { numbering } : {};
}
