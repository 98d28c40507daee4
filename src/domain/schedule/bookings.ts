import type { Day } from '../day.ts';
import type { Schedule, ScheduledSession, Sitting } from './schedule.ts';

/** How long a session without an end is taken to last, in minutes; a stated 学时 counts as an hour. */
const USUAL_MINUTES = 120;

/** Roles that every unit has, so that the same words in two units are two people. */
const ROLE_OF_EACH_UNIT =
  /^(?:本|各|党委书记|党组书记|党总支|党支部|支部|单位|科室|班子|党员|青年|全体|职工|联络员|主要负责|分管负责)/u;

/** A speaker or a place taken by one session of one unit. */
export interface Booking {
  of: 'speaker' | 'place';
  name: string;
  day: Day;
  /** Start and end in minutes after midnight; the whole day where no time is known. */
  from: number;
  until: number;
  time?: string | undefined;
  unit: string;
  plan: string;
  session: string;
  /** Units that share this meet together, so that it is no clash. Empty where the unit meets by itself. */
  joint: string;
}

/** What a schedule takes that other units could take as well: named speakers and places that are not the unit's own. */
export function bookingsOf({ unit, plan, sessions }: Schedule): Booking[] {
  return sessions.flatMap((session) =>
    sittingsOf(session).flatMap((sitting) => {
      const shared = sitting.place !== undefined && !(session.ownPlace && sitting.place === session.place);
      const joint = shared ? [plan, session.id, sitting.day, sitting.time, sitting.place].join('|') : '';
      const common = {
        day: sitting.day,
        time: sitting.time,
        ...span(sitting, session),
        unit,
        plan,
        session: session.id,
        joint,
      };
      const speakers = (session.speakers ?? []).filter((name) => !ROLE_OF_EACH_UNIT.test(name));
      return [
        ...speakers.map((name): Booking => ({ of: 'speaker', name, ...common })),
        ...(shared ? [{ of: 'place', name: sitting.place!, ...common } satisfies Booking] : []),
      ];
    }),
  );
}

/** Every sitting that takes place: the groups where there are any, else the session's own day. */
function sittingsOf(session: ScheduledSession): Sitting[] {
  const makeUp = session.makeUp ? [session.makeUp] : [];
  if (session.groups) return [...session.groups, ...makeUp];
  if (session.day === null || session.timing !== 'on') return makeUp;
  return [{ day: session.day, time: session.time, place: session.place }, ...makeUp];
}

function span(
  { time }: Sitting,
  { time: start, until, hours }: ScheduledSession,
): { from: number; until: number } {
  if (time === undefined) return { from: 0, until: 24 * 60 };
  const from = minutes(time);
  if (time === start && until !== undefined) return { from, until: minutes(until) };
  return { from, until: from + (hours === undefined ? USUAL_MINUTES : hours * 60) };
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':').map(Number) as [number, number];
  return hours * 60 + rest;
}
