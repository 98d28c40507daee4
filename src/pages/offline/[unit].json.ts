import type { APIContext } from 'astro';
import { getCatalog, type Unit } from '../../catalog/library.ts';
import { offlinePagesOf } from '../../catalog/offline.ts';

export async function getStaticPaths() {
  const { units } = await getCatalog();
  return units.map((unit) => ({ params: { unit: unit.id }, props: { unit } }));
}

/** The pages of a unit's set; the build replaces this list by one of every file, with its digest. */
export async function GET({ props }: APIContext<{ unit: Unit }>) {
  return Response.json(await offlinePagesOf(props.unit));
}
