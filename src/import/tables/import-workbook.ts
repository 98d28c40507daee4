import { basename } from 'node:path';
import { DUE_SHEET } from '../../domain/schedule/table/columns.ts';
import { CellLedger } from './cell-ledger.ts';
import { importPlan } from './import-plan.ts';
import { importRegister } from './import-register.ts';
import { originLine, placeFiles, type PlacedFile } from './new-files.ts';
import { readPlanRows } from './plan-rows.ts';
import { readSheets } from './read-sheets.ts';
import { isDueSheet, noteLines, remarksOn, tellsNothing } from './sheet-notes.ts';
import { piecesOf, type TablePiece } from './split-tables.ts';
import { TableFailure, type ReadTable, type TableImport, type TableSource } from './table-import.ts';
import { readTimeGrid } from './time-grid.ts';
import type { WorkbookContent } from './workbook-content.ts';

/** What was read from a workbook; nothing is written yet. */
export interface ReadWorkbook {
  tables: ReadTable[];
  remarks: readonly string[];
}

/** What tables are held against, and where they are to be written. */
export interface TableContext {
  content: WorkbookContent;
  outDir: string;
  encoding?: string | undefined;
  /** Whether what resembles an existing plan or ledger is written as another one. */
  another?: boolean | undefined;
  /** Plans, ledgers and receipts that were there before this run: `plans/name.yaml`. */
  standing: readonly string[];
}

/**
 * Reads the tables of a workbook or .csv file, several in a sheet too: 学习计划安排表 and timetables as plans, others as ledgers and receipts. A sheet
 * that holds none, a hidden one, and a table that cannot be read are named and stop no other. `outDir` is where the tables are to be written, and
 * what stands there already. Throws UnreadableFile or TableFailure where nothing can be read.
 */
export async function importWorkbook(
  path: string,
  bytes: Uint8Array,
  context: TableContext,
): Promise<ReadWorkbook> {
  const workbook = readSheets(path, bytes, context.encoding);
  const { tables: pieces, notes: all } = piecesOf(workbook.sheets);
  const notes = all.filter(({ sheet }) => !isDueSheet(sheet));
  if (pieces.length === 0) throw new TableFailure(tellsNothing(workbook));
  const asides = [...workbook.asides, ...notes.flatMap(noteLines)];
  const withNotes = pieces.find(({ kind }) => kind.name !== 'register');
  const tables: TableImport[] = [];
  const failures: string[] = [];
  const taken = new Set<string>();
  for (const [index, piece] of pieces.entries()) {
    const source: TableSource = {
      origin: originOf(path, bytes, piece, index),
      asides: piece === withNotes ? asides : [],
      outDir: context.outDir,
      sheet: piece.sheet.name,
      file: basename(path).replace(/\.[^.]+$/, ''),
      taken,
      another: context.another === true,
      standing: context.standing,
    };
    try {
      tables.push(await importPiece(piece, source, context.content));
    } catch (error) {
      if (!(error instanceof TableFailure)) throw error;
      failures.push(pieces.length === 1 ? error.message : `${placeOf(piece)}没有导入：${error.message}`);
    }
  }
  if (tables.length === 0) throw new TableFailure(failures.join('\n'));
  return {
    tables: tables.map(({ ledger, ...table }) => ({ ...table, uses: ledger.counts() })),
    remarks: [
      ...workbook.remarks,
      ...remarksOn(workbook.sheets, notes, withNotes !== undefined),
      ...(notes.length < all.length ? [`工作表“${DUE_SHEET}”由专题活动的期限算出，不用导入`] : []),
      ...failures,
    ],
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

function originOf(path: string, bytes: Uint8Array, { sheet }: TablePiece, index: number): string {
  const name = basename(path) + (index === 0 || sheet.name === '' ? '' : `（${sheet.name}）`);
  return originLine(name, bytes) + (index === 0 ? '' : `/${index + 1}`);
}

function placeOf({ sheet, grid }: TablePiece): string {
  const from = grid.nextRow(1);
  return `${sheet.name === '' ? '' : `工作表“${sheet.name}”`}第 ${from} 行起的表`;
}

function importPiece(
  { grid, kind }: TablePiece,
  source: TableSource,
  content: WorkbookContent,
): Promise<TableImport> {
  const ledger = new CellLedger();
  switch (kind.name) {
    case 'plan':
      return importPlan(grid, readPlanRows(grid, kind.head, ledger), ledger, source, content);
    case 'times':
      return importPlan(grid, readTimeGrid(grid, kind.grid, ledger), ledger, source, content);
    default:
      return importRegister(grid, kind.register, source, content);
  }
}
