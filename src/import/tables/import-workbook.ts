import { basename } from 'node:path';
import type { Content } from '../../source/read-content.ts';
import { Grid } from './grid.ts';
import { importPlan } from './import-plan.ts';
import { importRegister } from './import-register.ts';
import { originLine, placeFiles, type PlacedFile } from './new-files.ts';
import { findPlanHead } from './plan-head.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { reportWorkbook } from './report-workbook.ts';
import { TableFailure, type TableImport } from './table-import.ts';

/** Whether a file is a workbook: .xlsx, and .xlsm whose macros are left aside. */
export function isWorkbook(path: string): boolean {
  return /\.(?:xlsx|xlsm)$/i.test(path);
}

/** Where a workbook is imported to, and what its words are held against. */
export interface WorkbookRun {
  content: Content;
  outDir: string;
  dryRun: boolean;
}

/**
 * Imports the tables of a workbook: 学习计划安排表 as plans, others as ledgers and receipts. All of them or none: where one fails nothing is
 * written. Throws UnreadableFile or TableFailure.
 */
export async function importWorkbook(
  path: string,
  bytes: Uint8Array,
  { content, outDir, dryRun }: WorkbookRun,
): Promise<{ report: string; placed: PlacedFile[] }> {
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
  const placed = await placeFiles(
    outDir,
    tables.flatMap(({ files }) => files),
    dryRun,
  );
  placed.push(
    ...tables.flatMap(({ present }) => present.map((file): PlacedFile => ({ file, outcome: 'present' }))),
  );
  return { report: reportWorkbook(path, workbook, tables, placed, dryRun), placed };
}

function refuseUnknown({ name, isHidden }: Workbook['sheets'][number], { sheets }: Workbook): never {
  const which = sheets.length > 1 ? `${isHidden ? '隐藏的' : ''}工作表“${name}”` : '表';
  throw new TableFailure(
    `${which}里认不出列名：学习计划要有“专题”或“学习内容”和“时间”两列，报送情况要有“事项、单位、收到日期”，台账要有“收到日期”；不用导入的工作表请先删去`,
  );
}
