import { planTable } from '../domain/schedule/table/plan-table.ts';
import { readingWords } from '../domain/schedule/table/reading-words.ts';
import { planWorkbook } from '../office/plan-workbook.ts';
import { writeWorkbook } from '../office/workbook/write-workbook.ts';
import { getCatalog } from './library.ts';
import type { UnitSchedule } from './schedules.ts';

/** A unit's schedule as an .xlsx file. */
export async function planWorkbookFile(of: UnitSchedule): Promise<Uint8Array> {
  const { site, library } = await getCatalog();
  return writeWorkbook(planWorkbook(planTable(of, readingWords(library.entries)), site.organisation));
}
