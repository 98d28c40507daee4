import { officeTable } from '../domain/calendar/office-table.ts';
import { workCalendar, type WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { workOutSchedules, type UnitPlan } from '../domain/schedule/work-out.ts';
import type { Fields } from '../schemas/collections.ts';
import type { Content } from '../source/read-content.ts';
import { callsOf } from './essays.ts';

type WithId<Name extends 'units' | 'plans' | 'campaigns'> = Fields<Name> & { id: string };

/** A plan of the content worked out for a unit. */
export type ContentSchedule = UnitPlan<WithId<'units'>, WithId<'plans'>, WithId<'campaigns'>>;

/** The working-day calendar of an office: the official tables with its own laid over them. */
export function calendarOf({ items }: Content): WorkCalendar {
  return workCalendar(items.calendar.map(({ fields }) => officeTable(fields)));
}

/** All schedules of a content folder, units in the order of their ids. */
export function schedulesOf(content: Content, calendar: WorkCalendar): ContentSchedule[] {
  const { items } = content;
  const units = items.units.map(withId).sort((a, b) => (a.id < b.id ? -1 : 1));
  return workOutSchedules(
    units,
    items.plans.map(withId),
    items.campaigns.map(withId),
    calendar,
    callsOf(content),
  );
}

function withId<F>({ id, fields }: { id: string; fields: F }): F & { id: string } {
  return { ...fields, id };
}
