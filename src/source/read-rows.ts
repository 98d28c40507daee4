import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTable } from '../tables/read-table.ts';
import type { ReadTable } from '../tables/table.ts';

/** The rows of a table of the content folder, or why there are none. Never throws for content. */
export async function readRows(contentDir: string, file: string): Promise<ReadTable> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(contentDir, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return { problem: { reason: `文件读不出来（${code}）`, remedy: '检查权限与磁盘后重试' } };
  }
  return readTable(file, bytes);
}
