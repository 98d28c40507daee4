import type { Day } from '../domain/day.ts';

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** Today in Asia/Shanghai, wherever the machine thinks it is. China has kept UTC+8 without summer time since 1992. */
export function todayInShanghai(now: number = Date.now()): Day {
  return new Date(now + EIGHT_HOURS).toISOString().slice(0, 10);
}
