import { guestWords, hostWords, reasonBesideHost } from '../domain/schedule/hosted.ts';
import { listedReadings, WITHDRAWN_READING } from '../domain/schedule/reading-names.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { chairOfAll, meetingsOf, severalOf } from '../domain/schedule/sittings.ts';
import { TO_BE_ANNOUNCED } from '../domain/schedule/notice.ts';
import { TURN_IN_TITLE } from '../domain/schedule/turns.ts';
import { isPartyBody } from '../domain/unit-parts.ts';
import type { Paragraph } from './form.ts';
import type { PackSource } from './pack-parts.ts';
import {
  makeUpTime,
  meetingTime,
  quoted,
  sentence,
  sessionAttendees,
  sessionPlace,
  sittingPeople,
} from './words.ts';

/** Verbs that a notice uses; 召开 for meetings, 举办 for lectures, 开展 for the rest. */
const CONVENED: readonly string[] = ['动员会', '总结会', '会议', '组织生活会'];
const HELD: readonly string[] = ['辅导报告', '读书班', '党课'];
/** Forms at which a speaker speaks to all. */
const LECTURES: readonly string[] = ['辅导报告', '党课'];

/** The name of a meeting, and no other word on 会: 社会, 体会, 工会. */
const MEETING = /(?<![社机体学领误协工])会$/u;
/** Characters of a subject that the text repeats below the title. */
const LONGEST_TITLE = 30;
/** Characters of those who take part that may stand at the head of a notice. */
const LONGEST_HEAD = 20;

/** The title of a session's notice: what is convened. */
export function noticeTitle(session: ScheduledSession): string {
  return `关于${occasionOf(session)}的通知`;
}

/** What is done, with its verb: 开展“…”集中学习; a subject that is itself the name of a meeting, or ends with the form, stands alone: 召开总结会. */
function occasionOf(session: ScheduledSession): string {
  const { form, title } = session;
  const isMeeting = MEETING.test(withoutTurn(title));
  const verb = isMeeting || CONVENED.includes(form) ? '召开' : HELD.includes(form) ? '举办' : '开展';
  return namesItself(session) ? `${verb}${title}` : `${verb}${quoted(title)}${form}`;
}

/** Whether a title is itself the name of what is held: 支部党员大会, 一月主题党日. */
function namesItself({ form, title }: ScheduledSession): boolean {
  const name = withoutTurn(title);
  return MEETING.test(name) || name.endsWith(form);
}

function withoutTurn(title: string): string {
  return title.replace(TURN_IN_TITLE, '');
}

/** The text of a session's notice: when, where, who, what, and what is asked. */
export function noticeParagraphs(
  session: ScheduledSession,
  source: PackSource,
  readings: readonly string[],
): Paragraph[] {
  const { plan, unit } = source.of;
  const { observers, requirement, responsible } = session;
  const attendees = sessionAttendees(session);
  const held = readings.filter((reading) => reading !== WITHDRAWN_READING);
  const gone = held.length < readings.length ? `（有${WITHDRAWN_READING}）` : '';
  const makeUp = makeUpTime(session);
  const office = unit.contact?.office;
  return [
    { text: `${addressed(session, unit.name)}：`, flush: true },
    {
      text: `按照${plan.title}安排，现就${session.title.length > LONGEST_TITLE ? '' : occasionOf(session)}有关事项通知如下：`,
    },
    ...timeParagraphs(session),
    { lead: '二、地点：', text: sentence(sessionPlace(session) ?? TO_BE_ANNOUNCED) },
    {
      lead: '三、参加人员：',
      text: sentence(attendees ?? '{attendees:14}') + (observers ? sentence(`列席：${observers}`) : ''),
    },
    { lead: '四、内容：', text: contentOf(session, held, gone) + jointWords(session) },
    {
      lead: '五、要求：',
      text: [
        requirement && sentence(requirement),
        `${isTimed(session) ? '请准时参加；' : ''}因故不能参加的，会前${office ? `向${office}` : ''}请假${makeUp ? `，补学时间为${makeUp}` : ''}。`,
        responsible && `会务由${responsible}负责。`,
      ]
        .filter(Boolean)
        .join(''),
    },
  ];
}

/** When a session is held: a paragraph for each of its groups or sittings, so that each name stands in one line with its time. */
function timeParagraphs(session: ScheduledSession): Paragraph[] {
  const { notice } = meetingTime(session);
  const times = severalOf(session).length > 0 ? notice.split(/(?<=；)/u) : [notice];
  return times.map((words, index) => ({
    ...(index === 0 && { lead: '一、时间：' }),
    text: index === times.length - 1 ? sentence(words) + whyWords(session) : words,
  }));
}

/** Who holds it for others, as a sentence; nothing of a session that a unit holds alone. */
function jointWords(session: ScheduledSession): string {
  const words = hostWords(session) ?? guestWords(session);
  return words === undefined ? '' : `${words}。`;
}

/** What the session was before, or what its day waits for. */
function whyWords(session: ScheduledSession): string {
  const { status } = session;
  const reason = reasonBesideHost(session);
  return reason !== undefined && (status === 'moved' || status === 'tentative') ? sentence(reason) : '';
}

/** What is read, its subject where the title is more than the meeting's name, and who does what; a blank where neither is known. */
function contentOf(session: ScheduledSession, readings: readonly string[], gone: string): string {
  const { form, title, lead, speakers } = session;
  const isOpen = readings.length === 0 && gone === '' && namesItself(session);
  const subject = form === '交流研讨' ? `围绕${quoted(title)}研讨` : `专题为${quoted(title)}`;
  const parts = [
    isOpen && '{agenda:18}',
    readings.length > 0 && `学习${listedReadings(readings)}${gone}`,
    !namesItself(session) && subject,
    chairedBy(session),
    lead && `${lead}领学`,
    speakers && `${speakers.join('、')}${LECTURES.includes(form) ? '主讲' : '发言'}`,
    ...sittingPeople(session),
    readings.length === 0 && gone,
  ].filter(Boolean);
  return sentence(parts.join('，'));
}

/** 由书记主持; 第一组由书记主持，第二组由组长主持. Sittings are told by `sittingPeople`. */
function chairedBy(session: ScheduledSession): string {
  const chair = chairOfAll(session);
  if (chair !== undefined) return `由${chair}主持`;
  return severalOf(session)
    .flatMap(({ kind, name = '', chair: own }) => (kind === 'group' && own ? [`${name}由${own}主持`] : []))
    .join('，');
}

/** Whom a notice is addressed to: those who take part, or the first of them who are told in a few words; else all of a branch, or all sections of a unit. */
function addressed({ attendees }: ScheduledSession, unit: string): string {
  if (attendees === undefined) return isPartyBody(unit) ? '全体党员' : '各科室';
  const [first = ''] = attendees.split(/[；，。]/u, 1);
  const isHead = first.length <= LONGEST_HEAD && !/：|在/u.test(first);
  return isHead ? first : '各参加人员';
}

/** Whether all who are invited are told an hour. */
function isTimed(session: ScheduledSession): boolean {
  const meetings = meetingsOf(session).filter(({ kind }) => kind !== 'makeUp');
  return meetings.length > 0 && meetings.every(({ time }) => time !== undefined);
}
