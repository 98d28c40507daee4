import { isDay } from '../domain/day.ts';
import type { IcsEvent } from './event.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Throws a RangeError that names the event, where an event cannot be written to a calendar file or two share a uid. */
export function assertEvents(events: readonly IcsEvent[]): void {
  const seen = new Set<string>();
  for (const event of events) {
    const problem = seen.has(event.uid) ? 'its uid is used twice' : problemOf(event);
    if (problem) throw new RangeError(`calendar event ${event.uid}: ${problem}`);
    seen.add(event.uid);
  }
}

function problemOf(event: IcsEvent): string | undefined {
  const { uid, day, lastDay = day, time, alarms = [], address } = event;
  if (uid === '') return 'its uid is empty';
  if (!isDay(day) || !isDay(lastDay)) return `not a calendar day: ${day} to ${lastDay}`;
  if (lastDay < day) return `ends on ${lastDay}, before it starts on ${day}`;
  const times = [time?.from, time?.until, ...alarms.map((alarm) => ('at' in alarm ? alarm.at : undefined))];
  const wrong = times.find((text) => text !== undefined && !TIME.test(text));
  if (wrong !== undefined) return `not a time of day: ${wrong}`;
  if (time?.until && `${lastDay}${time.until}` <= `${day}${time.from}`) {
    return `ends at ${time.until}, not after it starts at ${time.from}`;
  }
  const counts = alarms.map((alarm) => ('at' in alarm ? alarm.daysBefore : alarm.minutesBefore));
  if (!counts.every(Number.isInteger)) return 'an alarm is not a whole number of days or minutes before';
  if (address !== undefined && !URL.canParse(address)) return `not a full URL: ${address}`;
  return undefined;
}
