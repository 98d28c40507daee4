import { longDay, shortDay, weekdayName, type Day } from '../day.ts';
import type { Span } from '../deadlines/moment.ts';
import { needsYear } from '../schedule/needs-year.ts';
import { openTime, TO_BE_ANNOUNCED } from '../schedule/notice.ts';
import { severalOf } from '../schedule/sittings.ts';
import type { ScheduledSession, Sitting } from '../schedule/schedule.ts';
import { NOT_HELD_HERE } from '../schedule/table/columns.ts';
import type { WorkedOutTime } from './plans.ts';

/** A session of a schedule in a few lines: when it is held, then why it is then. Days of the campaign's only year are written without it. */
export function workedOutTime(session: ScheduledSession, campaign: Span): WorkedOutTime {
  const { id, title, status } = session;
  return { id, title, status, lines: linesOf(session, campaign) };
}

function linesOf(session: ScheduledSession, campaign: Span): string[] {
  const { status, reason, day, said, timing, makeUp = [] } = session;
  if (status === 'dropped') return [reason ?? NOT_HELD_HERE];
  const several = severalOf(session);
  const open = openTime(session) ?? (reason === undefined ? TO_BE_ANNOUNCED : undefined);
  const whole =
    day === null || timing !== 'on' ? open : sittingWords({ ...session, name: undefined, day }, campaign);
  const when =
    several.length > 0
      ? several.map((each) => sittingWords(each, campaign))
      : whole === undefined
        ? []
        : [whole];
  return [
    ...when,
    ...(day !== null && timing === 'on' && said !== undefined ? [said] : []),
    ...makeUp.map((each) => `补学 ${sittingWords({ ...each, name: undefined }, campaign)}`),
    ...(reason === undefined ? [] : [reason]),
  ];
}

type Told = Pick<Sitting, 'name' | 'day' | 'time' | 'until'>;

function sittingWords({ name, day, time, until }: Told, campaign: Span): string {
  const hours = time === undefined ? undefined : time + (until === undefined ? '' : `—${until}`);
  return [name, dayWords(day, campaign), hours].filter((words) => words !== undefined).join(' ');
}

function dayWords(day: Day, campaign: Span): string {
  return `${(needsYear(day, campaign) ? longDay : shortDay)(day)}（${weekdayName(day)}）`;
}
