import { compareDates, type Day } from '../day.ts';

/** What orders a bulletin: its day, and its number (期号), which may be a word. */
export interface NumberedBulletin {
  id: string;
  number: string;
  date: Day | null;
}

/** The newest first; of one day the higher number first; unknown dates last. */
export function byNumber(a: NumberedBulletin, b: NumberedBulletin): number {
  if (a.date !== b.date && a.date !== null && b.date !== null) return compareDates(b.date, a.date);
  if (a.date !== b.date) return a.date === null ? 1 : -1;
  return numberOf(b) - numberOf(a) || (a.id < b.id ? -1 : 1);
}

/** The number of the next bulletin: one more than the highest so far, 1 where there is none with a figure. */
export function nextNumber(bulletins: readonly Pick<NumberedBulletin, 'number'>[]): number {
  return bulletins.reduce((highest, bulletin) => Math.max(highest, numberOf(bulletin)), 0) + 1;
}

function numberOf({ number }: Pick<NumberedBulletin, 'number'>): number {
  return Number(/\d+/.exec(number)?.[0] ?? 0);
}

/** 第3期 for a figure, the words themselves for 增刊. */
export function numberWords(number: string): string {
  return /^\d+$/.test(number) ? `第${number}期` : number;
}
