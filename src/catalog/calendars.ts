import { EMPTY_RECORD, withRecord } from '../calendar/record.ts';
import { titlesByUid } from '../calendar/schedule-events.ts';
import { unitEvents } from '../calendar/unit-events.ts';
import { writeCalendar } from '../calendar/write-calendar.ts';
import type { PublishedEvent } from '../calendar/event.ts';
import { latestDay } from '../domain/day.ts';
import { zh } from '../strings/zh.ts';
import { itemOf } from './content.ts';
import { getCatalog, type Unit } from './library.ts';
import { getSchedules, type UnitSchedule } from './schedules.ts';
import { fullAddress } from './settings.ts';

/** The day that stands for a plan without one: calendar files need some day, and the clock must not be it. */
const NO_REVISION = '2026-01-01';

/** The calendar file of a unit: everything, or one plan of it. */
export async function calendarFile(unit: Unit, plan?: UnitSchedule): Promise<string> {
  const { byUnit } = await getSchedules();
  const schedules = byUnit.get(unit.id) ?? [];
  const events = await publishedEvents(unit, schedules);
  const name = unit.shortName ?? unit.name;
  return writeCalendar({
    name: plan ? `${name}：${plan.plan.title}` : zh['plan.schedule'](name),
    revised: latestDay((plan ? [plan] : schedules).map((of) => of.plan.revised)) ?? NO_REVISION,
    events: plan ? events.filter((event) => event.plan === plan.plan.id) : events,
  });
}

async function publishedEvents(unit: Unit, schedules: readonly UnitSchedule[]): Promise<PublishedEvent[]> {
  const { nameReading } = await getCatalog();
  const events = unitEvents(schedules, { fullAddress, nameReading });
  const record = itemOf('published', unit.id)?.fields ?? EMPTY_RECORD;
  return withRecord(events, record, titlesByUid(schedules));
}
