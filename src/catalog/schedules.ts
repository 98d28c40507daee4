import { officeTable } from '../domain/calendar/office-table.ts';
import { workCalendar, type WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { workOutSchedules, type UnitPlan } from '../domain/schedule/work-out.ts';
import type { Fields } from '../schemas/collections.ts';
import { itemsOf, oncePerContent } from './content.ts';
import { essayCalls } from './essay-calls.ts';
import { getCatalog, type Campaign, type Unit } from './library.ts';

/** A plan as its file gives it. */
export type StudyPlan = Fields<'plans'> & { id: string };
/** A plan worked out for a unit. */
export type UnitSchedule = UnitPlan<Unit, StudyPlan, Campaign>;

/** Where an entry is assigned: a session of a plan, with the units that hold it. */
export interface Assignment {
  plan: StudyPlan;
  session: ScheduledSession;
  held: { unit: Unit; session: ScheduledSession }[];
}

/** All schedules of the office. */
export interface Schedules {
  calendar: WorkCalendar;
  plans: StudyPlan[];
  all: UnitSchedule[];
  byUnit: Map<string, UnitSchedule[]>;
  /** Assignments of an entry, by its key. */
  assignments: Map<string, Assignment[]>;
}

/** The schedules of this build. */
export const getSchedules: () => Promise<Schedules> = oncePerContent(workOut);

async function workOut(): Promise<Schedules> {
  const catalog = await getCatalog();
  const { units, campaigns } = catalog;
  const plans = itemsOf('plans')
    .map(({ id, fields }): StudyPlan => ({ ...fields, id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const calendar = workCalendar(itemsOf('calendar').map(({ fields }) => officeTable(fields)));
  const all = workOutSchedules(units, plans, campaigns, calendar, essayCalls(catalog));
  return { calendar, plans, all, byUnit: byUnit(all), assignments: assignmentsOf(all) };
}

function byUnit(all: readonly UnitSchedule[]): Map<string, UnitSchedule[]> {
  const groups = new Map<string, UnitSchedule[]>();
  for (const schedule of all) {
    const group = groups.get(schedule.unit.id);
    if (group) group.push(schedule);
    else groups.set(schedule.unit.id, [schedule]);
  }
  return groups;
}

function assignmentsOf(all: readonly UnitSchedule[]): Map<string, Assignment[]> {
  const bySession = new Map<string, Assignment>();
  const byEntry = new Map<string, Assignment[]>();
  for (const { plan, unit, schedule } of all) {
    for (const session of schedule.sessions) {
      const key = `${plan.id} ${session.id}`;
      const known = bySession.get(key);
      if (known) {
        known.held.push({ unit, session });
        continue;
      }
      const assignment: Assignment = { plan, session, held: [{ unit, session }] };
      bySession.set(key, assignment);
      for (const reading of session.readings ?? []) {
        const entry = reading.split('#')[0] ?? reading;
        byEntry.set(entry, [...(byEntry.get(entry) ?? []), assignment]);
      }
    }
  }
  return byEntry;
}
