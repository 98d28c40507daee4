import { RETURNED_STATES, type LedgerRow } from '../domain/ledgers/ledger.ts';
import { dayInCell } from '../tables/cells.ts';
import { byColumn, type ColumnNames } from '../tables/columns.ts';
import type { TableRow } from '../tables/table.ts';
import type { Fault } from './fault.ts';

const DAY_COLUMNS = {
  received: ['收到日期', '收到时间', '收件日期', '来件日期', '受理日期', '交办日期', '列入日期', '提出日期'],
  signed: ['签批日期', '签批日', '签批时间', '转办日期'],
  firstReply: ['首次回复日', '首次回复日期', '首次答复日期', '回复日期', '初次回复日期'],
  done: ['办结日', '办结日期', '办结时间', '完成日期', '销号日期', '整改完成日期'],
  limit: ['时限', '办理时限', '整改时限', '完成时限', '延期至'],
} as const;
const WORD_COLUMNS = {
  id: ['编号', '序号'],
  group: ['来源', '来件渠道', '渠道', '来件来源', '问题来源'],
  class: ['办理类别', '类别', '答复类别'],
  category: ['内容分类', '分类', '意见分类', '问题分类'],
  state: ['退回或并件', '状态', '办理状态', '退回并件'],
} as const;

type DayKey = keyof typeof DAY_COLUMNS;
type WordKey = keyof typeof WORD_COLUMNS;
/** The columns of a ledger that are read, by any of their names. */
export const LEDGER_COLUMNS: ColumnNames<DayKey | WordKey> = { ...DAY_COLUMNS, ...WORD_COLUMNS };
const DAY_KEYS = Object.keys(DAY_COLUMNS) as DayKey[];
/** Columns whose words are published as labels of totals. */
const LABELS = ['group', 'class', 'category'] as const;
const LONGEST_LABEL = 16;
const BLANK = /^[—\-–/无]*$/u;

/**
 * A ledger that an office keeps, as rows of days and classes. Columns of other names, those with the words of opinions and the names of people
 * among them, are never read. A row of totals ends nothing and counts for nothing.
 */
export function ledgerRowsOf(
  table: readonly TableRow[],
  file: string,
): { rows: LedgerRow[]; lines: number[]; faults: Fault[] } {
  const columns = byColumn(table, LEDGER_COLUMNS, ['received']);
  if (!columns) {
    const remedy = '列名写成：编号,来源,收到日期,签批日期,首次回复日,办结日,办理类别,内容分类,退回或并件';
    return {
      rows: [],
      lines: [],
      faults: [{ file, line: 1, column: 1, reason: '表里没有列 收到日期', remedy }],
    };
  }
  const rows: LedgerRow[] = [];
  const lines: number[] = [];
  const faults: Fault[] = [];
  const rowAt = new Map(table.map((row) => [row.line, row]));
  for (const cells of columns.rows) {
    const first = rowAt.get(cells.line)?.cells.find((words) => words !== '') ?? '';
    if (/^(合|总|小)\s*计/u.test(first)) continue;
    const found: Partial<Record<DayKey, string>> = {};
    const before = faults.length;
    for (const key of DAY_KEYS) {
      const words = cells[key];
      if (BLANK.test(words)) continue;
      const day = dayInCell(words);
      const place = { file, line: cells.line, column: 1 };
      if (day !== undefined) found[key] = day;
      else
        faults.push({
          ...place,
          reason: `${DAY_COLUMNS[key][0]}“${words}”不是日期`,
          remedy: '写成 2026-10-23；没有就空着',
        });
    }
    if (found.received === undefined) {
      if (faults.length === before) {
        faults.push({
          file,
          line: cells.line,
          column: 1,
          reason: '没有写收到日期',
          remedy: '写成 2026-10-23',
        });
      }
      continue;
    }
    for (const key of LABELS) {
      if (!isTooLong(cells[key])) continue;
      const reason = `${WORD_COLUMNS[key][0]}“${cells[key].slice(0, 8)}…”不像类别名称`;
      faults.push({
        file,
        line: cells.line,
        column: 1,
        reason,
        remedy: '这一列会公布，只写类别，不写内容、姓名和电话',
      });
    }
    const state = RETURNED_STATES.find(
      (name) => cells.state.includes(name) || (name === '并件' && /并[入案]/u.test(cells.state)),
    );
    rows.push({
      ...found,
      received: found.received,
      ...wordsOf('id', cells.id),
      ...wordsOf('group', cells.group),
      ...wordsOf('class', cells.class),
      ...wordsOf('category', cells.category),
      ...(state === undefined ? {} : { state }),
    });
    lines.push(cells.line);
  }
  return { rows, lines, faults };
}

/** Whether a label looks like the words of an opinion, or holds a telephone number. */
function isTooLong(label: string): boolean {
  return [...label].length > LONGEST_LABEL || /\d{7}/.test(label);
}

function wordsOf<Key extends Exclude<WordKey, 'state'>>(
  key: Key,
  words: string,
): Partial<Record<Key, string>> {
  return BLANK.test(words) ? {} : ({ [key]: words } as Partial<Record<Key, string>>);
}
