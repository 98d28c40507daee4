import type { PublishedEvent } from '../ics/event.ts';
import { EMPTY_RECORD, withRecord } from '../ics/record.ts';
import { titlesByUid } from '../ics/schedule-events.ts';
import { unitEvents } from '../ics/unit-events.ts';
import type { IcsFile } from '../ics/write-ics.ts';
import { latestDay } from '../domain/day.ts';
import { readingNamer } from '../domain/schedule/reading-names.ts';
import { shortNameOf } from '../domain/units.ts';
import { titlesFor } from '../site/schedules.ts';
import type { ResolvedSite, Unit } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import type { PageKind } from './page.ts';
import { pagesOfSchedules } from './schedules.ts';
import { fullAddress } from './settings.ts';

/** The day that stands for a plan without one: calendar files need some day, and the clock must not be it. */
const NO_REVISION = '2026-01-01';

/** Sessions and deadlines of all plans of each unit. */
export const unitIcsFiles: PageKind<IcsFile> = {
  route: '/units/[unit].ics',
  pages: (site) =>
    site.units.map((unit) => ({
      address: `/units/${unit.id}.ics`,
      props: {
        name: zh['plan.schedule'](shortNameOf(unit)),
        revised:
          latestDay((site.schedulesOf.get(unit.id) ?? []).map(({ plan }) => plan.revised)) ?? NO_REVISION,
        events: eventsOf(unit, site),
      },
    })),
};

/** Sessions and deadlines of one plan of a unit. */
export const planIcsFiles: PageKind<IcsFile> = pagesOfSchedules(
  '/units/[unit]/[plan].ics',
  (site) =>
    ({ unit, plan }) => ({
      name: `${shortNameOf(unit)}：${plan.title}`,
      revised: plan.revised ?? NO_REVISION,
      events: eventsOf(unit, site).filter((event) => event.plan === plan.id),
    }),
);

function eventsOf(unit: Unit, site: ResolvedSite): PublishedEvent[] {
  const schedules = site.schedulesOf.get(unit.id) ?? [];
  const nameReading = readingNamer(titlesFor(schedules, site));
  const events = unitEvents(schedules, { fullAddress, nameReading });
  return withRecord(events, site.records.get(unit.id) ?? EMPTY_RECORD, titlesByUid(schedules));
}
