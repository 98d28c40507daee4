import { lastDay, longDay, weekdayName, type Day } from '../day.ts';
import { guestNames, reasonBesideHost } from './hosted.ts';
import { listedReadings } from './reading-names.ts';
import type { ScheduledSession, Sitting } from './schedule.ts';
import { chairOfAll, severalOf, weekOnly } from './sittings.ts';

/** What a 会议通知 is made from; a secretary may change some of it on the device. */
export interface NoticeFacts {
  unit: string;
  title: string;
  form: string;
  day?: Day | undefined;
  /** By or within what it is held, where it has no day: 2027年3月上旬. */
  open?: string | undefined;
  time?: string | undefined;
  until?: string | undefined;
  place?: string | undefined;
  /** Where a session is held in groups, or takes several sittings: who meets when and where. Whoever sets a day makes it one meeting. */
  sittings?: readonly Sitting[] | undefined;
  /** The days on which absentees make it up. */
  makeUp?: readonly Sitting[] | undefined;
  /** Told where no group or sitting that the notice lists says who chairs it. */
  chair?: string | undefined;
  lead?: string | undefined;
  speakers?: string | undefined;
  attendees?: string | undefined;
  observers?: string | undefined;
  /** The unit that holds it for this one; or with whom this one holds it. */
  host?: string | undefined;
  jointly?: string | undefined;
  readings?: string | undefined;
  requirement?: string | undefined;
  remarks?: string | undefined;
  /** Why the session is on its day: what it was before, or what its day waits for. Told while the notice has that day. */
  why?: { day?: Day | undefined; words: string } | undefined;
}

/** Words behind a time that is no day yet. */
export const TIME_FOLLOWS = '具体时间另行通知';

/**
 * By or within what a meeting is held whose day is still open: 七一前，2027年6月30日（周三）前, or the week; `undefined` where it has its day, or
 * nothing is known.
 */
export function openTime(session: ScheduledSession): string | undefined {
  const { timing, day, said, groups, sittings } = session;
  if (groups || sittings) return undefined;
  const week = weekOnly(session);
  if (week) return `${longDay(week.from)}至${lastDay(week.from, week.until)}当周`;
  if (day === null) return timing === 'within' ? said : undefined;
  return timing === 'by'
    ? `${said === undefined ? '' : `${said}，`}${longDay(day)}（${weekdayName(day)}）前`
    : undefined;
}

/** Words where a notice has no date or place yet. */
export const TO_BE_ANNOUNCED = '待定，另行通知';

/**
 * The text of a meeting notice for a message group or the office system: what, when, where, who, what to read and to bring.
 * Lines without content are left out, except time and place, which a notice always has.
 */
export function noticeText(facts: NoticeFacts): string {
  const { unit, title, form, day, sittings = [], makeUp = [], remarks } = facts;
  const groups = day ? [] : sittings;
  const lines: Line[] = [
    ...(groups.length > 0
      ? groups.map((group): Line => [group.name ?? '时间', sittingWords(group)])
      : [['时间', when(facts)] satisfies Line, ['地点', where(facts)] satisfies Line]),
    ...makeUp.map((each): Line => ['补学', sittingWords(each)]),
    ['说明', facts.why?.day === day ? facts.why?.words : undefined],
    ['形式', form],
    ['承办', facts.host],
    ['联合开展', facts.jointly],
    ['主持', groups.some(({ chair }) => chair !== undefined) ? undefined : facts.chair],
    ['领学', facts.lead],
    ['发言', facts.speakers],
    ['参加人员', facts.attendees],
    ['列席', facts.observers],
    ['学习篇目', facts.readings],
    ['要求', facts.requirement],
    ['备注', remarks],
  ];
  return [
    `【会议通知】${title}`,
    ...lines.flatMap(([name, words]) => (words?.trim() ? [`${name}：${words.trim()}`] : [])),
    `${[facts, ...groups].some((each) => each.day && each.time) ? '请准时参加。' : ''}如有调整，以正式通知为准。`,
    unit,
  ].join('\n');
}

type Line = [name: string | undefined, words: string | undefined];
type Occasion = Pick<NoticeFacts, 'day' | 'time' | 'until' | 'place'>;

function when({ day, time, until, open }: Occasion & Pick<NoticeFacts, 'open'>): string {
  const hours = time ? ` ${time}${until ? `—${until}` : ''}` : '';
  if (day) return `${longDay(day)}（${weekdayName(day)}）${hours}`;
  return open === undefined ? TO_BE_ANNOUNCED : `${open}，${TIME_FOLLOWS}`;
}

/** When and where a sitting is, and who chairs it, speaks and takes part, where that is its own. */
function sittingWords(sitting: Sitting): string {
  const people = [
    sitting.chair && `${sitting.chair}主持`,
    sitting.speakers && `${sitting.speakers.join('、')}发言`,
    sitting.attendees && `${sitting.attendees}参加`,
  ];
  return [when(sitting), where(sitting), ...people].filter(Boolean).join('，');
}

function where({ place }: Occasion): string {
  return place ?? TO_BE_ANNOUNCED;
}

/** The facts of a session's notice before anybody changes them; `readings` are the names of what is to be read. */
export function noticeFacts(
  session: ScheduledSession,
  unit: string,
  readings: readonly string[],
): NoticeFacts {
  const {
    title,
    form,
    day,
    time,
    until,
    place,
    lead,
    speakers,
    attendees,
    observers,
    requirement,
    timing,
    makeUp,
  } = session;
  const sittings = severalOf(session);
  const isTold = session.status === 'moved' || session.status === 'tentative';
  const reason = isTold ? reasonBesideHost(session) : undefined;
  const meeting = {
    day: timing === 'on' ? (day ?? undefined) : undefined,
    open: openTime(session),
    time,
    until,
    place,
  };
  return {
    unit,
    title,
    form,
    ...(sittings.length > 0 ? { sittings } : meeting),
    makeUp,
    host: session.host?.name,
    jointly: guestNames(session),
    chair: chairOfAll(session) ?? session.chair,
    lead,
    speakers: speakers?.join('、'),
    attendees,
    observers,
    readings: readings.length > 0 ? listedReadings(readings) : undefined,
    requirement,
    ...(reason !== undefined && {
      why: { ...(sittings.length === 0 && { day: meeting.day }), words: reason },
    }),
  };
}
