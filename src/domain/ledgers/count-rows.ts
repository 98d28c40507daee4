import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { GroupTotals, LedgerRow, LedgerRule } from './ledger.ts';
import { standingOf } from './row-limits.ts';

/** Totals of rows, channel by channel. Counts that only rows can give stand beside the totals. */
export interface CountedGroup extends GroupTotals {
  received: number;
  answered: number;
  returnedOrMerged: number;
  open: number;
  overdue: number;
  /** Of `overdue`: still open. */
  overdueOpen: number;
  /** Not signed on the day received. */
  signedLate: number;
  /** Answered within the limit only by a first reply, and not yet done. */
  repliedOpen: number;
  /** Rows whose limit cannot be worked out. */
  withoutLimit: number;
}

/** Counts rows by channel, in order of first appearance; rows without a channel are counted under `unnamed`. */
export function countRows(
  rows: readonly LedgerRow[],
  { rule, asOf, calendar, unnamed }: { rule: LedgerRule; asOf: Day; calendar: WorkCalendar; unnamed: string },
): CountedGroup[] {
  const groups = new Map<string, CountedGroup>();
  for (const row of rows) {
    if (row.received > asOf) continue;
    const name = row.group ?? unnamed;
    const group = groups.get(name) ?? emptyGroup(name);
    groups.set(name, group);
    const { state, late, signedLate } = standingOf(row, rule, asOf, calendar);
    group.received += 1;
    if (state === 'returned') group.returnedOrMerged += 1;
    if (state === 'done') {
      group.answered += 1;
      add(group.classes, row.class);
    }
    if (state === 'open') {
      group.open += 1;
      if (row.firstReply !== undefined && row.firstReply <= asOf) group.repliedOpen += 1;
    }
    if (late) group.overdue += 1;
    if (late && state === 'open') group.overdueOpen += 1;
    if (signedLate) group.signedLate += 1;
    if (late === undefined) group.withoutLimit += 1;
    add(group.categories, row.category);
  }
  return [...groups.values()];
}

type Counting = CountedGroup & { classes: Record<string, number>; categories: Record<string, number> };

function emptyGroup(name: string): Counting {
  return {
    name,
    received: 0,
    answered: 0,
    returnedOrMerged: 0,
    open: 0,
    overdue: 0,
    overdueOpen: 0,
    signedLate: 0,
    repliedOpen: 0,
    withoutLimit: 0,
    classes: {},
    categories: {},
  };
}

function add(counts: GroupTotals['classes'] | GroupTotals['categories'], name: string | undefined): void {
  if (name === undefined || counts === undefined || Array.isArray(counts)) return;
  counts[name] = (counts[name] ?? 0) + 1;
}
