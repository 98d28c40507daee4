import { escaped, part, WORD } from '../xml.ts';
import { facesXml, sizeXml } from './body-xml.ts';
import { GAP, type Style } from './document.ts';

/** Styles that every document has: tables, and what parts them. */
const OWN: Style = { id: GAP, name: '间隔', face: '宋体', size: 1, line: 20 };
const RULES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
  .join('');
const CELL_MARGINS =
  '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="51" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="51" w:type="dxa"/></w:tblCellMar>';

/**
 * word/styles.xml. The first style is 正文, which all others go back to. Lines are never pulled together or driven apart to keep paragraphs
 * whole (widowControl), and no room is put between Chinese and Latin (autoSpace): a page has its full number of lines, a line its characters.
 */
export function stylesXml(styles: readonly Style[]): string {
  const [base] = styles;
  if (!base) throw new RangeError('a document needs a style');
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${facesXml(base.face, base.latin)}${sizeXml(base.size)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const paragraphs = [...styles, OWN].map((style, index) => styleXml(style, index === 0)).join('');
  return part(`<w:styles xmlns:w="${WORD}">${defaults}${paragraphs}${TABLES}</w:styles>`);
}

const TABLES = [
  '<w:style w:type="table" w:default="1" w:styleId="PlainTable"><w:name w:val="Normal Table"/>',
  `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${CELL_MARGINS}</w:tblPr></w:style>`,
  '<w:style w:type="table" w:styleId="RuledTable"><w:name w:val="Table Grid"/><w:basedOn w:val="PlainTable"/>',
  `<w:tblPr><w:tblBorders>${RULES}</w:tblBorders></w:tblPr></w:style>`,
].join('');

function styleXml(style: Style, isDefault: boolean): string {
  const { id, name, basedOn, next, face, latin, size, bold, tracking } = style;
  const run = [
    facesXml(face, latin),
    bold === undefined ? '' : `<w:b w:val="${Number(bold)}"/>`,
    tracking === undefined ? '' : `<w:spacing w:val="${tracking}"/>`,
    sizeXml(size),
  ].join('');
  return [
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ''}${isBuiltIn(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}">`,
    `<w:name w:val="${escaped(name)}"/>`,
    isDefault ? '' : `<w:basedOn w:val="${basedOn ?? 'Normal'}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    `<w:pPr>${paragraphProperties(style)}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  ].join('');
}

function isBuiltIn(name: string): boolean {
  return /^[A-Za-z ]+\d?$/.test(name);
}

function paragraphProperties(style: Style): string {
  const {
    size,
    line,
    before = 0,
    after = 0,
    firstLine = 0,
    align = 'left',
    keepNext,
    outline,
    ruled,
  } = style;
  return [
    keepNext ? '<w:keepNext/>' : '',
    ruled
      ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:between w:val="single" w:sz="4" w:space="0" w:color="555555"/></w:pBdr>'
      : '',
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`,
    `<w:ind w:firstLineChars="${firstLine * 100}" w:firstLine="${firstLine * size * 20}"/>`,
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}
