import { guestWords } from '../domain/schedule/hosted.ts';
import { listedReadings, WITHDRAWN_READING } from '../domain/schedule/reading-names.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { meetingsOf } from '../domain/schedule/sittings.ts';
import { TURN_IN_TITLE } from '../domain/schedule/turns.ts';
import { isPartyBody } from '../domain/unit-parts.ts';
import type { Paragraph } from './form.ts';
import type { PackSource } from './pack-parts.ts';
import { makeUpTime, meetingTime, quoted, sessionPlace, sittingPeople } from './words.ts';

/** Verbs that a notice uses; 召开 for meetings, 举办 for lectures, 开展 for the rest. */
const CONVENED: readonly string[] = ['动员会', '总结会', '会议', '组织生活会'];
const HELD: readonly string[] = ['辅导报告', '读书班', '党课'];

/** Characters of those who take part that may stand at the head of a notice. */
const LONGEST_HEAD = 20;

/** The title of a session's notice: what is convened. */
export function noticeTitle(session: ScheduledSession): string {
  return `关于${occasionOf(session)}的通知`;
}

/** What is done, with its verb: 开展“…”集中学习; a subject that is itself the name of a meeting, or ends with the form, stands alone: 召开总结会. */
function occasionOf({ form, title }: ScheduledSession): string {
  const name = title.replace(TURN_IN_TITLE, '');
  if (name.endsWith('会')) return `召开${title}`;
  const isNamedSo = name.endsWith(form);
  const verb = CONVENED.includes(form) ? '召开' : HELD.includes(form) ? '举办' : '开展';
  return isNamedSo ? `${verb}${title}` : `${verb}${quoted(title)}${form}`;
}

/** The text of a session's notice: when, where, who, what, and what is asked. */
export function noticeParagraphs(
  session: ScheduledSession,
  source: PackSource,
  readings: readonly string[],
): Paragraph[] {
  const { plan, unit } = source.of;
  const { form, title, chair, lead, speakers, attendees, observers, requirement, responsible } = session;
  const held = readings.filter((reading) => reading !== WITHDRAWN_READING);
  const gone = held.length < readings.length ? `（有${WITHDRAWN_READING}）` : '';
  const people = [
    chair && `由${chair}主持`,
    lead && `${lead}领学`,
    speakers && `${speakers.join('、')}发言`,
    ...sittingPeople(session),
  ].filter(Boolean);
  const makeUp = makeUpTime(session);
  const office = unit.contact?.office;
  return [
    { text: `${addressed(session, unit.name)}：`, flush: true },
    { text: `按照${plan.title}安排，现就${occasionOf(session)}有关事项通知如下：` },
    { lead: '一、时间：', text: `${meetingTime(session).notice}。${whyWords(session)}` },
    { lead: '二、地点：', text: `${sessionPlace(session) ?? '另行通知'}。` },
    {
      lead: '三、参加人员：',
      text: `${attendees ?? '{attendees:14}'}。${observers ? `列席：${observers}。` : ''}`,
    },
    {
      lead: '四、内容：',
      text: `${held.length > 0 ? `学习${listedReadings(held)}，围绕` : '围绕'}${quoted(title)}进行${form === '交流研讨' ? '研讨' : '学习'}${people.length > 0 ? `，${people.join('，')}` : ''}${gone}。${jointWords(session)}`,
    },
    {
      lead: '五、要求：',
      text: `${requirement ? `${requirement}。` : ''}${isTimed(session) ? '请准时参加；' : ''}${office ? `因故不能参加的，会前向${office}请假` : '因故不能参加的，会前请假'}${makeUp ? `，补学时间为${makeUp}` : ''}。${responsible ? `会务由${responsible}负责。` : ''}`,
    },
  ];
}

/** Who holds it for others, as a sentence; nothing of a session that a unit holds alone. */
function jointWords(session: ScheduledSession): string {
  const words = session.host ? `由${session.host.name}承办` : guestWords(session);
  return words === undefined ? '' : `${words}。`;
}

/** What the session was before, or what its day waits for. */
function whyWords({ status, reason }: ScheduledSession): string {
  return reason !== undefined && (status === 'moved' || status === 'tentative') ? `${reason}。` : '';
}

/** Whom a notice is addressed to: those who take part, where they are told in a few words; else all of a branch, or all sections of a unit. */
function addressed({ attendees }: ScheduledSession, unit: string): string {
  if (attendees !== undefined && attendees.length <= LONGEST_HEAD && !/[；：。]/u.test(attendees))
    return attendees;
  return isPartyBody(unit) ? '全体党员' : '各科室';
}

/** Whether all who are invited are told an hour. */
function isTimed(session: ScheduledSession): boolean {
  const meetings = meetingsOf(session).filter(({ kind }) => kind !== 'makeUp');
  return meetings.length > 0 && meetings.every(({ time }) => time !== undefined);
}
