import type { APIContext } from 'astro';
import { calendarFile } from '../../../catalog/calendars.ts';
import { getSchedules, type UnitSchedule } from '../../../catalog/schedules.ts';

export async function getStaticPaths() {
  const { all } = await getSchedules();
  return all.map((of) => ({ params: { unit: of.unit.id, plan: of.plan.id }, props: { of } }));
}

/** Sessions and deadlines of one plan of a unit. */
export async function GET({ props: { of } }: APIContext<{ of: UnitSchedule }>) {
  return new Response(await calendarFile(of.unit, of), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
