import { longDay, shortDay, weekdayName, isDay, type Day } from '../day.ts';
import { isWorkingDay } from '../calendar/working-day.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isRecurrence } from '../schedule/turns.ts';
import type { Plan, PlannedSitting, PlanSession, Recurrence, When } from '../schedule/plan.ts';
import type { CopiedTime } from './plans.ts';

/** The line of a session's note that says that its day was only moved by a year and somebody has to confirm it. */
export const TO_CONFIRM = '日期待确认：';

/** A plan for a later year, made of an earlier one, and what became of each session's time. */
export interface CopiedPlan {
  sessions: PlanSession[];
  times: CopiedTime[];
}

/**
 * The sessions of a plan some years later: fixed days, months and festivals are moved by so many years, the 29th of February to the 28th; rules, weeks
 * and what leans on a stage or another session stay as they are. Every day that was moved is marked as to be confirmed, with what became of its
 * weekday and whether it is a day off. Turns that were otherwise in that year are left out.
 */
export function copiedPlan(
  { sessions }: Pick<Plan, 'sessions'>,
  years: number,
  calendar: WorkCalendar,
): CopiedPlan {
  const copies = sessions.map((session) => copied(session, years, calendar));
  return { sessions: copies.map(({ session }) => session), times: copies.map(({ time }) => time) };
}

function copied(
  session: PlanSession,
  years: number,
  calendar: WorkCalendar,
): { session: PlanSession; time: CopiedTime } {
  const { when, sittings, exceptions = [], note, ...facts } = session;
  const days = [...daysIn(when), ...(sittings ?? []).map(({ on }) => on)];
  const moved = days.map((day) => movedWords(day, years, calendar));
  const left = exceptions.map(({ turn }) => turn);
  const became = [
    ...moved,
    ...(moved.length === 0 ? [isUnmoved(when) ? '照旧' : `年份改晚 ${years} 年`] : []),
    ...(left.length > 0 ? [`${left.join('、')} 的例外没有照抄`] : []),
  ].join('；');
  const mark = moved.length > 0 ? TO_CONFIRM + moved.join('；') : undefined;
  const own = (note ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(TO_CONFIRM));
  const lines = mark === undefined ? own : [...own, mark];
  return {
    session: {
      ...facts,
      ...(when === undefined ? {} : { when: laterWhen(when, years) }),
      ...(sittings === undefined ? {} : { sittings: sittings.map((each) => laterSitting(each, years)) }),
      ...(lines.length > 0 ? { note: lines.join('\n') } : {}),
    },
    time: { title: session.title, became, isToConfirm: mark !== undefined },
  };
}

/** The fixed days that a time names. */
function daysIn(when: PlanSession['when']): Day[] {
  if (typeof when !== 'object') return [];
  if (isRecurrence(when)) return [];
  if ('on' in when) return [when.on];
  return 'by' in when && typeof when.by === 'string' ? [when.by] : [];
}

/** Whether a time names neither a day nor a year. */
function isUnmoved(when: PlanSession['when']): boolean {
  return JSON.stringify(when) === JSON.stringify(when === undefined ? undefined : laterWhen(when, 1));
}

function movedWords(day: Day, years: number, calendar: WorkCalendar): string {
  const later = laterDay(day, years);
  const status = isWorkingDay(later, calendar);
  const isOtherDay = later.endsWith('-02-28') && day.endsWith('-02-29');
  const off =
    status.working === undefined
      ? `，${status.reason}`
      : status.working || status.reason === weekdayName(later)
        ? ''
        : `，${status.reason}放假`;
  const lost = isOtherDay ? `，${later.slice(0, 4)}年没有2月29日` : '';
  return `${longDay(day)}（${weekdayName(day)}）推到${later.slice(0, 4)}年${shortDay(later)}（${weekdayName(later)}${off}${lost}）`;
}

function laterDay(day: Day, years: number): Day {
  const same = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const exists: boolean = isDay(same);
  return exists ? same : `${same.slice(0, 8)}28`;
}

/** A month or the key of a period, which begin with a year. */
function laterKey(key: string, years: number): string {
  return `${Number(key.slice(0, 4)) + years}${key.slice(4)}`;
}

function laterWhen(when: When | Recurrence, years: number): When | Recurrence {
  if (when === 'unknown') return when;
  if (isRecurrence(when)) {
    const { from, until } = when;
    return {
      ...when,
      ...(typeof from === 'string' ? { from: laterDay(from, years) } : {}),
      ...(typeof until === 'string' ? { until: laterDay(until, years) } : {}),
    };
  }
  if ('on' in when) return { ...when, on: laterDay(when.on, years) };
  if ('by' in when) return typeof when.by === 'string' ? { ...when, by: laterDay(when.by, years) } : when;
  if ('month' in when) return { ...when, month: laterKey(when.month, years) };
  if ('period' in when) return { period: laterKey(when.period, years) };
  if ('year' in when) return { ...when, year: when.year + years };
  return when;
}

function laterSitting(sitting: PlannedSitting, years: number): PlannedSitting {
  return { ...sitting, on: laterDay(sitting.on, years) };
}

/** A title with its years so many later: 2026年“三会一课”计划 becomes that of 2027. */
export function laterTitle(title: string, years: number): string {
  return title.replace(/(?<!\d)20\d{2}(?!\d)/gu, (year) => String(Number(year) + years));
}
