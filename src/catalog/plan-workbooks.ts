import { planTable } from '../domain/schedule/table/plan-table.ts';
import { readingWords } from '../domain/schedule/table/reading-words.ts';
import { blankPlanWorkbook, planWorkbook } from '../office/plan-workbook.ts';
import { writeWorkbook } from '../office/workbook/write-workbook.ts';
import { zh } from '../strings/zh.ts';
import { getCatalog } from './library.ts';
import type { UnitSchedule } from './schedules.ts';

/** A unit's schedule as an .xlsx file. */
export async function planWorkbookFile(of: UnitSchedule): Promise<Uint8Array> {
  const { site, library } = await getCatalog();
  return writeWorkbook(planWorkbook(planTable(of, readingWords(library.entries)), site.organisation));
}

/** The blank form as an .xlsx file. */
export async function blankPlanWorkbookFile(): Promise<Uint8Array> {
  const { site } = await getCatalog();
  return writeWorkbook(blankPlanWorkbook(zh['forms.planTable'], site.organisation));
}
