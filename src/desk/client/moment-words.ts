import { longDay } from '../../domain/day.ts';

/** A moment of an event, `2026-03-05 14:30` or a day alone, as people write it. */
export function momentWords(moment: string): string {
  const [day = '', time] = moment.split(' ');
  return time === undefined ? longDay(day) : `${longDay(day)} ${time}`;
}
