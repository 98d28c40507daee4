import type { APIContext } from 'astro';
import { packFile } from '../../../../catalog/office-papers.ts';
import { getSchedules, type UnitSchedule } from '../../../../catalog/schedules.ts';
import { DOCX } from '../../../../office/media-types.ts';

export async function getStaticPaths() {
  const { all } = await getSchedules();
  return all.map((of) => ({ params: { unit: of.unit.id, plan: of.plan.id }, props: { of } }));
}

/** The sheets of a unit's print pack, filled, to be edited. */
export async function GET({ props: { of } }: APIContext<{ of: UnitSchedule }>) {
  return new Response(new Uint8Array(await packFile(of)), { headers: { 'content-type': DOCX } });
}
