import { calendarDaysFrom, workingDaysFrom } from './counted-deadline.ts';
import type { Deadline, DeadlineResult, RhythmDeadline } from './deadline.ts';
import { fixedDay } from './fixed-day.ts';
import {
  resolveMoment,
  type DeadlineContext,
  type Edge,
  type KnownMoment,
  type Moment,
  type ResolvedMoment,
  type UnknownReason,
} from './moment.ts';
import { rhythm, rhythmWords } from './rhythm.ts';
import { timeWords } from './wording.ts';

/**
 * A deadline worked out: a date with the days counted and skipped, a month, the dates of a rhythm, or the reason in words why there is none.
 * Same input, same answer; never throws for a deadline that the schema admits.
 */
export function resolveDeadline(deadline: Deadline, context: DeadlineContext): DeadlineResult {
  if (deadline === 'unknown') return unknown('原文未注明', '截止时间', undefined);
  const { calendar } = context;
  const { time } = deadline;
  const at = (moment: Moment, then: (known: KnownMoment) => DeadlineResult, side?: Edge) => {
    const resolved = resolveMoment(moment, context, side);
    return resolved.day === undefined ? unknown(resolved.reason, resolved.words, time) : then(resolved);
  };
  if ('on' in deadline) return at(deadline.on, (known) => fixedDay(known, time, calendar));
  if ('month' in deadline) return inMonth(deadline.month, time);
  if ('every' in deadline) return inRhythm(deadline, context);
  if ('workingDays' in deadline || 'days' in deadline) {
    const [count, countFrom] =
      'workingDays' in deadline
        ? ([deadline.workingDays, workingDaysFrom] as const)
        : ([deadline.days, calendarDaysFrom] as const);
    if ('before' in deadline)
      return at(deadline.before, (known) => countFrom(known, count, 'backward', time, calendar), 'start');
    const direction = deadline.includeFirst ? 'including first' : 'forward';
    return at(deadline.after, (known) => countFrom(known, count, direction, time, calendar));
  }
  return at(deadline, (known) => fixedDay(known, time, calendar));
}

function inMonth(month: string, time: string | undefined): DeadlineResult {
  const [year, number] = month.split('-').map(Number);
  return { kind: 'month', month, time, explanation: `${year}年${number}月，具体日期原文未注明。` };
}

function inRhythm(deadline: RhythmDeadline, context: DeadlineContext): DeadlineResult {
  const from = resolveMoment(deadline.from, context);
  const until = resolveMoment(deadline.until, context);
  const without = ({ reason, words }: Extract<ResolvedMoment, { day: undefined }>) =>
    unknown(reason, `${rhythmWords(deadline)}${timeWords(deadline.time)}；${words}`, deadline.time);
  if (from.day === undefined) return without(from);
  if (until.day === undefined) return without(until);
  return rhythm(deadline, from, until, context.calendar);
}

function unknown(reason: UnknownReason, what: string, time: string | undefined): DeadlineResult {
  const gap = reason === '时间待定，另行通知' ? '待定，另行通知' : reason;
  return { kind: 'unknown', reason, counted: [], skipped: [], time, explanation: `${what}${gap}。` };
}
