import { longDay, type Day } from '../day.ts';

/** What stands on every sheet besides the day of printing. */
export const SUBJECT_TO_CHANGE = '如有调整，以正式通知为准';

/** A day to be written by hand. */
export const HAND_DAY = '　　　　年　　月　　日';

/** What every sheet of a pack says of itself: whose it is, how old the plan is, when it was printed. `printed` is blank until then. */
export interface Stamp {
  unit: string;
  plan: string;
  /** The day the plan was last changed. */
  updated?: Day | undefined;
}

/** The stamp's three lines; without a day of printing there is room to write it. */
export function stampLines({ unit, plan, updated }: Stamp, printed?: Day): [string, string, string] {
  return [
    `${unit}　${plan}`,
    `更新日期：${updated ? longDay(updated) : '原文未注明'}　打印日期：${printed ? longDay(printed) : HAND_DAY}`,
    SUBJECT_TO_CHANGE,
  ];
}

/** Lines as a CSS string, for `content`. */
export function cssString(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/["\\]/g, '\\$&')).join('\\A ')}"`;
}
