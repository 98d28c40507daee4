import { countWorkingDays, type CountDirection } from '../calendar/count-working-days.ts';
import { yearOfDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { AWAITING_TABLE, isWorkingDay } from '../calendar/working-day.ts';
import { addDays, longDay, shortDay, type Day } from '../day.ts';
import { dated } from './announce.ts';
import { chineseCount, chineseNumber } from '../chinese-number.ts';
import type { DeadlineResult } from './deadline.ts';
import { calendarWords } from './fixed-day.ts';
import type { KnownMoment } from './moment.ts';
import { countedWords, dayAfter, dayWithWeekday, skippedWords, timeWords } from './wording.ts';

/**
 * So many working days after or before a moment, each day of the counting listed. A 公示期 (`including first`) counts its first day, where it is a
 * working day.
 */
export function workingDaysFrom(
  moment: KnownMoment,
  count: number,
  direction: CountDirection,
  time: string | undefined,
  calendar: WorkCalendar,
): DeadlineResult {
  const result = countWorkingDays(moment.day, count, direction, calendar);
  const { counted, skipped } = result;
  const start =
    direction === 'including first'
      ? `${noticeOpening(moment)}，${chineseCount(count)}个工作日：`
      : `${opening(moment, direction)}${chineseCount(count)}个工作日：`;
  const skippedPart = skippedWords(skipped, moment.day);
  if ('unknownYear' in result) {
    const reached =
      counted.length === 0
        ? ''
        : `只能数到${dayAfter(moment.day, counted.at(-1)!.day)}（第${chineseNumber(counted.length)}个），`;
    const explanation = `${start}${reached}${result.unknownYear}年放假安排${AWAITING_TABLE}。`;
    return { kind: 'unknown', reason: AWAITING_TABLE, counted, skipped, time, explanation };
  }
  const explanation =
    `${start}${countedWords(counted, moment.day)}${skippedPart && `；${skippedPart}`}。` +
    dueTime(result.date, time) +
    turnOfYearWords(result.date, calendar);
  return { kind: 'date', date: result.date, counted, skipped, time, explanation };
}

/** So many calendar days after or before a moment. A 公示期 (`includeFirst`) counts its first day and keeps its last one. */
export function calendarDaysFrom(
  moment: KnownMoment,
  count: number,
  direction: CountDirection,
  time: string | undefined,
  calendar: WorkCalendar,
): DeadlineResult {
  const step = direction === 'backward' ? -1 : 1;
  const first = direction === 'including first' ? 0 : 1;
  const counted = Array.from({ length: count }, (_, index) => ({
    day: addDays(moment.day, step * (index + first)),
  }));
  const date = counted.at(-1)!.day;
  if (direction === 'including first') {
    const explanation = `${publicNotice(moment, count, date)}${dueTime(date, time)}`;
    return { kind: 'date', date, counted, skipped: [], time, explanation };
  }
  const facts = dated(date, calendar);
  const explanation =
    `${opening(moment, direction)}${chineseCount(count)}天，不分工作日和休息日，当天不计：${dayWithWeekday(date, dayIn(moment.day, date))}。` +
    dueTime(date, time) +
    calendarWords(facts, isWorkingDay(date, calendar));
  return { kind: 'date', ...facts, counted, skipped: [], time, explanation };
}

function opening({ day, before, after }: KnownMoment, direction: CountDirection): string {
  const where = direction === 'forward' ? '之后' : '之前';
  return before ? `${before}${shortDay(day)}${after}，${where}` : `${shortDay(day)}${where}`;
}

function publicNotice(moment: KnownMoment, count: number, date: Day): string {
  const end = dayWithWeekday(date, dayIn(moment.day, date));
  return `${noticeOpening(moment)}，含当天共${chineseCount(count)}天，到${end}止。`;
}

/** From which day on a public notice hangs. */
function noticeOpening({ day, before, after }: KnownMoment): string {
  return before ? `${before}${shortDay(day)}${after}，从当天起算` : `从${shortDay(day)}起算`;
}

/** A day with its year only where the sentence has spoken of another year. */
function dayIn(start: Day, day: Day): string {
  return yearOfDay(start) === yearOfDay(day) ? shortDay(day) : longDay(day);
}

function dueTime(date: Day, time: string | undefined): string {
  return time === undefined ? '' : `${shortDay(date)}${timeWords(time)}截止。`;
}

/** The next year's arrangement may still move the last days of December, as those for 2019 and 2023 did. */
function turnOfYearWords(date: Day, calendar: WorkCalendar): string {
  const next = yearOfDay(date) + 1;
  if (date.slice(5) < '12-29' || calendar.notices.has(next)) return '';
  return `${next}年放假安排公布后，12月底的日子可能有变。`;
}
