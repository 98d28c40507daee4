import { SELF_CHECK_BUDGET } from '../../domain/budgets.ts';
import type { Margins } from '../../domain/essays/format.ts';
import { BULLET, Numbering } from '../../docx/numbering.ts';
import { listOfParagraph, readStyleChains, type StyleChains } from '../../docx/style-chains.ts';
import { openPackage } from '../../domain/package/open-package.ts';
import type { CheckedParagraph, CheckedRun, CheckedText } from '../../domain/self-check/checked-text.ts';
import { readStyles, type DocxStyles } from './docx-styles.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsOf,
  localNameOf,
  rootOf,
  valueOf,
  type XmlElement,
} from '../../docx/xml.ts';

/** Thrown for a file that is no .docx; the page says so in words. */
export class UnreadableDocx extends Error {
  override name = 'UnreadableDocx';
}

const TWIPS_A_MILLIMETRE = 1440 / 25.4;
/** The style of the title in the site's own templates: what stands before it is the cover sheet. */
const TITLE_STYLE = 'PaperTitle';
/** Elements that only wrap runs. */
const WRAPPERS = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'bdo',
  'dir',
  'customXml',
]);
const decoder = new TextDecoder();

/** Reads a .docx file: what is written in it and how it is set. Deleted text, text boxes, headers and footers are left out. Throws UnreadableDocx, and UnreadableFile for a package of too much. */
export function readDocx(file: Uint8Array, fileName: string): CheckedText {
  const { files } = openPackage(file, (name) => PARTS.test(name), SELF_CHECK_BUDGET);
  const read = (name: string) => parse(files.get(name));
  const body = childOf(read('word/document.xml'), 'body');
  if (!body) throw new UnreadableDocx('no word/document.xml');
  const styles = readStyles(read('word/styles.xml'), read('word/theme/theme1.xml'));
  const chains = readStyleChains(read('word/styles.xml'));
  const lists: Lists = { chains, numbers: new Numbering(read('word/numbering.xml'), chains) };
  const elements = paragraphsIn(body);
  const start = startOf(elements);
  const paragraphs = elements
    .map(({ element, isInTable }, index) =>
      readParagraph(element, index + 1 - start, isInTable, styles, lists),
    )
    .slice(start)
    .filter(({ text }) => text !== '');
  return {
    fileName,
    places: 'paragraphs',
    paragraphs: paragraphs.map((paragraph, index) => ({ ...paragraph, number: index + 1 })),
    footnotes: [
      ...notesIn(read('word/footnotes.xml'), 'footnote'),
      ...notesIn(read('word/endnotes.xml'), 'endnote'),
    ],
    margins: sectionsIn(body).map(marginsOf),
  };
}

const PARTS = /^word\/(document|styles|numbering|footnotes|endnotes|theme\/theme1)\.xml$/;

/** A part that is no XML is as good as none. */
function parse(part: Uint8Array | undefined): XmlElement | undefined {
  if (!part) return undefined;
  try {
    return rootOf(decoder.decode(part));
  } catch {
    return undefined;
  }
}

interface Found {
  element: XmlElement;
  isInTable: boolean;
}

function paragraphsIn(container: XmlElement, isInTable = false): Found[] {
  return elementsOf(container).flatMap((child): Found[] => {
    switch (localNameOf(child)) {
      case 'p':
        return [{ element: child, isInTable }];
      case 'tbl':
      case 'tr':
      case 'tc':
        return paragraphsIn(child, true);
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
      case 'ins':
        return paragraphsIn(child, isInTable);
      default:
        return [];
    }
  });
}

function startOf(paragraphs: readonly Found[]): number {
  const title = paragraphs.findIndex(
    ({ element }) => valueOf(childOf(element, 'pPr'), 'pStyle') === TITLE_STYLE,
  );
  return title > 0 && paragraphs.slice(0, title).some(({ isInTable }) => isInTable) ? title : 0;
}

function readParagraph(
  element: XmlElement,
  number: number,
  isInTable: boolean,
  styles: DocxStyles,
  lists: Lists,
): CheckedParagraph {
  const properties = childOf(element, 'pPr');
  const style = valueOf(properties, 'pStyle');
  const facts = styles.paragraph(properties);
  const runs = runsIn(element).flatMap((run): CheckedRun[] => {
    const text = textOf(run);
    if (text === '') return [];
    const { face, size, isBold = false } = styles.run(childOf(run, 'rPr'), style);
    return [{ text, face, size, isBold }];
  });
  return {
    number,
    text: runs
      .map(({ text }) => text)
      .join('')
      .trim(),
    label: labelOf(properties, lists),
    isInTable,
    runs: joined(runs),
    linePitch: facts.linePitch ?? { rule: 'multiple', value: 1 },
  };
}

interface Lists {
  chains: StyleChains;
  numbers: Numbering;
}

/** A paragraph's number as it is shown; a bullet is none. */
function labelOf(properties: XmlElement | undefined, { chains, numbers }: Lists): string | undefined {
  const style = valueOf(properties, 'pStyle');
  const list = listOfParagraph(properties, style, chains, (id, styles) => numbers.levelOfStyle(id, styles));
  const shown = list === undefined ? '' : numbers.next(list.id, list.level).trim();
  return shown === '' || shown === BULLET ? undefined : shown;
}

function runsIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (localNameOf(child) === 'r') return [child];
    return WRAPPERS.has(localNameOf(child)) ? runsIn(child) : [];
  });
}

function textOf(run: XmlElement): string {
  return elementsOf(run)
    .map((child) => {
      switch (localNameOf(child)) {
        case 't':
          return child.text;
        case 'tab':
          return '\t';
        case 'br':
        case 'cr':
          return ' ';
        case 'noBreakHyphen':
          return '-';
        case 'ruby':
          return runsIn(childOf(child, 'rubyBase') ?? child)
            .map(textOf)
            .join('');
        default:
          return '';
      }
    })
    .join('');
}

/** Neighbours that are set alike as one: programs cut runs wherever one has been edited. */
function joined(runs: readonly CheckedRun[]): CheckedRun[] {
  const wholes: CheckedRun[] = [];
  for (const run of runs) {
    const last = wholes[wholes.length - 1];
    if (last && last.face === run.face && last.size === run.size && last.isBold === run.isBold)
      last.text += run.text;
    else wholes.push({ ...run });
  }
  return wholes;
}

/** Separators between text and notes are notes of a type of their own. */
function notesIn(part: XmlElement | undefined, name: string): string[] {
  return childrenOf(part, name)
    .filter((note) => attributeOf(note, 'type') === undefined)
    .flatMap((note) => paragraphsIn(note).map(({ element }) => runsIn(element).map(textOf).join('').trim()))
    .filter((text) => text !== '');
}

function sectionsIn(body: XmlElement): XmlElement[] {
  const inner = childrenOf(body, 'p').map((paragraph) => childOf(childOf(paragraph, 'pPr'), 'sectPr'));
  return [...inner, childOf(body, 'sectPr')].filter((section) => section !== undefined);
}

function marginsOf(section: XmlElement): Margins {
  const margins = childOf(section, 'pgMar');
  const millimetres = (name: string) =>
    Math.abs(Number(attributeOf(margins, name) ?? 0)) / TWIPS_A_MILLIMETRE;
  return {
    top: millimetres('top'),
    bottom: millimetres('bottom'),
    left: millimetres('left') + millimetres('gutter'),
    right: millimetres('right'),
  };
}
