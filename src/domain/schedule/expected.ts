import { isPartyBody } from '../unit-parts.ts';
import { namableParts } from './groups.ts';
import type { ScheduleUnit } from './plan.ts';
import type { ScheduledSession } from './schedule.ts';
import { occasionsOf, type Occasion } from './sittings.ts';

/** A unit as far as its numbers go. */
export type CountedUnit = Pick<ScheduleUnit, 'headcount' | 'parts' | 'siblings'> & { name: string };

/** Words for all who belong to a body, whatever it is. */
const ALL = /^(?:本单位|本支部|本小组|本组)?(?:全体|全员)(?:人员|成员|同志)?$/u;
/** Words for all of a unit that is no part of the party, and for all of one that is. */
const ALL_STAFF = /^(?:本单位)?全体(?:干部职工|职工|干部|工作人员)$/u;
const ALL_MEMBERS = /^(?:本支部|本小组|支部)?全体党员$/u;

/**
 * 应到: how many are to come to an occasion. Known where a group says it, and where all of a body whose head count is known take part: nobody
 * is named, or words for all of that body. A head count of staff tells nothing of 全体党员, nor of 在职党员、窗口人员.
 */
export function expectedAt(
  occasion: Occasion,
  session: ScheduledSession,
  { name, headcount, ...unit }: CountedUnit,
): number | undefined {
  if (occasion.kind === 'makeUp') return undefined;
  if (occasion.headcount !== undefined) return occasion.headcount;
  const attendees = occasion.attendees ?? session.attendees;
  if (occasion.kind !== 'group') return isEverybody(attendees, name) ? headcount : undefined;
  const part = namableParts(unit).find(({ id }) => id === occasion.part);
  return part && isEverybody(attendees, part.name) ? part.headcount : undefined;
}

/** 应到 of a whole session: its groups taken together, or who come to each of its sittings; `undefined` where one of them is not known. */
export function expectedOf(session: ScheduledSession, unit: CountedUnit): number | undefined {
  const occasions = occasionsOf(session).filter(({ kind }) => kind !== 'makeUp');
  const counts = occasions.map((occasion) => expectedAt(occasion, session, unit));
  if (counts.length === 0 || counts.includes(undefined)) return undefined;
  if (session.sittings) return Math.max(...counts.map((count) => count ?? 0));
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function isEverybody(attendees: string | undefined, body: string): boolean {
  if (attendees === undefined || ALL.test(attendees)) return true;
  return (isPartyBody(body) ? ALL_MEMBERS : ALL_STAFF).test(attendees);
}
