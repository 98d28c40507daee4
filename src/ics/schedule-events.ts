import type { DatedDeadline } from '../domain/deadlines/deadline.ts';
import { addHours } from '../domain/hours.ts';
import { guestWords } from '../domain/schedule/hosted.ts';
import { listedReadings, namesOfReadings, type NameReading } from '../domain/schedule/reading-names.ts';
import type { ScheduledSession, Sitting } from '../domain/schedule/schedule.ts';
import { occasionsOf } from '../domain/schedule/sittings.ts';
import type { ScheduledDeadline, UnitPlan } from '../domain/schedule/work-out.ts';
import { eventWords } from '../strings/ics-events.ts';
import { DEADLINE_ALARMS, SESSION_ALARMS, type IcsEvent } from './event.ts';

/** The parts of a uid that follow its session, and its deadline. */
const SITTING = /-(?:group-\d+|sitting-\d+|make-up(?:-\d+)?)(?=@)/;
const TURN = /(?:-turn)?-\d+(?=@)/;
/** Hours that a session lasts where neither its end nor its 学时 is known. */
const USUAL_HOURS = 2;

/** What an event says beside the schedule itself. */
export interface EventSurroundings {
  /** Full URL of a page of the site, by its address from the root. */
  fullAddress(address: string): string;
  nameReading: NameReading;
}

/**
 * The events of one unit's plan: every sitting that has a day, every deadline with a date. Dropped sessions and those without a day give none.
 * Events without a time take the whole day and remind as deadlines do.
 */
export function scheduleEvents(of: UnitPlan, { fullAddress, nameReading }: EventSurroundings): IcsEvent[] {
  const { unit, plan, schedule, deadlines } = of;
  const common = {
    plan: plan.id,
    ...(plan.revised !== undefined && { revised: plan.revised }),
    address: fullAddress(`/units/${unit.id}/${plan.id}/`),
  };
  const uid = (...parts: string[]) => uidOf(of, ...parts);
  const sessions = schedule.sessions.flatMap((session) =>
    sittingsOf(session).map(({ part, sitting }): IcsEvent => {
      const { day, time, place, name } = sitting;
      return {
        ...common,
        uid: uid(session.id, ...part),
        title: titleOfSitting(session, name),
        day,
        time: time === undefined ? undefined : { from: time, until: endOf(session, sitting) },
        place,
        description: sessionWords(session, sitting, nameReading),
        isTentative: session.status === 'tentative',
        alarms: time === undefined ? DEADLINE_ALARMS : SESSION_ALARMS,
      };
    }),
  );
  const dueEvent = (deadline: ScheduledDeadline, dated: DatedDeadline): IcsEvent => ({
    ...common,
    ...(deadline.address !== undefined && { address: fullAddress(deadline.address) }),
    uid: uid(deadline.id),
    title: eventWords.due(deadline.title),
    day: dated.date,
    description: dueWords(deadline, dated),
    isTentative: dated.awaiting !== undefined,
    alarms: DEADLINE_ALARMS,
  });
  const due = deadlines.flatMap((deadline) =>
    deadline.result.kind === 'date' ? [dueEvent(deadline, deadline.result)] : [],
  );
  return [...sessions, ...due];
}

/** The uid of an event, stable as long as the unit, the plan and the part of it exist. */
function uidOf({ unit, plan }: UnitPlan, ...parts: string[]): string {
  return `${[unit.id, plan.id, ...parts].join('-')}@zhixing`;
}

/** The title of a session or deadline of these plans, by the uid of any event that it has or had. */
export function titlesByUid(schedules: readonly UnitPlan[]): (uid: string) => string | undefined {
  const sessions = new Map(
    schedules.flatMap((of) => of.schedule.sessions.map(({ id, title }) => [uidOf(of, id), title] as const)),
  );
  const deadlines = new Map(
    schedules.flatMap((of) =>
      of.deadlines.map(({ id, title }) => [uidOf(of, id), eventWords.due(title)] as const),
    ),
  );
  const matters = new Map(
    schedules.flatMap((of) =>
      of.deadlines.map((due) => [uidOf(of, due.of.id), eventWords.due(due.of.title)] as const),
    ),
  );
  return (uid) =>
    sessions.get(uid) ??
    deadlines.get(uid) ??
    sessions.get(uid.replace(SITTING, '')) ??
    matters.get(uid.replace(TURN, ''));
}

/**
 * The sittings of a session, and what tells the uid of each: a group or sitting by its number, whatever its day and hour, a day to make it up from the
 * second on.
 */
function sittingsOf(session: ScheduledSession): { part: string[]; sitting: Sitting }[] {
  const occasions = occasionsOf(session);
  const firstMakeUp = occasions.findIndex(({ kind }) => kind === 'makeUp');
  return occasions.map(({ kind, ...sitting }, index) => {
    if (kind === 'makeUp') {
      const number = index - firstMakeUp + 1;
      const part = number === 1 ? 'make-up' : `make-up-${number}`;
      return { part: [part], sitting: { ...sitting, name: eventWords.makeUp } };
    }
    return { part: kind === 'whole' ? [] : [`${kind}-${index + 1}`], sitting };
  });
}

/** Work due by a day is titled so: with the day alone it would look like an appointment. */
function titleOfSitting({ title, timing, week }: ScheduledSession, name: string | undefined): string {
  if (name !== undefined) return `${title}（${name}）`;
  if (timing !== 'by') return title;
  return week ? eventWords.withinWeek(title) : eventWords.by(title);
}

/** The end of a sitting; none where it would not lie after the start, as with a start at 23:59. */
function endOf(session: ScheduledSession, { time, until, hours }: Sitting): string | undefined {
  if (time === undefined) return undefined;
  if (until !== undefined && until > time) return until;
  const ownHours = session.sittings ? hours : session.hours;
  const end = addHours(time, ownHours ?? USUAL_HOURS);
  return end > time ? end : undefined;
}

function sessionWords(
  session: ScheduledSession,
  { chair = session.chair, speakers, attendees }: Sitting,
  nameReading: NameReading,
): string {
  const lines: [string, string | undefined][] = [
    [eventWords.form, session.form],
    [eventWords.said, session.said],
    [eventWords.chair, chair],
    [eventWords.attendees, attendees],
    [eventWords.lead, session.lead],
    [eventWords.speakers, speakers?.join('、')],
    [eventWords.readings, listedReadings(namesOfReadings(session.readings, nameReading))],
    [eventWords.requirement, session.requirement],
    [eventWords.observers, session.observers],
    [eventWords.reason, [session.reason, guestWords(session)].filter(Boolean).join('；')],
  ];
  return lines.flatMap(([name, words]) => (words ? [`${name}：${words}`] : [])).join('\n');
}

/** By when to hand in where that is earlier, how the day was counted, and why it is not certain. */
function dueWords({ result }: ScheduledDeadline, { announce, awaiting }: DatedDeadline): string {
  const isSaid = awaiting === undefined || result.explanation.includes(awaiting);
  const lines = [announce?.text, result.explanation, isSaid ? undefined : eventWords.awaiting(awaiting)];
  return lines.filter((line) => line !== undefined).join('\n');
}
