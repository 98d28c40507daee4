import { readStyleChains, type StyleChains } from '../../../docx/style-chains.ts';
import { attributeOf, childOf, switchOf, valueOf, type XmlElement } from '../../../docx/xml.ts';
import type { Script } from '../signs/scripts.ts';
import type { Fonts } from '../signs/sign-words.ts';

/** The properties of a style or a run that the reader needs, inherited ones included. */
export interface Style {
  /** 1 to 9 for headings and outline levels. */
  level?: number;
  isBold?: boolean;
  isHidden?: boolean;
  script?: Script | 'none';
  fonts?: Fonts;
}

/** The styles of a Word file. */
export interface Styles {
  chains: StyleChains;
  /** What a style says; that of the usual one where no id is given. */
  of(id: string | undefined): Style;
}

/** Reads styles.xml. */
export function readStyles(root: XmlElement | undefined): Styles {
  const chains = readStyleChains(root);
  const known = new Map<string, Style>();
  return {
    chains,
    of: (id) => {
      const key = id ?? chains.usual ?? '';
      const style = known.get(key) ?? merged(...chains.chainOf(key).map(ownOf));
      known.set(key, style);
      return style;
    },
  };
}

/** Properties of several levels in one; what a later one does not mention stays. */
export function merged(...styles: readonly Style[]): Style {
  return styles.reduce<Style>(
    (all, style) => ({ ...all, ...style, fonts: { ...all.fonts, ...style.fonts } }),
    {},
  );
}

function ownOf(style: XmlElement): Style {
  const paragraph = childOf(style, 'pPr');
  const outline = /^heading (?<level>[1-9])$/i.exec(valueOf(style, 'name') ?? '')?.groups?.level;
  return {
    ...(outline === undefined ? outlineOf(paragraph) : { level: Number(outline) }),
    ...runLook(childOf(style, 'rPr')),
  };
}

/** The outline level that paragraph properties name. */
export function outlineOf(properties: XmlElement | undefined): Pick<Style, 'level'> {
  const level = Number(valueOf(properties, 'outlineLvl') ?? 9);
  return level < 9 ? { level: level + 1 } : {};
}

/** What run properties say; what they do not mention is left open. */
export function runLook(properties: XmlElement | undefined): Omit<Style, 'level'> {
  const [isBold, isHidden] = [switchOf(properties, 'b'), switchOf(properties, 'vanish')];
  const script = scriptOf(valueOf(properties, 'vertAlign'));
  const fonts = fontsOf(childOf(properties, 'rFonts'));
  return {
    ...(isBold !== undefined && { isBold }),
    ...(isHidden !== undefined && { isHidden }),
    ...(script !== undefined && { script }),
    ...(fonts !== undefined && { fonts }),
  };
}

function scriptOf(value: string | undefined): Script | 'none' | undefined {
  if (value === 'superscript') return 'super';
  if (value === 'subscript') return 'sub';
  return value === undefined ? undefined : 'none';
}

/** A font of the theme takes the place of one that is named; themes have no sign fonts. */
function fontsOf(element: XmlElement | undefined): Fonts | undefined {
  if (!element) return undefined;
  const fonts: Fonts = {};
  for (const kind of ['ascii', 'hAnsi', 'eastAsia', 'cs'] as const) {
    const themed = attributeOf(element, kind === 'cs' ? 'cstheme' : `${kind}Theme`);
    const named = attributeOf(element, kind) ?? attributeOf(element, HYPHENED[kind] ?? '');
    const font = themed === undefined ? named : '';
    if (font !== undefined) fonts[kind] = font;
  }
  return fonts;
}

/** As Word 2003 writes them. */
const HYPHENED: Record<string, string> = { hAnsi: 'h-ansi', eastAsia: 'fareast' };
