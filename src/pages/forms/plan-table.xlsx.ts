import { blankPlanWorkbookFile } from '../../catalog/plan-workbooks.ts';

/** The blank 学习计划安排表 that `npm run import` reads once it is filled in. */
export async function GET() {
  return new Response((await blankPlanWorkbookFile()) as BodyInit, {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}
