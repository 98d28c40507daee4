import { shortDay, weekdayName, type Day } from '../day.ts';
import { present } from '../present.ts';
import type { FilledAdjustment, Group } from './groups.ts';
import { AWAY_FORMS, type Adjustment, type PlannedOccasion } from './plan.ts';
import type { AppliedAdjustment, ScheduledSession, Sitting } from './schedule.ts';

/** What a dropped session says where its unit gives no reason. */
export const NOT_HELD = '不单独安排';

/** A session as the plan alone gives it, with the reason why the meeting day could not be kept, and who changes it. */
interface Planned {
  session: ScheduledSession;
  because: string | undefined;
  whose: '本单位' | '计划';
}

/**
 * A session with its unit's adjustments applied one after another. `because` is why the plan itself could not keep the meeting day;
 * where the unit then sets a day of its own, the reason names both steps.
 */
export function adjust(
  session: ScheduledSession,
  adjustments: readonly FilledAdjustment[],
  because?: string,
  whose: Planned['whose'] = '本单位',
): ScheduledSession {
  return adjustments.reduce(
    (current, adjustment) => applyOne(current, adjustment, { session, because, whose }),
    session,
  );
}

function applyOne(
  session: ScheduledSession,
  adjustment: FilledAdjustment,
  planned: Planned,
): ScheduledSession {
  const applied = [...session.adjustments, ...appliedOf(adjustment)];
  if (adjustment.sitting !== undefined)
    return { ...withSitting(session, adjustment, adjustment.sitting), adjustments: applied };
  if (adjustment.drop) return { ...dropped(session, adjustment.reason), adjustments: applied };
  let next: ScheduledSession = { ...withFacts(session, adjustment), adjustments: applied };
  if (adjustment.on !== undefined) next = movedTo(next, adjustment.on, planned);
  if (adjustment.groups?.length) next = inGroups(next, adjustment.groups, planned);
  const makeUp = makeUpsOf(adjustment);
  if (makeUp.length > 0) {
    next = { ...next, makeUp: inOrder(makeUp).map((each) => sitting(each, next)) };
  }
  return { ...next, reason: reasonOf(session, adjustment, planned) };
}

/** The kinds of change that one adjustment makes. Its reason is attached to the first, so that it is shown once. */
function appliedOf(adjustment: FilledAdjustment): AppliedAdjustment[] {
  const { drop, add, on, groups, time, place, chair, observers, hostedBy, reason } = adjustment;
  const kinds: [AppliedAdjustment['kind'], boolean][] = [
    ['added', add !== undefined],
    ['moved', on !== undefined],
    ['groups', Boolean(groups?.length)],
    ['makeUp', makeUpsOf(adjustment).length > 0],
    ['time', time !== undefined],
    ['place', place !== undefined],
    ['chair', chair !== undefined],
    ['observers', observers !== undefined],
    ['hosted', hostedBy !== undefined],
  ];
  const made = drop ? ['dropped' as const] : kinds.flatMap(([kind, isMade]) => (isMade ? [kind] : []));
  return made.map((kind, index) => (index === 0 && reason !== undefined ? { kind, reason } : { kind }));
}

function dropped(session: ScheduledSession, reason: string | undefined): ScheduledSession {
  return {
    ...session,
    status: 'dropped',
    day: null,
    time: undefined,
    until: undefined,
    plannedDay: session.day ?? session.plannedDay,
    reason:
      reason === undefined || reason.includes(NOT_HELD) ? (reason ?? NOT_HELD) : `${reason}，${NOT_HELD}`,
  };
}

function withFacts(
  session: ScheduledSession,
  { time, place, chair, observers }: FilledAdjustment,
): ScheduledSession {
  const next: ScheduledSession = { ...session, chair: chair ?? session.chair };
  if (observers !== undefined) next.observers = observers;
  if (place !== undefined && session.sittings)
    next.sittings = session.sittings.map(movedFrom(session.place, place));
  if (time !== undefined) Object.assign(next, { time, until: undefined });
  if (place !== undefined)
    Object.assign(next, { place, ownPlace: session.ownPlace && session.place === place });
  return next;
}

/** The sittings that are held at the session's own place go where it goes. */
function movedFrom(before: string | undefined, place: string): (each: Sitting) => Sitting {
  return (each) => (each.place === before ? { ...each, place } : each);
}

/** One sitting of a session on another day, at another hour or place, or with another chair. It keeps its number, whatever its day. */
function withSitting(
  session: ScheduledSession,
  { on, time, place, chair, reason }: FilledAdjustment,
  number: number,
): ScheduledSession {
  const before = session.sittings?.[number - 1];
  if (!session.sittings || !before) return session;
  const hours = time === undefined ? {} : { time, until: undefined };
  const after: Sitting = { ...before, day: on ?? before.day, ...present({ place, chair }), ...hours };
  const sittings = session.sittings.with(number - 1, after);
  const [first = after] = sittings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const isMoved = after.day !== before.day;
  const done = [
    isMoved && `原定${dayWords(before.day)}${before.time ?? ''}，改为${dayWords(after.day)}${time ?? ''}`,
    ...deeds({ session: session.id, time: isMoved ? undefined : time, place, chair }),
    reason === undefined ? '本单位调整' : `原因：${reason}`,
  ].filter((words) => words !== false);
  return {
    ...session,
    ...{ sittings, day: first.day, time: first.time },
    ...(isMoved && { status: 'moved' as const, plannedDay: session.plannedDay ?? otherDay(session, first) }),
    reason: joined(
      [session.reason, `${before.name ? `“${before.name}”` : `第${number}次`}${done.join('，')}`],
      '；',
    ),
  };
}

function keyOf({ day, time = '' }: Sitting): string {
  return `${day} ${time}`;
}

function otherDay({ day }: ScheduledSession, first: Sitting): Day | undefined {
  return day === null || day === first.day ? undefined : day;
}

function movedTo(session: ScheduledSession, day: Day, planned: Planned): ScheduledSession {
  return {
    ...session,
    timing: 'on',
    day,
    said: undefined,
    groups: undefined,
    sittings: undefined,
    ...standing([day], planned),
  };
}

function inGroups(session: ScheduledSession, groups: readonly Group[], planned: Planned): ScheduledSession {
  const sittings = [...groups]
    .map((group) => groupSitting(group, session))
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const { day, time, until } = sittings[0]!;
  const days = sittings.map((each) => each.day);
  return {
    ...session,
    ...{ timing: 'on', day, time, until, said: undefined, groups: sittings, sittings: undefined },
    ...standing(days, planned),
  };
}

/** How the unit's days relate to the plan's: kept, moved, or the first to be given at all. */
function standing(
  days: readonly Day[],
  { session: { day, status, plannedDay }, because }: Planned,
): Pick<ScheduledSession, 'status' | 'plannedDay'> {
  if (day !== null && days.includes(day)) {
    return status === 'moved' ? { status, plannedDay } : { status: 'fixed', plannedDay: undefined };
  }
  const isFirstDay = day === null && because === undefined;
  return { status: isFirstDay ? 'fixed' : 'moved', plannedDay: day ?? undefined };
}

function sitting(
  { on, time, place }: { on: Day; time?: string | undefined; place?: string | undefined },
  session: ScheduledSession,
): Sitting {
  const usual = time === undefined || time === session.time;
  const until = usual && session.until !== undefined ? { until: session.until } : {};
  return { day: on, time: time ?? session.time, ...until, place: place ?? session.place };
}

/** A group's sitting. Its part's own hours and room go before the unit's usual ones, not before a place that is named for this session. */
function groupSitting(
  { name, part, chair, attendees, headcount, usual, ...group }: Group,
  session: ScheduledSession,
): Sitting {
  const time = group.time ?? usual?.time;
  const isAtHome = session.place === undefined ? !AWAY_FORMS.has(session.form) : session.ownPlace;
  const place = group.place ?? (isAtHome ? usual?.place : undefined);
  const until = group.time === undefined && usual?.until !== undefined ? { until: usual.until } : {};
  const own = { name, part, chair, attendees, headcount };
  return {
    ...sitting({ ...group, time, place }, session),
    ...until,
    ...present(own),
  };
}

/** The reason shown for an adjusted session: why the plan's day was dropped, the unit's reason, and the change. */
function reasonOf(
  before: ScheduledSession,
  adjustment: FilledAdjustment,
  planned: Planned,
): string | undefined {
  const { on, groups, add, reason } = adjustment;
  const keepsDay = on === planned.session.day;
  if (on !== undefined && !keepsDay && !groups?.length) return moveWords(adjustment, planned);
  if (groups?.length) return groupsWords(adjustment, groups, planned);
  if (reason === undefined) return keepsDay ? keptReason(planned) : before.reason;
  const own = joined([reason, ...deeds(adjustment)], '，');
  if (add) return joined([own, before.reason], '；');
  return joined([keepsDay ? keptReason(planned) : before.reason, own], '；');
}

function keptReason({ session }: Planned): string | undefined {
  return session.status === 'moved' ? session.reason : undefined;
}

/** 原定10月30日（周五），改为10月29日（周四）, then what else is changed, then why; a session that had no day before is 定在 one. */
function moveWords({ on, time, reason, ...rest }: FilledAdjustment, planned: Planned): string {
  const { session, because, whose } = planned;
  const day = `${dayWords(on ?? '')}${time ?? ''}`;
  const others = deeds({ ...rest, session: session.id });
  if (session.day === null && because === undefined)
    return joined([reason, `${reason === undefined ? whose : ''}定在${day}`, ...others], '，') ?? '';
  const why = reason === undefined ? `${whose}调整` : `原因：${reason}`;
  return `${originWords(planned)}${[`改为${day}`, ...others, why].join('，')}`;
}

/** 值班，分批进行; where no group meets on the plan's day also that one: 原定10月30日（周五），改为分批进行，原因：值班. */
function groupsWords(adjustment: FilledAdjustment, groups: readonly Group[], planned: Planned): string {
  const { session, because } = planned;
  const { reason } = adjustment;
  const done = deeds(adjustment);
  const isKept = session.day === null || groups.some(({ on }) => on === session.day);
  if (isKept) {
    const before = because === undefined ? '' : originWords(planned);
    return before + [...(reason === undefined ? [] : [reason]), ...done].join('，');
  }
  return `${originWords(planned)}改为${[...done, ...(reason === undefined ? [] : [`原因：${reason}`])].join('，')}`;
}

/** The plan's own day and, where it is not the meeting day, why. A holiday is never called the plan's day. */
function originWords({ session, because }: Pick<Planned, 'session' | 'because'>): string {
  const name = session.day === null ? undefined : `原定${plannedWords(session.day, session)}`;
  if (because !== undefined) return `${joined([because, name], '，')}；`;
  return name === undefined ? '' : `${name}，`;
}

function plannedWords(day: Day, { timing, week }: ScheduledSession): string {
  if (timing !== 'by') return dayWords(day);
  return week ? `${shortDay(week.from)}至${shortDay(week.until)}完成` : `${dayWords(day)}前完成`;
}

/** What an adjustment does beside moving the session to another day. Groups and days to make it up are listed wherever this is told, and not named. */
function deeds(adjustment: FilledAdjustment): string[] {
  const { groups = [], time, place, chair, observers } = adjustment;
  const done: string[] = [];
  if (groups.length > 0) done.push('分批进行');
  if (time !== undefined) done.push(`时间改为${time}`);
  if (place !== undefined) done.push(`地点改在${place}`);
  if (chair !== undefined) done.push(`由${chair}主持`);
  if (observers !== undefined) done.push(`${observers}列席`);
  if (makeUpsOf(adjustment).length > 0) done.push('另安排补学');
  return done;
}

/** The make-up days of an adjustment, which may write one without a list. */
export function makeUpsOf({ makeUp = [] }: Pick<Adjustment, 'makeUp'>): readonly PlannedOccasion[] {
  return 'on' in makeUp ? [makeUp] : makeUp;
}

/** By day and hour; equal ones as they were written. */
function inOrder<Each extends PlannedOccasion>(occasions: readonly Each[]): Each[] {
  const key = ({ on, time = '' }: Each) => `${on} ${time}`;
  return occasions.toSorted((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
}

function dayWords(day: Day): string {
  return `${shortDay(day)}（${weekdayName(day)}）`;
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length > 0 ? said.join(by) : undefined;
}
