import { escaped } from '../xml.ts';
import type { Paragraph, Run, Table, TableCell, TableRow, WordBlock } from './document.ts';

/** Marks that Chinese and Latin faces share: without the hint, Word takes “” and — from the Latin face and sets them narrow. */
const SHARED_MARKS = /[\u00B7\u00D7\u2010-\u2027\u2030\u2100-\u22FF\u2460-\u25FF]/u;
const INSTRUCTIONS = { page: 'PAGE', today: 'DATE \\@ "yyyy年M月d日"' } as const;

/** The blocks of a section as WordprocessingML. Children stand in the order that the format prescribes (ECMA-376, part 1, 17.3, 17.4). */
export function blocksXml(blocks: readonly WordBlock[]): string {
  return blocks.map((block) => ('columns' in block ? tableXml(block) : paragraphXml(block))).join('');
}

/** A paragraph; `section` is the XML of the section that ends with it. */
export function paragraphXml(paragraph: Paragraph, section = ''): string {
  const { style, runs, tabs, align, keepNext, onNewPage } = paragraph;
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    keepNext ? '<w:keepNext/>' : '',
    onNewPage ? '<w:pageBreakBefore/>' : '',
    tabs ? `<w:tabs>${tabs.map((at) => `<w:tab w:val="left" w:pos="${at}"/>`).join('')}</w:tabs>` : '',
    spacingXml(paragraph),
    indentXml(paragraph),
    align ? `<w:jc w:val="${align}"/>` : '',
    section,
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${runs.map(runXml).join('')}</w:p>`;
}

function spacingXml({ before, after }: Paragraph): string {
  const sides = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
  ].join('');
  return sides && `<w:spacing${sides}/>`;
}

function indentXml({ firstLine, right }: Paragraph): string {
  const sides = [
    right === undefined ? '' : ` w:right="${right}"`,
    firstLine === undefined ? '' : ' w:firstLineChars="0" w:firstLine="0"',
  ].join('');
  return sides && `<w:ind${sides}/>`;
}

/** A run of words, or a field with what it shows at first. */
export function runXml(run: Run): string {
  const words = `<w:r>${runProperties(run)}${textXml(run.text)}</w:r>`;
  return run.field
    ? `<w:fldSimple w:instr="${escaped(INSTRUCTIONS[run.field])}">${words}</w:fldSimple>`
    : words;
}

function runProperties({ text, face, latin, size, bold, underline }: Run): string {
  const properties = [
    face ? facesXml(face, latin) : SHARED_MARKS.test(text) ? '<w:rFonts w:hint="eastAsia"/>' : '',
    bold === undefined ? '' : `<w:b w:val="${Number(bold)}"/>`,
    size === undefined ? '' : sizeXml(size),
    underline ? '<w:u w:val="single"/>' : '',
  ].join('');
  return properties && `<w:rPr>${properties}</w:rPr>`;
}

function textXml(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>';
      if (piece === '\t') return '<w:tab/>';
      return piece && `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
    })
    .join('');
}

/** Faces of a run or style; Chinese marks are set from the Chinese one. */
export function facesXml(face: string, latin = face): string {
  const [wide, narrow] = [escaped(face), escaped(latin)];
  return `<w:rFonts w:hint="eastAsia" w:ascii="${narrow}" w:hAnsi="${narrow}" w:eastAsia="${wide}" w:cs="${narrow}"/>`;
}

/** A size in points, which files count in halves. */
export function sizeXml(size: number): string {
  return `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
}

function tableXml({ columns, rows, rules = 'all' }: Table): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${rules === 'all' ? 'RuledTable' : 'PlainTable'}"/>`,
    `<w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`,
    ...rows.map((row) => rowXml(row, columns)),
    '</w:tbl>',
  ].join('');
}

function rowXml({ cells, height, isHead, maySplit }: TableRow, columns: readonly number[]): string {
  let from = 0;
  const written = cells.map((cell) => {
    const across = cell.across ?? 1;
    const width = columns.slice(from, from + across).reduce((sum, column) => sum + column, 0);
    from += across;
    return cellXml(cell, width);
  });
  const properties = [
    maySplit ? '' : '<w:cantSplit/>',
    height === undefined ? '' : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`,
    isHead ? '<w:tblHeader/>' : '',
  ].join('');
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${written.join('')}</w:tr>`;
}

function cellXml({ paragraphs, across = 1, vertical = 'center', rules }: TableCell, width: number): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    across > 1 ? `<w:gridSpan w:val="${across}"/>` : '',
    rules ? `<w:tcBorders>${CELL_RULES[rules]}</w:tcBorders>` : '',
    vertical === 'top' ? '' : `<w:vAlign w:val="${vertical}"/>`,
  ].join('');
  const inner = paragraphs.map((paragraph) => paragraphXml(paragraph)).join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

const CELL_RULES = {
  below: '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>',
  dashed: ['top', 'left', 'bottom', 'right']
    .map((side) => `<w:${side} w:val="dashed" w:sz="6" w:space="0" w:color="555555"/>`)
    .join(''),
} as const;
