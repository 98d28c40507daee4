import { listedReadings } from '../domain/schedule/reading-names.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { expectedAt } from '../domain/schedule/expected.ts';
import { occasionsOf, severalOf, type Occasion } from '../domain/schedule/sittings.ts';
import type { Facts } from './form.ts';
import { ARCHIVE, ARCHIVE_ROWS, PHOTOS } from './forms/archive.ts';
import { countsLine, NOTICE, RECORD, SIGN_IN, SPEECH_OUTLINE } from './forms/meeting.ts';
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
    ...sittingsOnPaper(session, facts, source).flatMap(({ id, facts: own, headcount }) => [
      ...rosterSheets(id, own, headcount),
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

/** A sitting as its sign-in sheet and its record have it. */
interface SittingOnPaper {
  id: string;
  facts: Facts;
  /** How many sign in, as far as that is known: at most so many. */
  headcount: number | undefined;
}

/** Each group or sitting of a session, which signs in and keeps its record by itself; a session that is held at once is one sitting. */
function sittingsOnPaper(session: ScheduledSession, facts: Facts, source: PackSource): SittingOnPaper[] {
  const { unit } = source.of;
  const countsOf = (occasion: Occasion | undefined) => occasion && expectedAt(occasion, session, unit);
  const several = session.status === 'dropped' ? [] : severalOf(session);
  if (several.length === 0) {
    const expected = countsOf(occasionsOf(session).find(({ kind }) => kind === 'whole'));
    const values = { ...facts.values, ...counts(expected) };
    return [{ id: session.id, facts: { ...facts, values }, headcount: unit.headcount }];
  }
  return several.map((occasion, index) => {
    const expected = countsOf(occasion);
    const { kind, name, chair = session.chair, place } = occasion;
    const meeting = name === undefined ? session.title : `${session.title}（${name}）`;
    const own = { meeting, time: sittingTime(occasion), place, chair };
    return {
      id: `${session.id}-${kind}-${index + 1}`,
      facts: { ...facts, values: { ...facts.values, ...own, ...counts(expected) } },
      headcount: expected ?? unit.headcount,
    };
  });
}

/** The line of numbers on sheets and records, where it is known how many are to come. */
function counts(expected: number | undefined): Record<string, string> {
  return expected === undefined ? {} : { counts: countsLine(expected) };
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
      observers: session.observers,
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
