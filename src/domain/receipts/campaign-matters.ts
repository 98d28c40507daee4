import type { Deadline, DeadlineResult } from '../deadlines/deadline.ts';
import type { Report } from '../schedule/work-out.ts';
import { askedUnits, type AskedUnit } from './asked-units.ts';
import type { Matter } from './matter.ts';

/** An essay call as far as receipts go: the ids of the units asked, and its deadline worked out. */
export interface CallForReceipts {
  id: string;
  title: string;
  units: readonly string[];
  deadline: DeadlineResult;
}

/** A report as far as receipts go. */
export type ReportForReceipts = Pick<Report, 'title' | 'from' | 'deadline'>;

/** Everything that units hand in during a campaign: essay calls first, then reports, each in the order given. */
export function campaignMatters(
  calls: readonly CallForReceipts[],
  reports: readonly ReportForReceipts[],
  units: readonly AskedUnit[],
  takingPart: readonly string[],
  resolve: (deadline: Deadline) => DeadlineResult,
): Matter[] {
  return [
    ...calls.map((call): Matter => ({ ...call, id: `essays/${call.id}`, call: call.id })),
    ...reports.map((report, index): Matter => ({
      id: `report-${index + 1}`,
      title: report.title,
      units: askedUnits(report.from, units, takingPart),
      deadline: resolve(report.deadline),
    })),
  ];
}
