import { writeIcs, type IcsFile } from '../../../ics/write-ics.ts';
import { planIcsFiles } from '../../../views/ics-files.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(planIcsFiles);

/** Sessions and deadlines of one plan of a unit. */
export function GET({ props }: { props: IcsFile }): Response {
  return new Response(writeIcs(props), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
