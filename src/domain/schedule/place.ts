import type { ResolvedMoment } from '../deadlines/moment.ts';
import { TO_BE_ANNOUNCED, unplaced, type Placement, type Placing } from './placement.ts';
import type { When } from './plan.ts';
import { placeInWeek } from './week.ts';

/** The placement for a session's `when`. Only sessions by week depend on the calendar. */
export function place(when: When, placing: Placing): Placement {
  if (when === 'unknown') return unplaced(TO_BE_ANNOUNCED);
  if ('week' in when) return placeInWeek(when.week, placing);
  if ('month' in when)
    return { timing: 'month', day: null, month: when.month, status: 'unconfirmed', reason: TO_BE_ANNOUNCED };
  if ('on' in when) return { timing: 'on', day: when.on, time: when.time, status: 'fixed' };
  return placeBy(placing.resolve(when.by), when.time);
}

function placeBy(moment: ResolvedMoment, time: string | undefined): Placement {
  if (moment.day === undefined) return { ...unplaced(gap(moment)), timing: 'by' };
  return { timing: 'by', day: moment.day, time, status: 'fixed' };
}

function gap({ words, reason }: Extract<ResolvedMoment, { day: undefined }>): string {
  return reason === TO_BE_ANNOUNCED ? `${words}待定，另行通知` : `${TO_BE_ANNOUNCED}（${words}${reason}）`;
}
