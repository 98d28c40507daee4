import { createHash } from 'node:crypto';
import { minutesBeforeStart } from './alarm.ts';
import type { IcsEvent } from './event.ts';

/**
 * Sixteen hexadecimal figures that change when what a subscriber is told changes: title, days, times, place,
 * description, whether it is confirmed, alarms. The address is left out: moving the site changes no event.
 */
export function fingerprintOf(event: IcsEvent): string {
  const { title, day, lastDay, time, place, description, isTentative, alarms = [] } = event;
  const reminders = alarms.map((alarm) => minutesBeforeStart(alarm, event)).sort((a, b) => a - b);
  const told = [
    title,
    day,
    lastDay ?? day,
    time?.from ?? '',
    time?.until ?? '',
    place ?? '',
    description ?? '',
    isTentative ?? false,
    reminders,
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16);
}
