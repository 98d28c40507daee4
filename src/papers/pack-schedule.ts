import { guestWords } from '../domain/schedule/hosted.ts';
import { listedReadings } from '../domain/schedule/reading-names.ts';
import { revisionLines } from '../domain/schedule/revisions.ts';
import type { ScheduledSession } from '../domain/schedule/schedule.ts';
import { SCHEDULE, SCHEDULE_WIDE } from './forms/archive.ts';
import { readingsOf, sheetsOf, wholePlan, type PackSheet, type PackSource } from './pack-parts.ts';
import { inCell, makeUpTime, quoted, sessionPlace, sessionTime, UNDATED } from './words.ts';

/** The schedule of a plan, upright and lying, with the reasons for what moved. */
export function scheduleSheets(source: PackSource): PackSheet[] {
  const { of } = source;
  const values = wholePlan(source);
  const sessions = of.schedule.sessions;
  const reasons = sessions.flatMap((session, index) => {
    const words = [session.reason, guestWords(session)].filter(Boolean).join('；');
    return words && session.status !== 'dropped' ? [`第${index + 1}场：${words}。`] : [];
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

function timeInTable(session: ScheduledSession): string {
  const { status, reason } = session;
  if (status === 'dropped') return `不单独安排${reason ? `：${reason}` : ''}`;
  const makeUp = makeUpTime(session);
  return inCell([sessionTime(session) ?? UNDATED, makeUp && `补学：${makeUp}`].filter(Boolean).join('\n'));
}

function narrowRow(session: ScheduledSession, source: PackSource): string[] {
  const readings = listedReadings(readingsOf(session, source));
  const people = [
    session.chair,
    session.lead && `领学：${session.lead}`,
    session.speakers && `发言：${session.speakers.join('、')}`,
  ];
  return [
    '',
    timeInTable(session),
    [session.title, readings].filter(Boolean).join('\n'),
    session.form,
    people.filter(Boolean).join('\n'),
    session.requirement ?? '',
  ];
}

function wideRow(session: ScheduledSession, source: PackSource): string[] {
  return [
    '',
    timeInTable(session),
    session.title,
    listedReadings(readingsOf(session, source)),
    session.form,
    session.chair ?? '',
    session.lead ?? '',
    session.speakers?.join('、') ?? '',
    session.status === 'dropped' ? '' : inCell(sessionPlace(session) ?? ''),
    [session.attendees, session.observers && `列席：${session.observers}`].filter(Boolean).join('\n'),
    session.hours === undefined ? '' : String(session.hours),
    session.requirement ?? '',
    session.responsible ?? '',
    session.note ?? '',
  ];
}
