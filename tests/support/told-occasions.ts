import type { ScheduledSession } from '../../src/domain/schedule/schedule.ts';
import { occasionsOf } from '../../src/domain/schedule/sittings.ts';

/** Who goes where when, as a text tells it: days with their hours, in the text's order. */
export function toldTimes(text: string): string[] {
  const days = text
    .replace(/\s/gu, '')
    .matchAll(/(\d{1,2})月(\d{1,2})日(?:（周.）|周.)?(\d{2}:\d{2}(?:—\d{2}:\d{2})?)?/gu);
  return [...days].map(([, month, day, hours]) => told(Number(month), Number(day), hours));
}

/** The same of a session's occasions, each once. */
export function meantTimes(session: ScheduledSession): string[] {
  return occasionsOf(session).map(({ day, time, until }) => {
    const [, month, date] = day.split('-').map(Number) as [number, number, number];
    return told(month, date, time && (until ? `${time}—${until}` : time));
  });
}

/** The places of a session's occasions, those that are known. */
export function meantPlaces(session: ScheduledSession): string[] {
  return [...new Set(occasionsOf(session).flatMap(({ place }) => place ?? []))];
}

function told(month: number, day: number, hours = ''): string {
  return [`${month}月${day}日`, hours].filter(Boolean).join(' ');
}
