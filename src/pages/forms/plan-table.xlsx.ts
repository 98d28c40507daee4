import { XLSX } from '../../ooxml/media-types.ts';
import { blankPlanWorkbook as emptyPlan } from '../../ooxml/plan-workbook.ts';
import { writeWorkbook } from '../../ooxml/workbook/write-workbook.ts';
import { zh } from '../../strings/zh.ts';
import { blankPlanWorkbook } from '../../views/ooxml-files.ts';
import { propsOf } from '../../views/paths.ts';

/** The blank 学习计划安排表 that `npm run import` reads once it is filled in. */
export async function GET(): Promise<Response> {
  const { creator } = await propsOf(blankPlanWorkbook);
  const file = writeWorkbook(emptyPlan(zh['forms.planTable'], creator));
  return new Response(new Uint8Array(file), { headers: { 'content-type': XLSX } });
}
