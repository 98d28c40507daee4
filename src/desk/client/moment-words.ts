import { longDay } from '../../domain/day.ts';

/** A moment of an event, `2026-03-05 14:30` or a day alone, as people write it. */
export function momentWords(moment: string): string {
  const [day = '', time] = moment.split(' ');
  return time === undefined ? longDay(day) : `${longDay(day)} ${time}`;
}

/** When something began, ISO 8601, as the clock on the wall of the office says it. */
export function sinceWords(moment: string): string {
  const at = new Date(moment);
  return at.toLocaleString('zh-CN', {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
