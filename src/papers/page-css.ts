import { isBold, stack } from './faces.ts';
import { letterSpacing, linePitch, POINT, type PageFormat } from './page-format.ts';

/**
 * The style sheet of some page formats: a named page for each, with page numbers and stamp in its margins, and a class `paper-<id>` whose
 * custom properties the paper's parts are built from. Size, margins and what stands in the foot are marked important, since the site's own rule for all pages may stand after
 * this sheet, and Chromium lets the later one win. The stamp's words are custom properties of the root (see `stampProperties`).
 */
export function pageCss(formats: readonly PageFormat[]): string {
  return formats.map((format) => [pageRules(format), classRule(format)].join('\n')).join('\n');
}

/** GB/T 9704-2012, 7.5: the dash stands 7 mm below the type area, the number is 四号 (14 points) high. */
const NUMBER_DROP = 7 - (14 * POINT) / 2;

function pageRules({ id, landscape, margins, pageNumbers, stamp, body }: PageFormat): string {
  const { top, right, bottom, left } = margins;
  const name = `paper-${id}`;
  const indent = round(body.size * POINT);
  const number = (side: string) =>
    `content: "— " counter(page) " —" !important; font: 14pt/1 ${stack('song')} !important; white-space: nowrap; vertical-align: top; text-align: ${side}; ` +
    `padding-top: ${round(NUMBER_DROP)}mm; padding-${side}: ${indent}mm;`;
  const foot =
    `content: var(--stamp-${stamp}, none) !important; font: 8pt/1.45 ${stack('hei')}; color: #333; white-space: pre-line; text-align: center; ` +
    'vertical-align: bottom; padding-bottom: 6mm;';
  return [
    `@page ${name} { size: A4${landscape ? ' landscape' : ''} !important; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm !important; }`,
    `@page ${name} { @bottom-center { ${stamp === 'none' ? 'content: none !important;' : foot} } }`,
    ...(pageNumbers === 'outer'
      ? [
          `@page ${name}:right { @bottom-right { ${number('right')} } }`,
          `@page ${name}:left { @bottom-left { ${number('left')} } }`,
        ]
      : [
          `@page ${name}:right { @bottom-right { content: none !important } }`,
          `@page ${name}:left { @bottom-left { content: none !important } }`,
        ]),
  ].join('\n');
}

/** Levels of headings: 一、（一）1.（1）. */
const LEVELS = [1, 2, 3, 4];

function classRule(format: PageFormat): string {
  const { id, landscape, margins, body, title, headings, boldHeadings = [], latin } = format;
  const spacing = letterSpacing(format);
  const properties: [string, string][] = [
    ['page', `paper-${id}`],
    ['--sheet-width', landscape ? '297mm' : '210mm'],
    ['--sheet-height', landscape ? '210mm' : '297mm'],
    ['--margin', `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`],
    ['--char', `${round(body.size * POINT + spacing)}mm`],
    ['--pitch', `${round(linePitch(format))}mm`],
    ['--track', `${spacing}mm`],
    ['--body', stack(body.face, latin, body.name)],
    ['--size', `${body.size}pt`],
    ['--title', stack(title.face, latin, title.name)],
    ['--title-size', `${title.size}pt`],
    ['--title-weight', isBold(title.face) ? '700' : '400'],
    ...LEVELS.flatMap((level): [string, string][] => [
      [`--level-${level}`, stack(headings[level - 1] ?? body.face, latin)],
      [`--level-${level}-weight`, boldHeadings[level - 1] ? '700' : '400'],
    ]),
  ];
  return `.paper-${id} {\n${properties.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10_000) / 10_000;
}
