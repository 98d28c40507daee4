import { weekdayNameOf } from '../day.ts';
import type { Meeting } from './plan.ts';

/** When and where a unit meets as a rule, in words: 每周五 14:30—17:00，二楼会议室. */
export function meetingWords({ weekday, time, until, place }: Meeting): string {
  return `每${weekdayNameOf(weekday)} ${time}${until ? `—${until}` : ''}${place ? `，${place}` : ''}`;
}
