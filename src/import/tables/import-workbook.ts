import { basename } from 'node:path';
import { Grid } from './grid.ts';
import { importPlan } from './import-plan.ts';
import { importRegister } from './import-register.ts';
import { originLine, placeFiles, type PlacedFile } from './new-files.ts';
import { findPlanHead } from './plan-head.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { TableFailure, type ReadTable, type TableImport } from './table-import.ts';
import type { WorkbookContent } from './workbook-content.ts';

/** Whether a file is a workbook: .xlsx, and .xlsm whose macros are left aside. */
export function isWorkbook(path: string): boolean {
  return /\.(?:xlsx|xlsm)$/i.test(path);
}

/** What was read from a workbook; nothing is written yet. */
export interface ReadWorkbook {
  tables: ReadTable[];
  remarks: readonly string[];
}

/**
 * Reads the tables of a workbook: 学习计划安排表 as plans, others as ledgers and receipts. `outDir` is where they are to be written, and what stands
 * there already. Throws UnreadableFile or TableFailure.
 */
export async function importWorkbook(
  path: string,
  bytes: Uint8Array,
  { content, outDir }: { content: WorkbookContent; outDir: string },
): Promise<ReadWorkbook> {
  const workbook = readWorkbook(bytes);
  const tables: TableImport[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    if (sheet.cells.length === 0) continue;
    const source = {
      origin:
        originLine(`${basename(path)}${index === 0 ? '' : `（${sheet.name}）`}`, bytes) +
        (index === 0 ? '' : `/${index + 1}`),
      asides: tables.length === 0 ? workbook.asides : [],
      outDir,
    };
    const grid = new Grid(sheet);
    const head = findPlanHead(grid);
    const table = head
      ? await importPlan(grid, head, source, content)
      : importRegister(grid, basename(path), source.origin);
    if (table) tables.push(table);
    else refuseUnknown(sheet, workbook);
  }
  if (tables.length === 0) throw new TableFailure('表里没有内容');
  return {
    tables: tables.map(({ ledger, ...table }) => ({ ...table, uses: ledger.counts() })),
    remarks: workbook.remarks,
  };
}

/** Writes the files of tables, all that are new: those that an earlier import has made follow. In a dry run nothing is written. */
export async function placeTables(
  tables: readonly ReadTable[],
  outDir: string,
  dryRun: boolean,
): Promise<PlacedFile[]> {
  const placed = await placeFiles(
    outDir,
    tables.flatMap(({ files }) => files),
    dryRun,
  );
  const present = tables.flatMap((table) => table.present);
  return [...placed, ...present.map((file): PlacedFile => ({ file, outcome: 'present' }))];
}

function refuseUnknown({ name, isHidden }: Workbook['sheets'][number], { sheets }: Workbook): never {
  const which = sheets.length > 1 ? `${isHidden ? '隐藏的' : ''}工作表“${name}”` : '表';
  throw new TableFailure(
    `${which}里认不出列名：学习计划要有“专题”或“学习内容”和“时间”两列，报送情况要有“事项、单位、收到日期”，台账要有“收到日期”；不用导入的工作表请先删去`,
  );
}
