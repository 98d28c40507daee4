import { join } from 'node:path';
import { CONTENT_BUDGET } from '../../domain/budgets.ts';
import { isDay, type Day } from '../../domain/day.ts';
import { slugFromChinese } from '../../domain/slug.ts';
import { csvCell } from '../../domain/spreadsheet-cell.ts';
import { formatFault, type Fault } from '../../source/fault.ts';
import { LEDGER_COLUMNS, ledgerRowsOf } from '../../source/ledger-table.ts';
import { readPlainFile } from '../../source/plain-file.ts';
import { RECEIPTS_COLUMNS, receiptsOf } from '../../source/receipts-table.ts';
import { parseYaml } from '../../source/yaml.ts';
import { plainName } from '../../tables/columns.ts';
import type { TableRow } from '../../tables/table.ts';
import { CellLedger, NOT_PUBLISHED } from './cell-ledger.ts';
import { earlierRegister, type Comparison } from './earlier-register.ts';
import type { Grid } from './grid.ts';
import { freeName, namesIn } from './new-files.ts';
import { yamlText } from './plan-file.ts';
import { columnsOf, titleOf, type Register } from './register-head.ts';
import { receiptDoubts } from './receipt-doubts.ts';
import { TableFailure, type TableImport, type TableSource } from './table-import.ts';
import { whatIsOtherwise } from './what-is-otherwise.ts';
import type { WorkbookContent } from './workbook-content.ts';

/** Faults that are told of one table; behind the first ones all others are their echo. */
const MOST_TOLD = 100;
const LONGEST_ROW = 120;

/** Rows of a register as its .csv file has them, the column names first. */
interface ReadRegister {
  table: string[][];
  /** Lines of rows that were left out, and why, in Chinese. */
  bad: ReadonlySet<number>;
  doubts: string[];
}

/** Makes 报送情况 or a 台账 from a sheet. Rows that cannot be read are left out and named; where none can, throws TableFailure. */
export async function importRegister(
  grid: Grid,
  register: Register,
  source: TableSource,
  content: WorkbookContent,
): Promise<TableImport> {
  const { kind, header } = register;
  const wanted = slugFromChinese(source.file);
  const title = titleOf(grid, header) ?? source.file;
  const { table, bad, doubts } =
    kind === '报送情况' ? readReceipts(register, source) : readLedger(register, source);
  const { ledger, left } = accountFor(grid, register, bad);
  if (kind === '报送情况') doubts.push(...receiptDoubts(table.slice(1), content));
  if (left.length > 0) doubts.push(`没有导入的列（意见内容、姓名等不入库）：${left.join('、')}`);
  const base = { kind, ledger, doubts };
  const asOf = kind === '报送情况' ? undefined : asOfIn([source.file, ...wordsAbove(grid, header)]);
  const earlier = await earlierRegister(source, table, comparisonOf(kind, title, wanted, source.outDir));
  if (earlier?.isStanding === true && !source.another)
    return {
      ...base,
      files: [],
      present: [earlier.file],
      lines: whatIsOtherwise(earlier.file, earlier.differences),
      ...(earlier.differences.length > 0 && {
        update: { file: earlier.file, text: csvText(table), differences: earlier.differences, asOf },
      }),
    };
  if (earlier) doubts.push(`与 ${earlier.file} 多数行相同，另写了一份，请核对是不是同一份表`);
  const folder = kind === '报送情况' ? 'receipts' : 'ledgers';
  const name = await freeName(source.outDir, folder, wanted, source.taken);
  const csv = { folder, name, ending: '.csv', text: csvText(table) } as const;
  if (kind === '报送情况') return { ...base, files: [csv], present: [], lines: [] };
  const yaml = {
    folder,
    name,
    ending: '.yaml',
    text: yamlText({ title, asOf, draft: true }, [source.origin, ...leftOutLine(bad)]),
  } as const;
  const lines = [
    `在 ledgers/${name}.yaml 里补上 campaign（专题活动）、${asOf ? '' : 'asOf（截至日期）、'}limit（办理时限），核对后删去 draft: true`,
  ];
  return { ...base, files: [yaml, csv], present: [], lines };
}

/** What stands above the names of the columns. */
function wordsAbove(grid: Grid, header: number): string[] {
  return grid.cells.filter(({ row }) => row < header).map(({ text }) => text);
}

/** The day until which a table counts, where its words say 截至 and a whole day, and no other day. */
function asOfIn(words: readonly string[]): Day | undefined {
  const found = words.flatMap((each) =>
    [...each.replace(/\s+/gu, '').matchAll(/截[至止]到?(\d{4})[年.-](\d{1,2})[月.-](\d{1,2})日?/gu)].map(
      ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    ),
  );
  const [only, ...others] = [...new Set(found)];
  return only !== undefined && others.length === 0 && isDay(only) ? only : undefined;
}

/** Totals of a ledger lack the rows that were left out, and whoever opens its file must know. */
function leftOutLine(bad: ReadonlySet<number>): string[] {
  return bad.size === 0
    ? []
    : [`没有导入的行（合计里没有它们，改好后补上）：原表第 ${[...bad].join('、')} 行`];
}

function readReceipts({ rows }: Register, { file }: TableSource): ReadRegister {
  const { fields, lines, faults } = receiptsOf(rows, file);
  const { bad, doubts } = badRows(faults, rows, lines);
  const table = fields.rows
    .filter((_, index) => !bad.has(lines[index] ?? 0))
    .map(({ matter, unit, received = '', copies, note = '' }) => [
      matter,
      unit,
      received,
      copies === undefined ? '' : String(copies),
      note,
    ]);
  return { table: [namesOf(RECEIPTS_COLUMNS), ...table], bad, doubts };
}

function readLedger({ rows }: Register, { file }: TableSource): ReadRegister {
  const { rows: read, lines, faults } = ledgerRowsOf(rows, file);
  const { bad, doubts } = badRows(faults, rows, lines);
  const keys = Object.keys(LEDGER_COLUMNS) as (keyof typeof LEDGER_COLUMNS)[];
  const table = read
    .filter((_, index) => !bad.has(lines[index] ?? 0))
    .map((row) => keys.map((key) => row[key] ?? ''));
  return { table: [namesOf(LEDGER_COLUMNS), ...table], bad, doubts };
}

function namesOf(columns: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(columns).map(([first]) => first ?? '');
}

/** Rows with a fault are left out whole, each with its words. Throws TableFailure where no row is sound. */
function badRows(
  faults: readonly Fault[],
  rows: readonly TableRow[],
  readable: readonly number[],
): { bad: ReadonlySet<number>; doubts: string[] } {
  const bad = new Set(faults.map(({ line }) => line));
  if (faults.length > 0 && readable.every((line) => bad.has(line))) refuse(faults);
  const told = faults.slice(0, MOST_TOLD).map(({ line, reason, remedy }) => {
    const words =
      rows
        .find((row) => row.line === line)
        ?.cells.filter((cell) => cell !== '')
        .join(' | ') ?? '';
    return `第 ${line} 行没有导入：${reason} — ${remedy}；原文：${words.slice(0, LONGEST_ROW)}`;
  });
  if (faults.length > MOST_TOLD) told.push(`还有 ${faults.length - MOST_TOLD} 处，没有列出`);
  return { bad, doubts: told };
}

function accountFor(
  grid: Grid,
  { kind, header, rows }: Register,
  bad: ReadonlySet<number>,
): { ledger: CellLedger; left: string[] } {
  const ledger = new CellLedger();
  const left = new Set<string>();
  const lines = new Set(rows.map(({ line }) => line));
  const names = new Set(Object.values(columnsOf(kind)).flat().map(plainName));
  const nameOf = new Map<number, string>();
  for (const cell of grid.cells) {
    const name = nameOf.get(cell.column) ?? plainName(grid.at(header, cell.column)?.text ?? '');
    nameOf.set(cell.column, name);
    if (cell.row < header) ledger.use(cell, '表头文字');
    else if (cell.row === header) ledger.use(cell, '列名');
    else if (!lines.has(cell.row)) ledger.use(cell, '表下文字，没有导入');
    else if (bad.has(cell.row)) ledger.use(cell, '没有导入的行');
    else if (names.has(name)) ledger.use(cell, name);
    else {
      ledger.use(cell, NOT_PUBLISHED);
      left.add(name === '' ? '没有列名的列' : name);
    }
  }
  return { ledger, left: [...left] };
}

/** Tables of what was handed in are one where matters and units are the same; ledgers, where their file or title is. */
function comparisonOf(kind: Register['kind'], title: string, wanted: string, contentDir: string): Comparison {
  if (kind === '报送情况')
    return {
      folder: 'receipts',
      columns: RECEIPTS_COLUMNS,
      keys: ['matter', 'unit'],
      isCandidate: () => Promise.resolve(true),
    };
  return {
    folder: 'ledgers',
    columns: LEDGER_COLUMNS,
    keys: ['id', 'received'],
    isCandidate: async (name) => name === wanted || (await titleIn(contentDir, name)) === title,
  };
}

async function titleIn(contentDir: string, name: string): Promise<unknown> {
  if (!(await namesIn(contentDir, 'ledgers')).includes(`${name}.yaml`)) return undefined;
  const { bytes } = await readPlainFile(
    join(contentDir, 'ledgers', `${name}.yaml`),
    CONTENT_BUDGET.textBytes,
  );
  const fields = parseYaml(bytes?.toString('utf8') ?? '', name).value as { title?: unknown } | undefined;
  return fields?.title;
}

function refuse(faults: readonly Fault[]): never {
  const told = faults.slice(0, MOST_TOLD).map((fault) => `    ${formatFault(fault)}`);
  const more = faults.length > MOST_TOLD ? [`    还有 ${faults.length - MOST_TOLD} 处，没有列出`] : [];
  throw new TableFailure(`有 ${faults.length} 处读不懂，未写入：\n${[...told, ...more].join('\n')}`);
}

/** Rows as a .csv file. */
function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}
