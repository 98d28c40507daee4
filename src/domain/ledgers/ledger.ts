import type { Day } from '../day.ts';

/** What a ledger is of: opinions to be answered, or problems to be put right. */
export const LEDGER_KINDS = ['意见建议', '问题整改'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Why a row needs no answer of its own. */
export const RETURNED_STATES = ['退回', '并件'] as const;
export type ReturnedState = (typeof RETURNED_STATES)[number];

/** So many working days from the day after signing (or receiving) to an answer or a first reply. */
export interface LedgerLimit {
  workingDays: number;
  /** Whether rows have to be signed on the day they are received (当日签批). */
  signSameDay: boolean;
}

/** How rows are judged by their limits: an opinion is in time when answered or replied to (办结或回复), a problem only when put right. */
export interface LedgerRule {
  limit?: LedgerLimit | undefined;
  repliesCount: boolean;
}

/** A row of a ledger without its words: only days, states and classes. */
export interface LedgerRow {
  id?: string | undefined;
  group?: string | undefined;
  received: Day;
  signed?: Day | undefined;
  firstReply?: Day | undefined;
  done?: Day | undefined;
  /** A limit of its own, which goes before the ledger's. */
  limit?: Day | undefined;
  state?: ReturnedState | undefined;
  class?: string | undefined;
  category?: string | undefined;
}

/** What a source says of one channel; what it does not say stays away. */
export interface GroupTotals {
  name: string;
  received?: number | undefined;
  answered?: number | undefined;
  classes?: Record<string, number> | undefined;
  returnedOrMerged?: number | undefined;
  open?: number | undefined;
  overdue?: number | undefined;
  distributed?: number | undefined;
  collected?: number | undefined;
  categories?: string[] | Record<string, number> | undefined;
  note?: string | undefined;
}

/** The sum of some counts. */
export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
