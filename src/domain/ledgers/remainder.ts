import { sumOf, type GroupTotals } from './ledger.ts';

/** What remains of a channel after subtracting everything the source accounts for. */
export interface Remainder {
  /** 未办结: received, and neither answered nor returned or merged. `undefined` where the source does not say what was answered. */
  unanswered?: number | undefined;
  /** Whether the source says how many of those are late; otherwise 期限不详. */
  isAgeKnown: boolean;
  /** 未收回: handed out and not returned. */
  outstanding?: number | undefined;
}

/** The remainder of a channel's totals. A source that counts more answered than received has no remainder; the content check reports it. */
export function remainderOf(totals: GroupTotals): Remainder {
  const { received, answered, returnedOrMerged = 0, overdue, distributed, collected } = totals;
  const left =
    received === undefined || answered === undefined ? undefined : received - answered - returnedOrMerged;
  const out = distributed === undefined || collected === undefined ? undefined : distributed - collected;
  return {
    unanswered: left === undefined || left < 0 ? undefined : left,
    isAgeKnown: overdue !== undefined,
    outstanding: out === undefined || out < 0 ? undefined : out,
  };
}

/** All channels taken together; a count that one of them does not give is left out, since the sum would be too small. */
export function totalOf(groups: readonly GroupTotals[], name: string): GroupTotals {
  const total = (
    key: 'received' | 'answered' | 'returnedOrMerged' | 'open' | 'overdue' | 'distributed' | 'collected',
  ) => {
    const counts = groups.map((group) => group[key]);
    const needed = key === 'returnedOrMerged' ? counts.map((count) => count ?? 0) : counts;
    return needed.every((count) => count !== undefined) && groups.some((group) => group[key] !== undefined)
      ? sumOf(needed)
      : undefined;
  };
  return {
    name,
    received: total('received'),
    answered: total('answered'),
    returnedOrMerged: total('returnedOrMerged'),
    open: total('open'),
    overdue: total('overdue'),
    distributed: total('distributed'),
    collected: total('collected'),
  };
}
