import type { APIContext } from 'astro';
import { planWorkbookFile } from '../../../catalog/plan-workbooks.ts';
import { getSchedules, type UnitSchedule } from '../../../catalog/schedules.ts';

export async function getStaticPaths() {
  const { all } = await getSchedules();
  return all.map((of) => ({ params: { unit: of.unit.id, plan: of.plan.id }, props: { of } }));
}

/** One plan of a unit as a 学习计划安排表, to print, to edit, and to import again. */
export async function GET({ props: { of } }: APIContext<{ of: UnitSchedule }>) {
  return new Response((await planWorkbookFile(of)) as BodyInit, {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
}
