import { expectedOf, type CountedUnit } from '../domain/schedule/expected.ts';
import { orderDay } from '../domain/schedule/order.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import type { UnitPlan } from '../domain/schedule/work-out.ts';
import type { Facts, FormSheet } from './form.ts';
import { ATTENDANCE } from './forms/attendance.ts';
import { sessionTime, UNDATED } from './words.ts';

/** Words for the year of sessions of which nothing tells it. */
const NO_YEAR = { id: 'open', title: '时间待定的学习', words: '时间待定' };

/**
 * The 学习情况汇总表 of a unit or part, one sheet a year, with what its schedules plan: when, what, in which form, how many hours, how many are to
 * come. Who came is left blank. A session without a day stands last in the year in which its campaign begins; one that is not held is left out.
 */
export function attendanceSheets(
  unit: CountedUnit,
  schedules: readonly Pick<UnitPlan, 'schedule' | 'campaign'>[],
): { sheet: FormSheet; facts: Facts }[] {
  const [sheet] = ATTENDANCE.sheets;
  const years = new Map<string, ScheduledSession[]>();
  for (const { schedule, campaign } of schedules) {
    for (const session of schedule.sessions) {
      if (session.status === 'dropped') continue;
      const year = (orderDay(session) ?? campaign.from)?.slice(0, 4) ?? NO_YEAR.id;
      years.set(year, [...(years.get(year) ?? []), session]);
    }
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, sessions]) => {
      const [title, year] =
        id === NO_YEAR.id ? [NO_YEAR.title, NO_YEAR.words] : [`${id}年学习情况汇总表`, id];
      return {
        sheet: { ...sheet!, id: `${sheet!.id}-${id}`, title },
        facts: {
          values: { unit: unit.name, year },
          tables: { attendance: sessions.toSorted(byDay).map((session) => rowOf(session, unit, id)) },
        },
      };
    });
}

function byDay(a: ScheduledSession, b: ScheduledSession): number {
  const [one, other] = [a, b].map((session) => `${orderDay(session) ?? '9999'} ${session.time ?? '99:99'}`);
  return one === other ? 0 : one! < other! ? -1 : 1;
}

/** The year stands over the table; of what lies in another one it is told. */
function rowOf(session: ScheduledSession, unit: CountedUnit, year: string): string[] {
  const { title, form, hours } = session;
  const expected = expectedOf(session, unit);
  const time = (sessionTime(session) ?? UNDATED).replaceAll(`${year}年`, '').replaceAll('；', '\n');
  return ['', time, title, form, String(hours ?? ''), String(expected ?? '')];
}
