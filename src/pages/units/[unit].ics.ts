import type { APIContext } from 'astro';
import { calendarFile } from '../../catalog/calendars.ts';
import { getCatalog, type Unit } from '../../catalog/library.ts';

export async function getStaticPaths() {
  const { units } = await getCatalog();
  return units.map((unit) => ({ params: { unit: unit.id }, props: { unit } }));
}

/** Sessions and deadlines of all plans of a unit. */
export async function GET({ props }: APIContext<{ unit: Unit }>) {
  return new Response(await calendarFile(props.unit), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}
