import { slugFromChinese } from '../../domain/slug.ts';
import { csvCell } from '../../domain/spreadsheet-cell.ts';
import { formatFault, type Fault } from '../../source/fault.ts';
import { LEDGER_COLUMNS, ledgerRowsOf } from '../../source/ledger-table.ts';
import { RECEIPTS_COLUMNS, receiptsOf } from '../../source/receipts-table.ts';
import { byColumn, plainName } from '../../tables/columns.ts';
import type { TableRow } from '../../tables/table.ts';
import { CellLedger } from './cell-ledger.ts';
import type { Grid } from './grid.ts';
import { yamlText } from './plan-file.ts';
import { TableFailure, type TableImport } from './table-import.ts';

/** Faults that are told of one table; behind the first ones all others are their echo. */
const MOST_TOLD = 100;

type Columns = Readonly<Record<string, readonly string[]>>;

/** Makes 报送情况 or a 台账 from a sheet; `undefined` where its columns are neither's. Throws TableFailure for rows that cannot be read. */
export function importRegister(grid: Grid, fileName: string, origin: string): TableImport | undefined {
  const rows = rowsOf(grid);
  const name = slugFromChinese(fileName.replace(/\.[^.]+$/, ''));
  const receipts = byColumn(rows, RECEIPTS_COLUMNS, ['matter', 'unit']);
  if (receipts && ['matter', 'unit', 'received'].every((key) => receipts.found.has(key as 'unit'))) {
    const { fields, faults } = receiptsOf(rows, fileName);
    refuse(faults);
    const { ledger } = accountFor(grid, receipts.header, RECEIPTS_COLUMNS);
    const table = fields.rows.map(({ matter, unit, received = '', copies, note = '' }) => [
      matter,
      unit,
      received,
      copies === undefined ? '' : String(copies),
      note,
    ]);
    const text = csvText([Object.values(RECEIPTS_COLUMNS).map(([first]) => first ?? ''), ...table]);
    return {
      kind: '报送情况',
      ledger,
      files: [{ folder: 'receipts', name, ending: '.csv', text }],
      present: [],
      lines: [],
      doubts: [],
    };
  }
  const ledgerTable = byColumn(rows, LEDGER_COLUMNS, ['received']);
  if (!ledgerTable || ledgerTable.found.size < 3) return undefined;
  const read = ledgerRowsOf(rows, fileName);
  refuse(read.faults);
  const { ledger, left } = accountFor(grid, ledgerTable.header, LEDGER_COLUMNS);
  const keys = Object.keys(LEDGER_COLUMNS) as (keyof typeof LEDGER_COLUMNS)[];
  const table = read.rows.map((row) => keys.map((key) => row[key] ?? ''));
  const title = titleAbove(grid, ledgerTable.header) ?? fileName.replace(/\.[^.]+$/, '');
  return {
    kind: '台账',
    ledger,
    files: [
      { folder: 'ledgers', name, ending: '.yaml', text: yamlText({ title, draft: true }, [origin]) },
      {
        folder: 'ledgers',
        name,
        ending: '.csv',
        text: csvText([keys.map((key) => LEDGER_COLUMNS[key][0] ?? ''), ...table]),
      },
    ],
    present: [],
    lines: [
      `在 ledgers/${name}.yaml 里补上 campaign（专题活动）、asOf（截至日期）、limit（办理时限），核对后删去 draft: true`,
    ],
    doubts: left.length > 0 ? [`没有导入的列（意见内容、姓名等不入库）：${left.join('、')}`] : [],
  };
}

/** Rows with the words of merged cells repeated in every row they span, as readers of the table see it. */
function rowsOf(grid: Grid): TableRow[] {
  const rows: TableRow[] = [];
  for (let row = grid.nextRow(1); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const cells = Array.from({ length: Math.min(grid.lastColumn, 200) }, (_, index) => {
      const cell = grid.at(row, index + 1);
      return cell === undefined || cell.column !== index + 1 ? '' : (cell.day ?? cell.text);
    });
    rows.push({ line: row, cells });
  }
  return rows;
}

function accountFor(grid: Grid, header: number, columns: Columns): { ledger: CellLedger; left: string[] } {
  const ledger = new CellLedger();
  const left = new Set<string>();
  const names = new Set(Object.values(columns).flat());
  const nameOf = new Map<number, string>();
  for (const cell of grid.cells) {
    const name = nameOf.get(cell.column) ?? plainName(grid.at(header, cell.column)?.text ?? '');
    nameOf.set(cell.column, name);
    if (cell.row < header) ledger.use(cell, '表头文字');
    else if (cell.row === header) ledger.use(cell, '列名');
    else if (names.has(name)) ledger.use(cell, name);
    else {
      ledger.use(cell, '不入库');
      left.add(name === '' ? '没有列名的列' : name);
    }
  }
  return { ledger, left: [...left] };
}

function titleAbove(grid: Grid, header: number): string | undefined {
  return grid.cells.find(({ row }) => row < header)?.text.replace(/\s+/gu, '');
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const told = faults.slice(0, MOST_TOLD).map((fault) => `    ${formatFault(fault)}`);
  const more = faults.length > MOST_TOLD ? [`    还有 ${faults.length - MOST_TOLD} 处，没有列出`] : [];
  throw new TableFailure(`有 ${faults.length} 处读不懂，未写入：\n${[...told, ...more].join('\n')}`);
}

/** Rows as a .csv file. */
function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}
