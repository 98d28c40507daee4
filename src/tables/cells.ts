import { addDays, isDay, isInYears, type Day } from '../domain/day.ts';
import { wholeDay } from '../domain/time-words/whole-day.ts';

const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Day 0 of spreadsheets; right for every day after February 1900. */
const DAY_ZERO: Day = '1899-12-30';

/**
 * The day that a cell writes: 2026-10-23, 2026/10/23, 2026.10.23, 2026年10月23日, 20261023, any of them with a time of day behind it, or a
 * spreadsheet's own number for a day (46318), 二〇二六年十月二十三日. `undefined` for anything else.
 */
export function dayInCell(cell: string): Day | undefined {
  const words = cell.normalize('NFKC').trim();
  const match = WRITTEN.exec(words) ?? COMPACT.exec(words);
  if (match) {
    const [, year = '', month = '', day = ''] = match;
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(found) && isInYears(found) ? found : undefined;
  }
  const number = /^\d{5}(\.\d+)?$/.test(words) ? Math.floor(Number(words)) : 0;
  if (number >= 20_000 && number < 80_000) return addDays(DAY_ZERO, number);
  const day = wholeDay(words, undefined);
  return day !== undefined && isInYears(day) ? day : undefined;
}

/** The whole number that a cell writes, with or without a unit behind it (3, 3份, 1,200); `undefined` for anything else. */
export function countInCell(cell: string): number | undefined {
  const match = /^(\d+)\s*[份本件条个]?$/u.exec(cell.normalize('NFKC').replaceAll(',', '').trim());
  return match ? Number(match[1]) : undefined;
}
