import { longDay, type Day } from '../day.ts';

/** What a schedule says on paper. */
export const SUBJECT_TO_CHANGE = '如有调整，以正式通知为准';

/** A day to be written by hand. */
export const HAND_DAY = '　　　　年　　月　　日';

/** What the sheets of a pack say of themselves: whose it is, how old the plan is, when it was printed. `printed` is blank until then. */
export interface Stamp {
  unit: string;
  plan: string;
  /** The day the plan was last changed. */
  updated?: Day | undefined;
}

/** Whose a sheet is, how old, and that it may change. */
export type StampLines = readonly [whose: string, howOld: string, reservation: string];

/** The stamp's lines; without a day of printing there is room to write it. */
export function stampLines({ unit, plan, updated }: Stamp, printed?: Day): StampLines {
  return [
    `${unit}　${plan}`,
    `更新日期：${updated ? longDay(updated) : '原文未注明'}　打印日期：${printed ? longDay(printed) : HAND_DAY}`,
    SUBJECT_TO_CHANGE,
  ];
}

/** The stamp as custom properties of a page: `--stamp-reserved` is all of it, `--stamp-origin` leaves out that it may change. */
export function stampProperties(lines: StampLines): [name: string, value: string][] {
  return [
    ['--stamp-origin', cssString(lines.slice(0, 2))],
    ['--stamp-reserved', cssString(lines)],
  ];
}

/** Lines as a CSS string, for `content`. */
export function cssString(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/["\\]/g, '\\$&')).join('\\A ')}"`;
}
