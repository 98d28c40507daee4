import { writeCalendar, type Calendar } from '../../../ics/write-calendar.ts';
import { planCalendars } from '../../../views/calendars.ts';
import { pathsOf } from '../../../views/paths.ts';

export const getStaticPaths = () => pathsOf(planCalendars);

/** Sessions and deadlines of one plan of a unit. */
export function GET({ props }: { props: Calendar }): Response {
  return new Response(writeCalendar(props), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
