import type { PlanTable } from '../../../domain/schedule/table/plan-table.ts';
import { XLSX } from '../../../ooxml/media-types.ts';
import { planWorkbook } from '../../../ooxml/plan-workbook.ts';
import { writeWorkbook } from '../../../ooxml/workbook/write-workbook.ts';
import { scheduleWorkbooks } from '../../../views/ooxml-files.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(scheduleWorkbooks);

/** One plan of a unit as a 学习计划安排表, to print, to edit, and to import again. */
export function GET({
  props: { table, creator },
}: {
  props: { table: PlanTable; creator: string };
}): Response {
  const file = writeWorkbook(planWorkbook(table, creator));
  return new Response(new Uint8Array(file), { headers: { 'content-type': XLSX } });
}
