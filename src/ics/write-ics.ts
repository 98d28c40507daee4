import { isDay, type Day } from '../domain/day.ts';
import { assertEvents } from './assert-events.ts';
import { contentLine, escapeText } from './content-line.ts';
import { eventLines, stampOf, TIME_ZONE } from './event-lines.ts';
import type { PublishedEvent } from './event.ts';

export interface IcsFile {
  /** What the phone calls the calendar. */
  name: string;
  description?: string;
  /** The day on which the content was last revised: the file's version. Never today. */
  revised: Day;
  events: readonly PublishedEvent[];
}

/** How often a subscribed calendar asks for news. */
const REFRESH = 'PT12H';

/**
 * A calendar file (RFC 5545, RFC 7986), to be served as `text/calendar; charset=utf-8`. Equal input, its order of
 * events aside, gives equal text on every machine. Throws a RangeError where an event cannot be written
 * (see `assertEvents`) or `revised` is no day.
 */
export function writeIcs({ name, description, revised, events }: IcsFile): string {
  if (!isDay(revised)) throw new RangeError(`not a calendar day: ${revised}`);
  assertEvents(events);
  const stamp = stampOf(revised);
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Zhixing//Study schedules//ZH'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('LAST-MODIFIED', stamp),
    contentLine('X-WR-CALNAME', escapeText(name)),
    description ? contentLine('X-WR-CALDESC', escapeText(description)) : '',
    contentLine('X-WR-TIMEZONE', TIME_ZONE),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
    timeZoneLines(),
    ...events.toSorted(compareEvents).map((event) => eventLines(event, stamp)),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

/** One offset throughout: China last put its clocks forward in 1991. */
function timeZoneLines(): string {
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', TIME_ZONE),
    contentLine('BEGIN', 'STANDARD'),
    contentLine('DTSTART', '19700101T000000'),
    contentLine('TZOFFSETFROM', '+0800'),
    contentLine('TZOFFSETTO', '+0800'),
    contentLine('TZNAME', 'CST'),
    contentLine('END', 'STANDARD'),
    contentLine('END', 'VTIMEZONE'),
  ].join('');
}

/** By day, whole days first, then by time; the uid settles the rest. */
function compareEvents(a: PublishedEvent, b: PublishedEvent): number {
  return compare(a.day, b.day) || compare(a.time?.from ?? '', b.time?.from ?? '') || compare(a.uid, b.uid);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
