import type { Day } from '../day.ts';
import { bookedSpan, ROLE_OF_EACH_UNIT } from './bookings.ts';
import { SELF_STUDY, type ScheduleUnit } from './plan.ts';
import type { Schedule, ScheduledSession } from './schedule.ts';
import { meetingsOf, type Occasion } from './sittings.ts';

/** One meeting of a clash, as an editor finds it. */
export interface ClashingMeeting {
  unit: string;
  plan: string;
  session: string;
  title: string;
  day: Day;
  time?: string | undefined;
}

/** Two meetings of one unit, or of a unit and the one above it, at the same hour: nobody can attend both. */
export interface OwnClash {
  kind: 'own clash';
  meetings: [ClashingMeeting, ClashingMeeting];
  /** The room that both take, and people who are needed at both. */
  place?: string | undefined;
  people: string[];
}

/** A meeting with what it takes. */
interface Meeting extends ClashingMeeting {
  kind: Occasion['kind'];
  from: number;
  until: number;
  place: string | undefined;
  people: string[];
}

type UnitWithParent = ScheduleUnit & { parent?: string | undefined };

/**
 * Every clash of a unit with itself, and with its parent where the same people are needed, by day. Only meetings whose hours are known clash. Groups of one
 * session sit at the same hour by intent: they clash where they sit in one room.
 */
export function ownClashes(schedules: readonly { unit: UnitWithParent; schedule: Schedule }[]): OwnClash[] {
  const byUnitAndDay = new Map<string, Meeting[]>();
  for (const { schedule } of schedules) {
    for (const meeting of meetingsIn(schedule)) {
      const key = `${meeting.unit} ${meeting.day}`;
      const same = byUnitAndDay.get(key);
      if (same) same.push(meeting);
      else byUnitAndDay.set(key, [meeting]);
    }
  }
  const parents = new Map(schedules.map(({ unit }) => [unit.id, unit.parent]));
  const found = [...byUnitAndDay.values()].flatMap((meetings) => {
    const { unit = '', day = '' } = meetings[0] ?? {};
    const above = byUnitAndDay.get(`${parents.get(unit) ?? ''} ${day}`) ?? [];
    return [
      ...pairsOf(meetings).flatMap(([a, b]) => clashWithin(a, b)),
      ...meetings.flatMap((a) => above.flatMap((b) => clashWithParent(a, b))),
    ];
  });
  return found.sort((a, b) =>
    a.meetings[0].day < b.meetings[0].day ? -1 : a.meetings[0].day > b.meetings[0].day ? 1 : 0,
  );
}

function meetingsIn({ unit, plan, sessions }: Schedule): Meeting[] {
  return sessions
    .filter(({ form }) => form !== SELF_STUDY)
    .flatMap((session) =>
      meetingsOf(session)
        .filter(({ time }) => time !== undefined)
        .map((occasion): Meeting => ({
          ...{ unit, plan, session: session.id, title: session.title, kind: occasion.kind },
          ...{ day: occasion.day, time: occasion.time, place: occasion.place },
          ...bookedSpan(occasion, occasion.kind === 'sitting' ? occasion : session),
          people: peopleAt(occasion, session),
        })),
    );
}

/** Those without whom a meeting cannot be held, by their roles. */
function peopleAt({ chair, speakers = [] }: Occasion, session: ScheduledSession): string[] {
  const named = [chair ?? session.chair, session.lead, ...(session.speakers ?? []), ...speakers];
  return [...new Set(named.filter((name) => name !== undefined))];
}

function pairsOf(meetings: readonly Meeting[]): [Meeting, Meeting][] {
  return meetings.flatMap((a, index) => meetings.slice(index + 1).map((b): [Meeting, Meeting] => [a, b]));
}

function overlap(a: Meeting, b: Meeting): boolean {
  return a.from < b.until && b.from < a.until;
}

function clashWithin(a: Meeting, b: Meeting): OwnClash[] {
  if (!overlap(a, b)) return [];
  const place = a.place === b.place ? a.place : undefined;
  const isOneSession = a.plan === b.plan && a.session === b.session;
  if (isOneSession && (place === undefined || a.kind !== 'group' || b.kind !== 'group')) return [];
  return [clash(a, b, place, isOneSession ? [] : shared(a, b))];
}

/** A unit and the one above it that hold the same session hold it together. The roles that every unit has are other people there. */
function clashWithParent(a: Meeting, b: Meeting): OwnClash[] {
  if (!overlap(a, b) || (a.plan === b.plan && a.session === b.session)) return [];
  const people = shared(a, b).filter((name) => !ROLE_OF_EACH_UNIT.test(name));
  return people.length > 0 ? [clash(a, b, undefined, people)] : [];
}

function shared(a: Meeting, b: Meeting): string[] {
  return a.people.filter((name) => b.people.includes(name));
}

function clash(a: Meeting, b: Meeting, place: string | undefined, people: string[]): OwnClash {
  const told = ({ unit, plan, session, title, day, time }: Meeting) => ({
    unit,
    plan,
    session,
    title,
    day,
    time,
  });
  return { kind: 'own clash', meetings: [told(a), told(b)], place, people };
}
