import { longDay } from '../day.ts';
import type { DatedDeadline, DeadlineResult } from '../deadlines/deadline.ts';
import { firstDay } from '../schedule/work-out.ts';

/** A deadline with the units for which it holds. */
export interface SharedDue<Unit> {
  units: Unit[];
  result: DeadlineResult;
}

/** Deadlines of units, equal ones merged, the earliest first. Ties keep the order of the units. */
export function sharedDues<Unit>(dues: readonly { unit: Unit; result: DeadlineResult }[]): SharedDue<Unit>[] {
  const shared = new Map<string, SharedDue<Unit>>();
  for (const { unit, result } of dues) {
    const key = JSON.stringify(result);
    const same = shared.get(key);
    if (!same) shared.set(key, { units: [unit], result });
    else if (!same.units.includes(unit)) same.units.push(unit);
  }
  return [...shared.values()].sort((a, b) => compare(firstDay(a.result), firstDay(b.result)));
}

function compare(a = '9999', b = '9999'): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** A deadline in one line of plain words, as on a cover sheet: 2026年10月23日17:30前; an earlier day to hand in by, and what is awaited, in brackets. */
export function dueWords(result: DeadlineResult): string {
  const time = result.time === undefined ? '' : `${result.time}前`;
  const words = ({ date, announce, awaiting }: DatedDeadline) => {
    const said = [announce?.text, awaiting && `放假安排${awaiting}`].filter((each) => each !== undefined);
    return `${longDay(date)}${time}${said.length > 0 ? `（${said.join('，')}）` : ''}`;
  };
  switch (result.kind) {
    case 'date':
      return words(result);
    case 'month':
      return `${Number(result.month.slice(0, 4))}年${Number(result.month.slice(5))}月`;
    case 'occurrences':
      return result.occurrences.map(words).join('、');
    case 'unknown':
      return result.reason;
  }
}
