import type { APIContext } from 'astro';
import { scheduleFile } from '../../../catalog/office-papers.ts';
import { getSchedules, type UnitSchedule } from '../../../catalog/schedules.ts';
import { DOCX } from '../../../office/media-types.ts';

export async function getStaticPaths() {
  const { all } = await getSchedules();
  return all.map((of) => ({ params: { unit: of.unit.id, plan: of.plan.id }, props: { of } }));
}

/** The 学习计划安排表 of a unit, to be edited. */
export async function GET({ props: { of } }: APIContext<{ of: UnitSchedule }>) {
  return new Response(new Uint8Array(await scheduleFile(of)), { headers: { 'content-type': DOCX } });
}
