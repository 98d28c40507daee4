import { addDays, type Day } from '../domain/day.ts';
import { eventWords } from '../strings/ics-events.ts';
import { minutesBeforeStart, triggerOf } from './alarm.ts';
import { contentLine, escapeText } from './content-line.ts';
import type { PublishedEvent } from './event.ts';

/** Identifier of the one time zone that calendars use; its VTIMEZONE stands at the head of each file. */
export const TIME_ZONE = 'Asia/Shanghai';

/** A VEVENT. `stamp` is the UTC date-time of the revision, the same for all events of a file. */
export function eventLines(event: PublishedEvent, stamp: string): string {
  const { uid, title, place, description, address, isCancelled = false, sequence = 0, time } = event;
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', escapeText(uid)),
    contentLine('DTSTAMP', stamp),
    event.revised ? contentLine('LAST-MODIFIED', stampOf(event.revised)) : '',
    contentLine('SEQUENCE', String(sequence)),
    contentLine('STATUS', statusOf(event)),
    ...spanLines(event),
    // Phones that ignore STATUS:CANCELLED still show the title.
    contentLine('SUMMARY', escapeText(isCancelled ? eventWords.cancelled(title) : title)),
    place ? contentLine('LOCATION', escapeText(place)) : '',
    description ? contentLine('DESCRIPTION', escapeText(description)) : '',
    address ? contentLine('URL', new URL(address).href) : '',
    contentLine('TRANSP', time && !isCancelled ? 'OPAQUE' : 'TRANSPARENT'),
    ...(isCancelled ? [] : alarmLines(event)),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** Eight in the morning of that day in Shanghai, a time at which London and Shanghai share the date. */
export function stampOf(revised: Day): string {
  return `${basicDay(revised)}T000000Z`;
}

function statusOf({ isCancelled, isTentative }: PublishedEvent): string {
  if (isCancelled) return 'CANCELLED';
  return isTentative ? 'TENTATIVE' : 'CONFIRMED';
}

function spanLines({ day, lastDay = day, time }: PublishedEvent): string[] {
  if (!time) {
    return [
      contentLine('DTSTART;VALUE=DATE', basicDay(day)),
      contentLine('DTEND;VALUE=DATE', basicDay(addDays(lastDay, 1))),
    ];
  }
  const start = contentLine(`DTSTART;TZID=${TIME_ZONE}`, basicTime(day, time.from));
  return time.until
    ? [start, contentLine(`DTEND;TZID=${TIME_ZONE}`, basicTime(lastDay, time.until))]
    : [start];
}

function alarmLines(event: PublishedEvent): string[] {
  return (event.alarms ?? []).flatMap((alarm) => [
    contentLine('BEGIN', 'VALARM'),
    contentLine('ACTION', 'DISPLAY'),
    contentLine('DESCRIPTION', escapeText(event.title)),
    contentLine('TRIGGER', triggerOf(minutesBeforeStart(alarm, event))),
    contentLine('END', 'VALARM'),
  ]);
}

function basicDay(day: Day): string {
  return day.replaceAll('-', '');
}

function basicTime(day: Day, time: string): string {
  return `${basicDay(day)}T${time.replace(':', '')}00`;
}
