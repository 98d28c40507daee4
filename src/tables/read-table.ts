import { readSheet, type CellValue } from 'read-excel-file/node';
import { decode, UnreadableFile } from '../domain/decode.ts';
import { parseCsv } from './parse-csv.ts';
import type { ReadTable, TableRow } from './table.ts';

/** File name endings of the tables that can be read. */
export const TABLE_EXTENSIONS = ['.csv', '.xlsx'] as const;

/**
 * The rows of a .csv file in any Chinese encoding, or of the first sheet of an .xlsx file. Days come as `YYYY-MM-DD`, everything else
 * as it is shown. Never throws for a file's content.
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<ReadTable> {
  const read = name.endsWith('.xlsx') ? await readXlsx(bytes) : readCsv(bytes);
  if (read.rows?.length === 0) {
    return { problem: { reason: '表里没有内容', remedy: '第一行写列名，以下一行一条' } };
  }
  return read;
}

function readCsv(bytes: Uint8Array): ReadTable {
  try {
    return { rows: parseCsv(decode(bytes).text) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { problem: { reason: error.message, remedy: '在 Excel 或 WPS 里另存为“CSV UTF-8”' } };
  }
}

async function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return {
      rows: rows
        .map((cells, index): TableRow => ({ line: index + 1, cells: cells.map(wordsOf) }))
        .filter(({ cells }) => cells.some((words) => words !== '')),
    };
  } catch {
    const remedy = '在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”；有打开密码的先去掉密码';
    return { problem: { reason: '不是能读的 .xlsx 表格', remedy } };
  }
}

function wordsOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  return String(value).trim();
}
