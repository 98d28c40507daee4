import { NOT_PUBLISHED, type CellLedger } from './cell-ledger.ts';
import { addressOf } from './grid.ts';
import { ordinalOf } from './ordinal.ts';
import type { SheetCell } from './read-workbook.ts';

/** Uses of cells that are accounted for otherwise: times by `untoldTime`, what stands around the table as it is at the head of the file. */
const ELSEWHERE: ReadonlySet<string | undefined> = new Set([
  ...['时间', '列名', '重复的列名', '重复的标题', '划去的格'],
  ...['表头文字', '表下文字', '表旁文字', '合计', NOT_PUBLISHED],
]);
/** Labels within a cell, by which its lines are sorted into fields, and words that only say that what follows is to be read. */
const LABELS = /^(?:主持人?|领学人?|调整|代号|本单位增加|原主持|原地点|原列席|承办|无|学习|研读|阅读)$/u;
const RUN = /[\p{L}\p{N}]+/gu;
const HOURS = /(\d+(?:\.\d+)?)\s*个?(?:学时|课时|小时)/gu;

/**
 * A second account of a table, from its words: those of `cells` that are not in what is written, each with its cell. `written` holds the fields of
 * the plan and what the report says of them.
 */
export function lostWords(cells: readonly SheetCell[], ledger: CellLedger, written: string): string[] {
  const runs = new Set(written.match(RUN));
  return cells
    .filter((cell) => !ELSEWHERE.has(ledger.useOf(cell)) && !isOrdinal(cell, ledger))
    .flatMap((cell) =>
      (cell.text.replace(HOURS, '$1').match(RUN) ?? [])
        .filter((word) => !LABELS.test(word) && !runs.has(word) && !written.includes(word))
        .map((word) => `${addressOf(cell)}“${word}”`),
    );
}

/** The number of a row says only where it stands. */
function isOrdinal(cell: SheetCell, ledger: CellLedger): boolean {
  return ledger.useOf(cell) === '序号' && ordinalOf(cell.text) !== undefined;
}
