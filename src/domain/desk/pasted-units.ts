import { isDay, type Day } from '../day.ts';
import type { ReceiptUnit } from './plans.ts';

/** What a pasted column says: units that it names for certain, and lines that name none, or more than one. */
export interface PastedUnits {
  found: { unit: string; received?: Day }[];
  unknown: { line: string; candidates: string[] }[];
}

/**
 * Reads cells that were copied from a spreadsheet: a unit in each line by its name, short name or a former one, perhaps with the day on which it handed
 * in beside it. A line that names none of them exactly, or several, is told and never guessed. Names are compared without blanks and differences of width.
 */
export function pastedUnits(text: string, units: readonly ReceiptUnit[]): PastedUnits {
  const bearers = new Map<string, Set<string>>();
  for (const { id, names } of units)
    for (const name of names) bearers.set(plain(name), (bearers.get(plain(name)) ?? new Set()).add(id));
  const found = new Map<string, Day | undefined>();
  const unknown: PastedUnits['unknown'] = [];
  for (const line of text.split(/\r?\n/u)) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    const named = cells.map((cell) => [...(bearers.get(plain(cell)) ?? [])]).filter((ids) => ids.length > 0);
    const ids = [...new Set(named.flat())];
    const [unit] = ids;
    if (unit === undefined || ids.length > 1)
      unknown.push({ line: cells.filter(Boolean).join(' '), candidates: ids });
    else found.set(unit, found.get(unit) ?? cells.map(dayIn).find((day) => day !== undefined));
  }
  return {
    found: [...found].map(([unit, received]) => ({ unit, ...(received === undefined ? {} : { received }) })),
    unknown,
  };
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** 2026-10-09, 2026/10/9, 2026.10.9 and 2026年10月9日. */
function dayIn(cell: string): Day | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(cell) ?? [];
  const text = year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
