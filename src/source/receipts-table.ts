import type { Fields } from '../schemas/collections.ts';
import { countInCell, dayInCell } from '../tables/cells.ts';
import { byColumn, type ColumnNames } from '../tables/columns.ts';
import type { TableRow } from '../tables/table.ts';
import type { Fault } from './fault.ts';

type Key = 'matter' | 'unit' | 'received' | 'copies' | 'note';

/** The columns of 报送情况, by any of their names. */
export const RECEIPTS_COLUMNS: ColumnNames<Key> = {
  matter: ['事项', '报送事项', '材料名称', '材料'],
  unit: ['单位', '报送单位', '单位名称'],
  received: ['收到日期', '收到时间', '报送日期', '收件日期', '日期'],
  copies: ['份数', '数量', '篇数'],
  note: ['备注', '说明'],
};
const EXAMPLE = '列名写成：事项,单位,收到日期,份数,备注';

/** A table of what was handed in as fields, the line of each row, and a fault for every row that cannot be understood. */
export function receiptsOf(
  table: readonly TableRow[],
  file: string,
): { fields: Fields<'receipts'>; lines: number[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const columns = byColumn(table, RECEIPTS_COLUMNS, ['matter', 'unit']);
  const missing = (['matter', 'unit', 'received'] as const).filter((key) => !columns?.found.has(key));
  if (!columns || missing.length > 0) {
    const names = missing.map((key) => RECEIPTS_COLUMNS[key][0]).join('、');
    const line = columns?.header ?? table[0]?.line ?? 1;
    return {
      fields: { rows: [] },
      lines: [],
      faults: [{ file, line, column: 1, reason: `表里没有列 ${names}`, remedy: EXAMPLE }],
    };
  }
  const rows: Fields<'receipts'>['rows'] = [];
  const lines: number[] = [];
  for (const { line, matter, unit, received, copies, note } of columns.rows) {
    const refuse = (reason: string, remedy: string) => faults.push({ file, line, column: 1, reason, remedy });
    if (/^合\s*计|^总\s*计|^小\s*计/u.test(matter || unit)) continue;
    if (matter === '') refuse('没有写事项', '写材料报送的题名或报告名称');
    if (unit === '') refuse('没有写单位', '写单位全称、简称或曾用名');
    const day = received === '' ? undefined : dayInCell(received);
    if (received !== '' && day === undefined) refuse(`收到日期“${received}”不是日期`, '写成 2026-10-23');
    const count = copies === '' ? undefined : countInCell(copies);
    if (copies !== '' && count === undefined) refuse(`份数“${copies}”不是数字`, '写成 2');
    if (matter === '' || unit === '' || (received !== '' && day === undefined)) continue;
    rows.push({
      matter,
      unit,
      ...(day === undefined ? {} : { received: day }),
      ...(count === undefined ? {} : { copies: count }),
      ...(note === '' ? {} : { note }),
    });
    lines.push(line);
  }
  return { fields: { rows }, lines, faults };
}
