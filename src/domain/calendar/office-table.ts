import type { Day } from '../day.ts';
import type { Holiday, YearTable } from './year-table.ts';

/** A file of `calendar/` as an office writes it: one notice, named by number or day. */
export interface OfficeTable {
  year: number;
  notice: string;
  holidays: readonly Holiday[];
  workdays: readonly Day[];
}

/** An office's file as a table that can be laid over the official ones. */
export function officeTable({ year, notice, holidays, workdays }: OfficeTable): YearTable {
  return { year, notices: [{ number: notice }], holidays, workdays };
}
