import { HAND_DAY } from '../domain/forms/stamp.ts';
import {
  filled,
  pieces,
  rowsOf,
  totalOf,
  type Block,
  type Facts,
  type Field,
  type Paragraph as TextParagraph,
} from '../papers/form.ts';
import type { PageFormat } from '../papers/page-format.ts';
import { sealedLayout, signatureLayout } from '../domain/forms/signature.ts';
import {
  gapParagraph,
  textWidth,
  twips,
  type Paragraph,
  type Run,
  type Table,
  type WordBlock,
} from './document/document.ts';
import { gridTable, words, type GridRow } from './form-grid.ts';
import { pairsOf } from '../papers/field-rows.ts';
import { WORD_FACES, wordFormat } from './paper-frame.ts';

/** A blank half a character wide, underlined. Programs let other spaces hang over the end of a line, or drop them there. */
const SPACE = '\u00A0';
const SIGNER_WIDTH = 8;
/** Percent of the page that labels and values of fields take. */
const LABEL = 16;
const VALUE = 34;
/** Millimetres below the last line of an area. */
const AREA_FOOT = 2;

/** What fills a sheet. */
export interface Filling {
  facts: Facts;
  /** The first number of a roster's page; 1 where left out. */
  rosterFrom?: number | undefined;
  /** Words across the whole table above a row, by the row's index. */
  bands?: Readonly<Record<number, string>> | undefined;
}

/** Where a block stands, and what fills it. */
export interface SheetContext extends Filling {
  format: PageFormat;
  /** Whether papers are to be sealed, which moves their signatures. */
  isSealed?: boolean | undefined;
}

/** A blank of the given width to write in. */
function blank(width: number): Run {
  return { text: SPACE.repeat(width * 2), underline: true };
}

/** Words and blanks of a text; two blanks that meet are kept apart, so that a line can break between them. */
export function gaps(text: string, facts: Facts): Run[] {
  return pieces(text, facts).flatMap((piece, index, all) => {
    if (typeof piece === 'string') return [{ text: piece }];
    if (piece.value !== undefined) return [{ text: piece.value }];
    return [...(typeof all[index - 1] === 'object' ? [{ text: ' ' }] : []), blank(piece.width)];
  });
}

/** Blocks of a sheet. Fields and areas that follow each other are one table; one with a head stands alone, so that its head can repeat. */
export function sheetBlocks(blocks: readonly Block[], context: SheetContext): WordBlock[] {
  const result: WordBlock[] = [];
  let open: GridRow[] = [];
  const close = () => {
    if (open.length > 0) result.push(gridTable(open, widthOf(context)));
    open = [];
  };
  for (const block of blocks) {
    const rows = gridRows(block, context);
    if (rows) {
      open.push(...rows);
    } else {
      close();
      const next = blockOf(block, context);
      const [first] = next;
      const last = result.at(-1);
      if (first && last && 'columns' in first && 'columns' in last) result.push(gapParagraph(twips(1.5)));
      // A signature never stands alone on a page.
      if (block.kind === 'signed' && last && 'runs' in last) last.keepNext = true;
      result.push(...next);
    }
  }
  close();
  return result;
}

function widthOf({ format: { margins, landscape } }: SheetContext): number {
  return textWidth({ margins, landscape });
}

/** The rows of a block that joins its neighbours in one table; `undefined` for any other. */
function gridRows(block: Block, context: SheetContext): GridRow[] | undefined {
  if (block.kind === 'fields') return fieldRows(block.fields, context);
  if (block.kind !== 'area') return undefined;
  const value = context.facts.values?.[block.name];
  return [
    {
      maySplit: true,
      cells: [
        {
          share: 100,
          vertical: 'top',
          paragraphs: [
            words('Label', block.label),
            ...(value ? [words('TableText', value)] : []),
            ...Array.from({ length: block.lines - 1 }, () => words('Ruled', '')),
            words('Ruled', '', { after: twips(AREA_FOOT) }),
          ],
        },
      ],
    },
  ];
}

function fieldRows(fields: readonly Field[], { facts: { values = {} } }: SheetContext): GridRow[] {
  return pairsOf(fields).map((pair) => {
    const lines = pair[0]?.lines ?? 1;
    return {
      height: twips(lines === 1 ? 9 : lines * 8.5),
      cells: pair.flatMap(({ name, label, blank: empty = '' }) => [
        { share: LABEL, paragraphs: [words('TableHead', label)] },
        {
          share: pair.length === 1 ? 100 - LABEL : VALUE,
          vertical: lines > 1 ? ('top' as const) : ('center' as const),
          paragraphs: [words('TableText', values[name] ?? empty)],
        },
      ]),
    };
  });
}

function blockOf(block: Block, context: SheetContext): WordBlock[] {
  const { facts } = context;
  switch (block.kind) {
    case 'table':
      return [...(block.caption ? [words('Label', block.caption)] : []), rowTable(block, context)];
    case 'roster':
      return [rosterTable(block, context)];
    case 'frames':
      return Array.from({ length: block.count }, () => frame(block, context)).flat();
    case 'signatures':
      return [signatures(block.labels, widthOf(context))];
    case 'notes': {
      const style = block.large ? 'LargeNote' : 'Note';
      const items = (block.name !== undefined && facts.notes?.[block.name]) || block.items;
      const lines = items.map((item, index) => words(style, block.numbered ? `${index + 1}.${item}` : item));
      const all = [...(block.title ? [words('Label', block.title)] : []), ...lines];
      return all.map((line, index) =>
        index === 0 ? { ...line, before: twips(block.large ? 12 : 3) } : line,
      );
    }
    case 'text':
      return ((block.name !== undefined && facts.texts?.[block.name]) || block.paragraphs).map((paragraph) =>
        textParagraph(paragraph, context),
      );
    case 'signed':
      return signed(filled(`{${block.signer}}`, facts), filled(`{${block.day}}`, facts) || HAND_DAY, context);
    case 'imprint':
      return imprint(block, context);
    case 'cover':
      return cover(block, context);
    default:
      return [];
  }
}

function rowTable(block: Extract<Block, { kind: 'table' }>, context: SheetContext): Table {
  const { columns, height } = block;
  const total = totalOf(block, context.facts);
  const [head, text] = context.format.landscape ? ['SmallHead', 'SmallText'] : ['TableHead', 'TableText'];
  const rowOf = (cells: readonly string[], more: Partial<GridRow>): GridRow => ({
    ...more,
    cells: columns.map(({ width }, column) => {
      const cell = cells[column] ?? '';
      const isCentred = (column === 0 && /^\d+$/.test(cell)) || cell.includes('□');
      return {
        share: width,
        paragraphs: [
          words(more.isHead ? head! : text!, cell, isCentred && !more.isHead ? { align: 'center' } : {}),
        ],
      };
    }),
  });
  const rows = [
    rowOf(
      columns.map((column) => column.head),
      { isHead: true },
    ),
    ...rowsOf(block, context.facts).flatMap(({ cells, blank: isBlank }, index) => [
      ...(context.bands?.[index] === undefined ? [] : [band(head!, context.bands[index])]),
      rowOf(cells, isBlank || block.rows > 0 ? { height: twips(height) } : {}),
    ]),
    ...(total ? [rowOf(total, { height: twips(height) })] : []),
  ];
  return gridTable(
    rows.map((row, index) => (row.isHead || index === rows.length - 2 ? withNext(row) : row)),
    widthOf(context),
  );
}

/** A row on the same page as the one below it: heads with the first row, and the last row with the one above it. */
function withNext(row: GridRow): GridRow {
  const cells = row.cells.map((cell) => ({
    ...cell,
    paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, keepNext: true })),
  }));
  return { ...row, cells };
}

function band(style: string, text: string): GridRow {
  return { cells: [{ share: 100, paragraphs: [words(style, text, { align: 'left', keepNext: true })] }] };
}

/** Names in two halves of a page, down the left one first. */
function rosterTable(
  { columns, rows, height }: Extract<Block, { kind: 'roster' }>,
  context: SheetContext,
): Table {
  const { rosterFrom = 1 } = context;
  const halves = [0, rows];
  const rowOf = (style: string, cell: (half: number, column: number) => string): GridRow['cells'] =>
    halves.flatMap((half) =>
      columns.map(({ width }, column) => ({
        share: width / 2,
        paragraphs: [words(style, cell(half, column), style === 'TableText' ? { align: 'center' } : {})],
      })),
    );
  return gridTable(
    [
      { isHead: true, cells: rowOf('TableHead', (_, column) => columns[column]?.head ?? '') },
      ...Array.from({ length: rows }, (_, row) => ({
        height: twips(height),
        cells: rowOf('TableText', (half, column) => (column === 0 ? String(rosterFrom + half + row) : '')),
      })),
    ],
    widthOf(context),
  );
}

function frame({ height, caption }: Extract<Block, { kind: 'frames' }>, context: SheetContext): WordBlock[] {
  return [
    gapParagraph(twips(4)),
    {
      columns: [widthOf(context)],
      rules: 'none',
      rows: [
        {
          height: twips(height),
          cells: [
            { rules: 'dashed', paragraphs: [words('Caption', '', { align: 'center', keepNext: true })] },
          ],
        },
      ],
    },
    { style: 'Caption', runs: [{ text: `${caption}：` }, blank(24)], before: twips(2) },
  ];
}

function signatures(labels: readonly string[], width: number): Paragraph {
  return {
    style: 'FormSigned',
    tabs: labels.slice(1).map((_, index) => Math.round(((index + 1) * width) / labels.length)),
    runs: labels.flatMap((label, index) => [{ text: `${index > 0 ? '\t' : ''}${label}：` }, blank(6)]),
  };
}

function textParagraph(
  { level, lead, text, flush, apart }: TextParagraph,
  { facts, format }: SheetContext,
): Paragraph {
  const runs = gaps(text, facts);
  if (level !== undefined) return { style: `Heading${level}`, runs };
  const face = WORD_FACES[format.headings[0] ?? format.body.face];
  return {
    style: 'PaperBody',
    runs: lead ? [{ text: lead, face }, ...runs] : runs,
    ...(flush ? { firstLine: 0 as const } : {}),
    ...(apart ? { before: wordFormat(format).linePitch * 20 } : {}),
    ...(runs.some(({ underline }) => underline) ? { align: 'left' as const } : {}),
  };
}

/** GB/T 9704-2012, 7.3.5.2: one line below the text, with the distances of `signatureLayout`. */
function signed(signer: string, day: string, context: SheetContext): Paragraph[] {
  const { body } = context.format;
  const placeOf = context.isSealed ? sealedLayout : signatureLayout;
  const { signer: fromSigner, day: fromDay } = placeOf(signer || '\u3000'.repeat(SIGNER_WIDTH), day);
  const line = (runs: Run[], characters: number): Paragraph => ({
    style: 'PaperBody',
    runs,
    align: 'right',
    firstLine: 0,
    right: Math.round(characters * body.size * 20),
  });
  return [
    { style: 'PaperBody', runs: [], keepNext: true },
    { ...line(signer ? [{ text: signer }] : [blank(SIGNER_WIDTH)], fromSigner), keepNext: true },
    line([{ text: day }], fromDay),
  ];
}

/** 版记: each line on a rule; one without words is left out (GB/T 9704-2012, 7.4). */
function imprint({ lines }: Extract<Block, { kind: 'imprint' }>, context: SheetContext): WordBlock[] {
  const rows = lines
    .map(([label, text]) => ({ label, runs: gaps(text, context.facts) }))
    .filter(({ runs }) => runs.some(({ text }) => text !== ''))
    .map(({ label, runs }) => ({
      cells: [
        {
          rules: 'below' as const,
          paragraphs: [
            {
              style: 'PaperBody',
              firstLine: 0 as const,
              align: 'left' as const,
              runs: [{ text: `${label}：` }, ...runs],
            },
          ],
        },
      ],
    }));
  return [gapParagraph(twips(8)), { columns: [widthOf(context)], rules: 'none', rows }];
}

/** Labels to the right of their column, values on a rule. */
function cover({ fields, foot }: Extract<Block, { kind: 'cover' }>, context: SheetContext): WordBlock[] {
  const { facts, format } = context;
  const width = widthOf(context);
  const label = 9.5 * format.body.size * 20;
  const columns = [label, twips(4), width - label - twips(12)];
  return [
    gapParagraph(twips(24)),
    {
      columns,
      rules: 'none',
      rows: fields.map(({ name, label: title }) => ({
        height: twips(14),
        cells: [
          {
            vertical: 'bottom',
            paragraphs: [
              {
                style: 'CoverText',
                align: 'right',
                runs: [{ text: title, face: WORD_FACES[format.headings[0] ?? format.body.face] }],
              },
            ],
          },
          { vertical: 'bottom', paragraphs: [words('CoverText', '')] },
          {
            vertical: 'bottom',
            rules: 'below',
            paragraphs: [words('CoverText', facts.values?.[name] ?? '')],
          },
        ],
      })),
    },
    ...foot.map((line, index) =>
      words('CoverText', line, { align: 'center', ...(index === 0 ? { before: twips(14) } : {}) }),
    ),
  ];
}
