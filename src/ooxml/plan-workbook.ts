import { SUBJECT_TO_CHANGE } from '../domain/forms/stamp.ts';
import { SESSION_FORMS } from '../domain/schedule/plan.ts';
import {
  DUE_COLUMNS,
  DUE_SHEET,
  PLAN_COLUMNS,
  PLAN_LINE,
  type PlanColumn,
} from '../domain/schedule/table/columns.ts';
import type { PlanTable } from '../domain/schedule/table/plan-table.ts';
import type { Row, Sheet, Workbook } from './workbook/workbook.ts';

/** Han characters; together they fill landscape A4 at a size that can be read on paper. */
const WIDTHS: Record<PlanColumn, number> = {
  number: 2.5,
  time: 11.5,
  title: 9,
  readings: 10,
  form: 4.5,
  people: 7.5,
  speakers: 5.5,
  place: 6,
  attendees: 6,
  observers: 4,
  requirement: 9,
  responsible: 4.5,
  note: 9,
};
const DUE_WIDTHS = [3, 16, 12, 20, 12, 31];
const CENTRED: ReadonlySet<PlanColumn> = new Set(['number', 'form']);
const COLUMNS = PLAN_COLUMNS.length;
/** Row of the column names: a title and a line stand above it. */
const HEAD = 3;
/** Points; room to write in by hand. */
const BLANK_HEIGHT = 42;
const SHEET_NAME = '学习计划安排表';

/** A unit's schedule as a workbook that can be printed, edited, and imported again. */
export function planWorkbook(table: PlanTable, creator: string): Workbook {
  const rows = table.rows.map((row): Row => {
    if (row.kind === 'stage') return { cells: [{ value: row.words, style: 'group', across: COLUMNS }] };
    return {
      cells: PLAN_COLUMNS.map(({ key }) => {
        const style = CENTRED.has(key) ? 'centre' : 'text';
        return { value: key === 'number' ? Number(row.cells[key]) : row.cells[key], style };
      }),
    };
  });
  const book = workbook(table.title, table.line, rows, creator);
  return table.dues.length > 0 ? { ...book, sheets: [...book.sheets, dueSheet(table)] } : book;
}

/** What is to be handed in, on a sheet of its own, which the import leaves alone: it follows from the campaign. */
function dueSheet({ line, dues }: PlanTable): Sheet {
  const across = DUE_COLUMNS.length;
  return {
    name: DUE_SHEET,
    columns: DUE_WIDTHS,
    landscape: true,
    head: { from: HEAD, until: HEAD },
    rows: [
      { cells: [{ value: `${DUE_SHEET}一览表`, style: 'title', across }], height: 34 },
      { cells: [{ value: line.join('　'), style: 'line', across }] },
      { cells: DUE_COLUMNS.map((value) => ({ value, style: 'head' })), height: 34 },
      ...dues.map(([number = '', ...words]): Row => ({
        cells: [{ value: Number(number), style: 'centre' }, ...words],
      })),
      { cells: [{ value: `${SUBJECT_TO_CHANGE}。`, style: 'note', across }] },
    ],
  };
}

/** The blank form: lines to be filled in on the computer or by hand, which the import reads. */
export function blankPlanWorkbook(title: string, creator: string, lines = 12): Workbook {
  const line = Object.values(PLAN_LINE).map((label) => `${label}：　　　　　　`);
  const rows = Array.from({ length: lines }, (_, index): Row => ({
    cells: PLAN_COLUMNS.map(({ key }) => ({
      value: key === 'number' ? index + 1 : '',
      style: CENTRED.has(key) ? 'centre' : 'text',
    })),
    height: BLANK_HEIGHT,
  }));
  return workbook(title, line, rows, creator);
}

function workbook(title: string, line: readonly string[], body: readonly Row[], creator: string): Workbook {
  const words = line.join('　');
  const formColumn = PLAN_COLUMNS.findIndex(({ key }) => key === 'form') + 1;
  const whole = (value: string, style: 'title' | 'line' | 'note') => ({ value, style, across: COLUMNS });
  return {
    title,
    creator,
    sheets: [
      {
        name: SHEET_NAME,
        columns: PLAN_COLUMNS.map(({ key }) => WIDTHS[key]),
        landscape: true,
        head: { from: HEAD, until: HEAD },
        rows: [
          { cells: [whole(title, 'title')], height: 34 },
          { cells: [whole(words, 'line')] },
          { cells: PLAN_COLUMNS.map(({ name }) => ({ value: name, style: 'head' })), height: 34 },
          ...body,
          { cells: [whole(`${SUBJECT_TO_CHANGE}。`, 'note')] },
        ],
        choices: [{ column: formColumn, from: HEAD + 1, until: HEAD + body.length, words: SESSION_FORMS }],
      },
    ],
  };
}
