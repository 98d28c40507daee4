import type { LinePitch } from '../../domain/self-check/checked-text.ts';
import { readStyleChains } from '../../docx/style-chains.ts';
import { attributeOf, childOf, childrenOf, switchOf, valueOf, type XmlElement } from '../../docx/xml.ts';

/** The formatting that a run states itself. */
export interface RunFacts {
  face?: string | undefined;
  size?: number | undefined;
  isBold?: boolean | undefined;
}

/** The formatting that a paragraph states itself. */
export interface ParagraphFacts {
  linePitch?: LinePitch | undefined;
}

/** The styles of a file, resolved. */
export interface DocxStyles {
  /** Facts of a run: the document's defaults, the paragraph's style, the character style, what the run itself says. */
  run(properties: XmlElement | undefined, paragraphStyle: string | undefined): RunFacts;
  paragraph(properties: XmlElement | undefined): ParagraphFacts;
}

const TWIPS_A_POINT = 20;
const SINGLE_LINE = 240;

/** Reads `styles.xml` and, for faces that a theme names, `theme1.xml`. */
export function readStyles(styles: XmlElement | undefined, theme: XmlElement | undefined): DocxStyles {
  const faceOfTheme = themeFaces(theme);
  const { chainOf, usual } = readStyleChains(styles);
  const defaults = childOf(styles, 'docDefaults');
  const runDefaults = childOf(childOf(defaults, 'rPrDefault'), 'rPr');
  const paragraphDefaults = childOf(childOf(defaults, 'pPrDefault'), 'pPr');

  const merged = <Facts extends object>(
    sources: (XmlElement | undefined)[],
    read: (source: XmlElement | undefined) => Facts,
  ): Facts => {
    const facts = {} as Facts;
    for (const source of sources) {
      for (const [name, value] of Object.entries(read(source)))
        if (value !== undefined) Object.assign(facts, { [name]: value });
    }
    return facts;
  };
  return {
    run: (properties, paragraphStyle) =>
      merged(
        [
          runDefaults,
          ...[...chainOf(paragraphStyle ?? usual), ...chainOf(valueOf(properties, 'rStyle'))].map((style) =>
            childOf(style, 'rPr'),
          ),
          properties,
        ],
        (source) => runFacts(source, faceOfTheme),
      ),
    paragraph: (properties) =>
      merged(
        [
          paragraphDefaults,
          ...chainOf(valueOf(properties, 'pStyle') ?? usual).map((style) => childOf(style, 'pPr')),
          properties,
        ],
        paragraphFacts,
      ),
  };
}

function runFacts(
  properties: XmlElement | undefined,
  faceOfTheme: (name: string) => string | undefined,
): RunFacts {
  const fonts = childOf(properties, 'rFonts');
  const theme = attributeOf(fonts, 'eastAsiaTheme');
  const size = Number(valueOf(properties, 'sz'));
  return {
    face: (theme === undefined ? undefined : faceOfTheme(theme)) ?? attributeOf(fonts, 'eastAsia'),
    size: size > 0 ? size / 2 : undefined,
    isBold: switchOf(properties, 'b'),
  };
}

function paragraphFacts(properties: XmlElement | undefined): ParagraphFacts {
  const spacing = childOf(properties, 'spacing');
  const line = attributeOf(spacing, 'line');
  return {
    linePitch: line === undefined ? undefined : pitchOf(Number(line), attributeOf(spacing, 'lineRule')),
  };
}

function pitchOf(line: number, rule: string | undefined): LinePitch {
  if (rule === 'exact') return { rule: 'exact', value: line / TWIPS_A_POINT };
  if (rule === 'atLeast') return { rule: 'at least', value: line / TWIPS_A_POINT };
  return { rule: 'multiple', value: line / SINGLE_LINE };
}

/** `minorEastAsia` is the theme's own East Asian face, or the one it gives for Simplified Chinese. */
function themeFaces(theme: XmlElement | undefined): (name: string) => string | undefined {
  const scheme = childOf(childOf(theme, 'themeElements'), 'fontScheme');
  return (name) => {
    const fonts = childOf(scheme, name.startsWith('major') ? 'majorFont' : 'minorFont');
    const own = attributeOf(childOf(fonts, 'ea'), 'typeface');
    const simplified = childrenOf(fonts, 'font').find((font) => attributeOf(font, 'script') === 'Hans');
    return own ? own : attributeOf(simplified, 'typeface');
  };
}
