import type { CellLedger } from './cell-ledger.ts';
import { addressOf } from './grid.ts';
import type { SheetCell } from './read-workbook.ts';

/** Uses of cells whose words stand in the plan as they are. Times, forms and readings are worked out, and keep their words in the note. */
const VERBATIM: ReadonlySet<string | undefined> = new Set([
  '专题',
  '参加人员',
  '完成要求',
  '责任人',
  '主持人',
  '领学人',
  '主持人/领学人',
  '发言人',
  '备注',
  '记入备注',
]);
/** Labels within a cell, by which its lines are sorted into fields. */
const LABELS = /^(?:主持人?|领学人?|调整|代号|本单位增加|原主持|原地点|无)$/u;

/** A second account of a table, from its words: those of `cells` that are not in what is written, each with its cell. */
export function lostWords(cells: readonly SheetCell[], ledger: CellLedger, written: string): string[] {
  return cells
    .filter((cell) => VERBATIM.has(ledger.useOf(cell)))
    .flatMap((cell) =>
      (cell.text.match(/[\p{L}\p{N}]+/gu) ?? [])
        .filter((word) => !LABELS.test(word) && !written.includes(word))
        .map((word) => `${addressOf(cell)}“${word}”`),
    );
}
