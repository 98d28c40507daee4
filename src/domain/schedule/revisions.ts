import { present } from '../present.ts';
import { dayOfLong, latestDay, longDay, type Day } from '../day.ts';
import type { FormerSession, Plan, Revision, SingleSession } from './plan.ts';
import { isSessionOrTurn } from './turns.ts';

/** The day a plan was last changed: that of its newest revision, or the one it states. */
export function revisedOn({ revised, revisions = [] }: Pick<Plan, 'revised' | 'revisions'>): Day | undefined {
  return latestDay(revisions.map(({ on }) => on)) ?? revised;
}

/** The revisions of a plan, the newest first; those of one day as they are written. */
export function newestFirst(revisions: readonly Revision[] = []): Revision[] {
  return revisions.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

/**
 * A revision in one line, its session by the name given: 2026年9月20日，会场占用（“谈体会”：原定2026年10月9日，14:30，报告厅）. A session without a name is
 * left out, its former time is not.
 */
export function revisionWords(
  { on, what, session, formerly: { on: day, time, place } = {} }: Revision,
  name: (session: string) => string | undefined,
): string {
  const before = [day && longDay(day), time, place].filter((words) => words !== undefined).join('，');
  const of = [session && name(session), before && `原定${before}`].filter(Boolean).join('：');
  return `${longDay(on)}，${what.replace(/\s+/gu, ' ')}${of && `（${of}）`}`;
}

/**
 * How readers are told of a plan's revisions, the newest first: sessions by their subjects in the schedule, else (a unit that joined late has them
 * not) in the plan; one that is no more by nothing but its former time.
 */
export function revisionLines(
  { revisions, sessions: planned }: Pick<Plan, 'revisions' | 'sessions'>,
  sessions: readonly { id: string; title: string }[],
): string[] {
  const subjectOf = (session: string) =>
    (sessions.find(({ id }) => id === session) ?? planned.find((each) => isSessionOrTurn(session, each)))
      ?.title;
  return newestFirst(revisions).map((revision) =>
    revisionWords(revision, (session) => {
      const subject = subjectOf(session);
      return subject && `“${subject}”`;
    }),
  );
}

const REVISION =
  /^(?<on>\d{4}年\d{1,2}月\d{1,2}日)，(?<what>.+?)(?:（(?<session>[a-z0-9-]+)(?:：原定(?<before>.+))?）)?$/u;
const FORMERLY =
  /^(?:(?<on>\d{4}年\d{1,2}月\d{1,2}日)(?:，|$))?(?:(?<time>\d{2}:\d{2})(?:，|$))?(?<place>.+)?$/u;

/** Reads a line of `revisionWords` whose session is named by its code; `undefined` where it is none. */
export function readRevision(words: string): Revision | undefined {
  const { on, what, session, before } = REVISION.exec(words)?.groups ?? {};
  const day = dayOfLong(on);
  if (day === undefined || what === undefined) return undefined;
  const former = before === undefined ? undefined : FORMERLY.exec(before)?.groups;
  const formerly = former && present({ ...former, on: dayOfLong(former.on) });
  return present({ on: day, what, session, formerly }) as Revision;
}

/** A session with what its newest revision says that it was before. A turn that an exception moves keeps what the exception says. */
export function withFormer(session: SingleSession, revisions: readonly Revision[] = []): SingleSession {
  if (session.formerly || revisions.length === 0) return session;
  const newest = newestFirst(revisions).find(({ session: id, formerly }) => id === session.id && formerly);
  return newest?.formerly ? { ...session, formerly: formerOf(session, newest) } : session;
}

function formerOf(session: SingleSession, { what, formerly = {} }: Revision): FormerSession {
  const { sittings: [first] = [], place } = session;
  const when = first ? { on: first.on, time: first.time } : (session.when ?? 'unknown');
  const { on, time = typeof when === 'object' && 'on' in when ? when.time : undefined } = formerly;
  const isDated = typeof when === 'object' && 'on' in when;
  const day = on ?? (isDated ? when.on : undefined);
  return {
    when: day === undefined ? when : { on: day, time },
    place: formerly.place ?? place,
    // What was published stood on that day, whatever it was.
    onHoliday: 'keep',
    reason: what,
  };
}
