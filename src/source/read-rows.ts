import { readTable } from '../tables/read-table.ts';
import type { ReadTable } from '../tables/table.ts';
import { readBytes } from './read-bytes.ts';

/** The rows of a table of the content folder, or why there are none. Never throws for content. */
export async function readRows(contentDir: string, file: string): Promise<ReadTable> {
  const { bytes, refusal } = await readBytes(contentDir, file);
  return refusal ? { problem: refusal } : readTable(file, bytes);
}
