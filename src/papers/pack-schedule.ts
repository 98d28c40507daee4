import { guestWords } from '../domain/schedule/hosted.ts';
import { numberedSessions } from '../domain/schedule/by-stage.ts';
import { listedReadings } from '../domain/schedule/reading-names.ts';
import { revisionLines } from '../domain/schedule/revisions.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { NOT_HELD } from '../domain/schedule/adjust.ts';
import { SCHEDULE, SCHEDULE_WIDE } from './forms/archive.ts';
import { readingsOf, sheetsOf, wholePlan, type PackSheet, type PackSource } from './pack-parts.ts';
import {
  inCell,
  makeUpTime,
  quoted,
  sentence,
  sessionAttendees,
  sessionChair,
  sessionPlace,
  sessionSpeakers,
  sessionTime,
  timeAndPlace,
  UNDATED,
} from './words.ts';

/** The schedule of a plan, upright and lying, with the reasons for what moved. */
export function scheduleSheets(source: PackSource): PackSheet[] {
  const { of } = source;
  const values = wholePlan(source);
  const sessions = numberedSessions(of.schedule, of.campaign.stages);
  const reasons = sessions.flatMap((session, index) => {
    const words = [session.reason, guestWords(session)].filter(Boolean).join('；');
    return words && session.status !== 'dropped' ? [`第${index + 1}场：${sentence(words)}`] : [];
  });
  const revisions = revisionLines(of.plan, sessions).map((line) => `${line}。`);
  const elsewhere = of.duesWith ? [`本次活动的报送期限，见${quoted(of.duesWith.title)}。`] : [];
  const notes = {
    reasons: [
      ...(reasons.length > 0 ? ['时间有变动或者待定的，说明如下：', ...reasons] : []),
      ...(revisions.length > 0 ? ['修订记录：', ...revisions] : []),
      ...elsewhere,
    ],
  };
  return [
    ...sheetsOf(SCHEDULE, '', {
      values,
      notes,
      tables: { sessions: sessions.map((session) => narrowRow(session, source)) },
    }),
    ...sheetsOf(SCHEDULE_WIDE, '', {
      values,
      notes,
      tables: { sessionsWide: sessions.map((session) => wideRow(session, source)) },
    }),
  ];
}

function timeInTable(session: ScheduledSession, held: string): string {
  const { status, reason = '' } = session;
  if (status === 'dropped') return reason.includes(NOT_HELD) ? reason : [NOT_HELD, reason].join('：');
  const makeUp = makeUpTime(session);
  return [held, makeUp && `补学：${makeUp.replaceAll('；', '\n')}`].filter(Boolean).join('\n');
}

function narrowRow(session: ScheduledSession, source: PackSource): string[] {
  const readings = listedReadings(readingsOf(session, source));
  const speakers = sessionSpeakers(session);
  const people = [
    sessionChair(session),
    session.lead && `领学：${session.lead}`,
    speakers && `发言：${speakers}`,
  ];
  return [
    '',
    timeInTable(session, timeAndPlace(session)),
    [session.title, readings].filter(Boolean).join('\n'),
    session.form,
    people.filter(Boolean).join('\n'),
    session.requirement ?? '',
  ];
}

function wideRow(session: ScheduledSession, source: PackSource): string[] {
  return [
    '',
    inCell(timeInTable(session, sessionTime(session) ?? UNDATED)),
    session.title,
    listedReadings(readingsOf(session, source)),
    session.form,
    sessionChair(session) ?? '',
    session.lead ?? '',
    sessionSpeakers(session) ?? '',
    session.status === 'dropped' ? '' : inCell(sessionPlace(session) ?? ''),
    [sessionAttendees(session), session.observers && `列席：${session.observers}`].filter(Boolean).join('\n'),
    session.hours === undefined ? '' : String(session.hours),
    session.requirement ?? '',
    session.responsible ?? '',
    session.note ?? '',
  ];
}
