import { writeIcs, type IcsFile } from '../../ics/write-ics.ts';
import { unitIcsFiles } from '../../views/ics-files.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(unitIcsFiles);

/** Sessions and deadlines of all plans of a unit. */
export function GET({ props }: { props: IcsFile }): Response {
  return new Response(writeIcs(props), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
