import { officeTable } from '../domain/calendar/office-table.ts';
import { workCalendar } from '../domain/calendar/work-calendar.ts';
import { entryOfReading, titlesOfReadings, type ReadingTitles } from '../domain/schedule/reading-names.ts';
import { revisedOn } from '../domain/schedule/revisions.ts';
import { workOutSchedules } from '../domain/schedule/work-out.ts';
import { byId } from './library.ts';
import type { SiteContent } from './site-content.ts';
import type { Assignment, Call, SiteLibrary, SiteSchedules, UnitSchedule } from './site.ts';

/** Works out every plan of every unit; the working days are the official ones with the office's own laid over them. */
export function siteSchedules(
  { items }: { items: Pick<SiteContent['items'], 'plans' | 'calendar'> },
  { units, campaigns }: Pick<SiteLibrary, 'units' | 'campaigns'>,
  calls: readonly Call[],
): SiteSchedules {
  const plans = byId(items.plans).map((plan) => ({ ...plan, revised: revisedOn(plan) }));
  const calendar = workCalendar(items.calendar.map(({ fields }) => officeTable(fields)));
  const schedules = workOutSchedules(units, plans, campaigns, calendar, calls);
  return {
    calendar,
    plans,
    schedules,
    schedulesOf: byUnit(schedules),
    assignments: assignmentsOf(schedules),
  };
}

/** What these schedules assign, session by session. */
export function readingsIn(schedules: readonly UnitSchedule[]): string[] {
  return schedules.flatMap(({ schedule }) => schedule.sessions).flatMap((session) => session.readings ?? []);
}

/** The titles of everything that these schedules assign. */
export function titlesFor(
  schedules: readonly UnitSchedule[],
  { titleOf, isWithdrawn }: SiteLibrary,
): ReadingTitles {
  return titlesOfReadings(readingsIn(schedules), titleOf, isWithdrawn);
}

function byUnit(schedules: readonly UnitSchedule[]): Map<string, UnitSchedule[]> {
  const groups = new Map<string, UnitSchedule[]>();
  for (const of of schedules) {
    const group = groups.get(of.unit.id);
    if (group) group.push(of);
    else groups.set(of.unit.id, [of]);
  }
  return groups;
}

function assignmentsOf(schedules: readonly UnitSchedule[]): Map<string, Assignment[]> {
  const bySession = new Map<string, Assignment>();
  const byEntry = new Map<string, Assignment[]>();
  for (const { plan, campaign, unit, schedule } of schedules) {
    for (const session of schedule.sessions) {
      const key = `${plan.id} ${session.id}`;
      const known = bySession.get(key);
      if (known) {
        known.held.push({ unit, session });
        continue;
      }
      const assignment: Assignment = { plan, campaign, session, held: [{ unit, session }] };
      bySession.set(key, assignment);
      for (const entry of (session.readings ?? []).map(entryOfReading)) {
        byEntry.set(entry, [...(byEntry.get(entry) ?? []), assignment]);
      }
    }
  }
  return byEntry;
}
