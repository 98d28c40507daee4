import type { UnitPlan } from '../domain/schedule/work-out.ts';
import type { IcsEvent } from './event.ts';
import { scheduleEvents, type EventSurroundings } from './schedule-events.ts';

/** All events of one unit, plan by plan: the content of its calendar file and of the record of publication. */
export function unitEvents(schedules: readonly UnitPlan[], surroundings: EventSurroundings): IcsEvent[] {
  return schedules.flatMap((of) => scheduleEvents(of, surroundings));
}
