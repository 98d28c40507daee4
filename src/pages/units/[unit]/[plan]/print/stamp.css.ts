import type { APIRoute, GetStaticPaths } from 'astro';
import { getSchedules, type UnitSchedule } from '../../../../../catalog/schedules.ts';
import { cssString, stampLines } from '../../../../../domain/forms/stamp.ts';

export const getStaticPaths = (async () => {
  const { all } = await getSchedules();
  return all.map((of) => ({ params: { unit: of.unit.id, plan: of.plan.id }, props: { of } }));
}) satisfies GetStaticPaths;

/** What the foot of every page of this pack says; a script adds the day of printing. */
export const GET: APIRoute<{ of: UnitSchedule }> = ({ props: { of } }) => {
  const lines = stampLines({ unit: of.unit.name, plan: of.plan.title, updated: of.plan.revised });
  return new Response(`:root { --stamp: ${cssString(lines)}; }\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
};
