import { longDay, weekdayName, type Day } from '../day.ts';
import { listedReadings } from './reading-names.ts';
import type { ScheduledSession, Sitting } from './schedule.ts';

/** What a 会议通知 is made from; a secretary may change some of it on the device. */
export interface NoticeFacts {
  unit: string;
  title: string;
  form: string;
  day?: Day | undefined;
  time?: string | undefined;
  until?: string | undefined;
  place?: string | undefined;
  /** Where a session is held in groups: who meets when and where. Whoever sets a day makes it one meeting. */
  sittings?: readonly Sitting[] | undefined;
  /** The days on which absentees make it up. */
  makeUp?: readonly Sitting[] | undefined;
  chair?: string | undefined;
  lead?: string | undefined;
  speakers?: string | undefined;
  attendees?: string | undefined;
  readings?: string | undefined;
  requirement?: string | undefined;
  remarks?: string | undefined;
}

/** Words where a notice has no date or place yet. */
const TO_BE_ANNOUNCED = '待定，另行通知';

/**
 * The text of a meeting notice for a message group or the office system: what, when, where, who, what to read and to bring.
 * Lines without content are left out, except time and place, which a notice always has.
 */
export function noticeText(facts: NoticeFacts): string {
  const { unit, title, form, day, sittings = [], makeUp = [], remarks } = facts;
  const groups = day ? [] : sittings;
  const lines: Line[] = [
    ...(groups.length > 0
      ? groups.map((group): Line => [group.name, sittingWords(group)])
      : [['时间', when(facts)] satisfies Line, ['地点', where(facts)] satisfies Line]),
    ...makeUp.map((each): Line => ['补学', sittingWords(each)]),
    ['形式', form],
    ['主持', facts.chair],
    ['领学', facts.lead],
    ['发言', facts.speakers],
    ['参加人员', facts.attendees],
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

function when({ day, time, until }: Occasion): string {
  const hours = time ? ` ${time}${until ? `—${until}` : ''}` : '';
  return day ? `${longDay(day)}（${weekdayName(day)}）${hours}` : TO_BE_ANNOUNCED;
}

/** A group's time and place, with who chairs it and takes part where that is its own. */
function sittingWords(group: Sitting): string {
  const { chair, attendees } = group;
  return [when(group), where(group), chair && `${chair}主持`, attendees && `${attendees}参加`]
    .filter(Boolean)
    .join('，');
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
    chair,
    lead,
    speakers,
    attendees,
    requirement,
    timing,
    groups,
    makeUp,
  } = session;
  const meeting = {
    day: timing === 'on' ? (day ?? undefined) : undefined,
    time,
    until,
    place,
  };
  return {
    unit,
    title,
    form,
    ...(groups ? { sittings: groups } : meeting),
    makeUp,
    chair,
    lead,
    speakers: speakers?.join('、'),
    attendees,
    readings: readings.length > 0 ? listedReadings(readings) : undefined,
    requirement,
  };
}
