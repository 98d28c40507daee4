import { listedReadings } from '../domain/schedule/reading-names.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { occasionsOf } from '../domain/schedule/sittings.ts';
import type { Facts } from './form.ts';
import { ARCHIVE, ARCHIVE_ROWS, PHOTOS } from './forms/archive.ts';
import { NOTICE, RECORD, SIGN_IN, SPEECH_OUTLINE } from './forms/meeting.ts';
import {
  readingsOf,
  sheetsOf,
  wholePlan,
  type PackPart,
  type PackSheet,
  type PackSource,
} from './pack-parts.ts';
import { noticeParagraphs, noticeTitle } from './session-notice.ts';
import { makeUpTime, meetingTime, sessionPlace, sessionTime, sittingTime, UNDATED } from './words.ts';

/** Forms of sessions at which people speak in turn. */
const SPOKEN: readonly string[] = ['交流研讨', '中心组学习', '组织生活会', '总结会'];

/** Characters of a subject that stand in one line under a sheet's title; a longer one stands in its fields only. */
const LONGEST_LINE = 26;

/** The papers of one meeting, from the notice to the file. */
export function sessionPart(session: ScheduledSession, number: number, source: PackSource): PackPart {
  const facts = sessionFacts(session, source);
  const title = `第${number}场　${session.title}`;
  const of = session.title.length <= LONGEST_LINE ? title : `第${number}场`;
  const sheets = [
    ...sheetsOf(NOTICE, session.id, facts).map((notice) => withTitle(notice, noticeTitle(session))),
    ...sittingsOnPaper(session, facts).flatMap(({ id, facts: own }) => [
      ...rosterSheets(id, own, source.of.unit.headcount),
      ...sheetsOf(RECORD, id, own),
    ]),
    ...(SPOKEN.includes(session.form) ? sheetsOf(SPEECH_OUTLINE, session.id, facts) : []),
    ...sheetsOf(PHOTOS, session.id, facts),
    ...sheetsOf(ARCHIVE, session.id, facts),
  ].map((sheet) => (sheet.form === NOTICE.id ? sheet : { ...sheet, of }));
  return {
    id: `session-${session.id}`,
    title,
    stage: session.stage,
    time: sessionTime(session) ?? UNDATED,
    kind: 'session',
    sheets,
  };
}

/** The facts of each group of a session, which signs in and keeps its record by itself; of a session that is held at once, its own. */
function sittingsOnPaper(session: ScheduledSession, facts: Facts): { id: string; facts: Facts }[] {
  const groups = occasionsOf(session).filter(({ kind }) => kind === 'group');
  if (groups.length === 0) return [{ id: session.id, facts }];
  return groups.map((group, index) => {
    const meeting = `${session.title}（${group.name}）`;
    const { chair = session.chair, place } = group;
    const values = { ...facts.values, meeting, time: sittingTime(group), place, chair };
    return { id: `${session.id}-group-${index + 1}`, facts: { ...facts, values } };
  });
}

function withTitle(sheet: PackSheet, title: string): PackSheet {
  return { ...sheet, sheet: { ...sheet.sheet, title } };
}

/** What the forms of a session are filled with. */
export function sessionFacts(session: ScheduledSession, source: PackSource): Facts {
  const { unit, campaign } = source.of;
  const stages: readonly { id: string; title?: string }[] = campaign.stages ?? [];
  const readings = readingsOf(session, source);
  return {
    values: {
      ...wholePlan(source),
      meeting: session.title,
      time: meetingTime(session).form,
      place: sessionPlace(session),
      chair: session.chair,
      form: session.form,
      content: [session.title, listedReadings(readings)].filter(Boolean).join('；'),
      makeUp: makeUpTime(session),
      office: unit.contact?.office,
      stage: stages.find(({ id }) => id === session.stage)?.title,
    },
    texts: { notice: noticeParagraphs(session, source, readings) },
    tables: { archive: ARCHIVE_ROWS },
  };
}

/** Sign-in sheets for every person of the unit. */
function rosterSheets(session: string, facts: Facts, headcount = 1): PackSheet[] {
  const [first] = sheetsOf(SIGN_IN, session, facts);
  const roster = first!.sheet.blocks.find((block) => block.kind === 'roster');
  const onePage = (roster?.rows ?? 1) * 2;
  const pages = Math.max(1, Math.ceil(headcount / onePage));
  return Array.from({ length: pages }, (_, page) => ({
    ...first!,
    id: page === 0 ? first!.id : `${first!.id}-${page + 1}`,
    rosterFrom: page * onePage + 1,
  }));
}
