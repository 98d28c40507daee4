import { dayOfLong, longDay, type Day } from '../day.ts';
import { present } from '../present.ts';
import type { DeadlineResult } from '../deadlines/deadline.ts';
import { orderDay } from './order.ts';
import { withinMonth } from './periods.ts';
import type { ScheduleUnit } from './plan.ts';
import type { ScheduledSession } from './schedule.ts';

/** From when to when a unit takes part, both days included; without an end that is left out, from the beginning or to the end. */
export interface Membership {
  since?: Day | undefined;
  until?: Day | undefined;
}

/** From when to when a unit follows a plan. */
export function membershipIn(plan: string, { plans = [] }: ScheduleUnit): Membership {
  const { since, until } = plans.find((followed) => followed.plan === plan) ?? {};
  return { since, until };
}

/** From when to when a unit takes part in a campaign: from the first of its plans there to the last. */
export function membershipInCampaign(
  ofCampaign: ReadonlySet<string>,
  { plans = [] }: ScheduleUnit,
): Membership {
  const own = plans.filter(({ plan }) => ofCampaign.has(plan));
  const days = (edge: 'since' | 'until') => own.map((followed) => followed[edge]);
  const [first] = days('since').toSorted(byDay);
  const last = days('until').toSorted(byDay).at(-1);
  return {
    since: days('since').includes(undefined) ? undefined : first,
    until: days('until').includes(undefined) ? undefined : last,
  };
}

/** Whether some of these days concern a unit: a day, those from one to another, or what has no day, which does. */
export function isMember(
  days: Day | { from: Day; until: Day } | undefined,
  { since, until }: Membership,
): boolean {
  if (days === undefined) return true;
  const [first, last] = typeof days === 'string' ? [days, days] : [days.from, days.until];
  return (since === undefined || last >= since) && (until === undefined || first <= until);
}

/** Whether a session is one of those that concern a unit. */
export function concerns(session: ScheduledSession, membership: Membership): boolean {
  return isMember((session.day === null ? session.within : undefined) ?? orderDay(session), membership);
}

/** A deadline as it concerns a unit: without the dates before and after its time, `undefined` where none is left. */
export function owed(result: DeadlineResult, membership: Membership): DeadlineResult | undefined {
  if (result.kind === 'date') return isMember(result.date, membership) ? result : undefined;
  if (result.kind === 'month') return isMember(withinMonth(result.month), membership) ? result : undefined;
  if (result.kind !== 'occurrences') return result;
  const occurrences = result.occurrences.filter(({ date }) => isMember(date, membership));
  return occurrences.length > 0 || result.occurrences.length === 0 ? { ...result, occurrences } : undefined;
}

function byDay(a: Day | undefined, b: Day | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** How a membership is told: 2026年11月1日起至2026年12月31日; `undefined` for all the time. */
export function membershipWords({ since, until }: Membership): string | undefined {
  const words =
    (since === undefined ? '' : `${longDay(since)}起`) + (until === undefined ? '' : `至${longDay(until)}`);
  return words || undefined;
}

/** The membership that such words begin with; empty where they say none. */
export function readMembership(words: string): Membership {
  const said = /^(?:(?<since>[^起至，]+)起)?(?:至(?<until>[^，]+))?(?:，|$)/u.exec(words)?.groups;
  return present({ since: dayOfLong(said?.since), until: dayOfLong(said?.until) });
}
