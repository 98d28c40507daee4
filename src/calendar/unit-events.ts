import type { UnitPlan } from '../domain/schedule/work-out.ts';
import type { CalendarEvent } from './event.ts';
import { scheduleEvents } from './schedule-events.ts';

/** What the events of a unit need beside its schedules. */
export interface UnitSurroundings {
  /** Full URL of a page of the site, by its address from the root. */
  fullAddress(address: string): string;
  /** Titles of the entries that readers may see, by key. */
  titles: ReadonlyMap<string, string>;
}

/** All events of one unit, plan by plan: what its calendar file shows and what the record of publication is kept of. */
export function unitEvents(
  schedules: readonly UnitPlan[],
  { fullAddress, titles }: UnitSurroundings,
): CalendarEvent[] {
  return schedules.flatMap((of) =>
    scheduleEvents(of, {
      fullAddress,
      titleOf: (reading) => titles.get(reading.split('#')[0] ?? reading),
    }),
  );
}
