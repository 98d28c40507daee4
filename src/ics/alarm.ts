import type { Alarm, IcsEvent } from './event.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Whole minutes from the alarm to the event's start, negative after it; an all-day event starts at midnight. */
export function minutesBeforeStart(alarm: Alarm, { time }: Pick<IcsEvent, 'time'>): number {
  if (!('at' in alarm)) return alarm.minutesBefore;
  return alarm.daysBefore * DAY + minutesOfDay(time?.from ?? '00:00') - minutesOfDay(alarm.at);
}

/** A TRIGGER relative to the start (RFC 5545, 3.3.6): `-P2DT15H` for 3780 minutes before it, `PT9H` for 540 after it. */
export function triggerOf(minutesBefore: number): string {
  const total = Math.abs(minutesBefore);
  if (total === 0) return 'PT0S';
  const days = part(Math.floor(total / DAY), 'D');
  const clock = part(Math.floor((total % DAY) / HOUR), 'H') + part(total % HOUR, 'M');
  return `${minutesBefore > 0 ? '-' : ''}P${days}${clock && `T${clock}`}`;
}

function part(count: number, letter: string): string {
  return count > 0 ? `${count}${letter}` : '';
}

function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes;
}
