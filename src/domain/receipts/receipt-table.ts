import type { Day } from '../day.ts';
import type { Named } from '../entry.ts';
import { isMember, type Membership } from '../schedule/membership.ts';
import { withinMonth } from '../schedule/periods.ts';
import { readMatterName, type Due } from './matter.ts';

/** A receipt whose names are resolved. */
export interface Receipt {
  /** Id of the matter. */
  matter: string;
  /** The words of the table, which may name a turn. */
  words: string;
  /** Id of the unit. */
  unit: string;
  received?: Day | undefined;
  copies?: number | undefined;
  note?: string | undefined;
}

/** How one unit stands with one thing to hand in. */
export type ReceiptState =
  /** Received in time, or there is no date to be late for. */
  | 'received'
  | 'late'
  /** 免报 */
  | 'exempt'
  /** The deadline has passed and nothing was received. */
  | 'missing'
  /** Nothing was received yet, and the deadline is still to come or unknown. */
  | 'open'
  /** The unit is not asked. */
  | 'none';

export interface ReceiptCell {
  state: ReceiptState;
  due: Due;
  received?: Day | undefined;
  copies?: number | undefined;
  note?: string | undefined;
}

/** 单位 × 事项. Rows are in the order of the units, never by how much was received. */
export interface ReceiptTable {
  /** The day up to which the table was kept: that of the newest receipt. */
  asOf: Day | undefined;
  dues: Due[];
  rows: { unit: Named; cells: ReceiptCell[] }[];
}

/** Whether a remark says that a unit need not hand in. */
export function isExempt({ note }: Pick<Receipt, 'note'>): boolean {
  return note !== undefined && /免报|免于报送/u.test(note);
}

/**
 * The table of what was received, compared with what was due. Units that were asked for nothing and handed in nothing are left out. What was due
 * before a unit took part, or afterwards, it is not asked for; `memberships` tells of units that do not take part from the beginning to the end.
 */
export function receiptTable(
  units: readonly Named[],
  dues: readonly Due[],
  receipts: readonly Receipt[],
  memberships: ReadonlyMap<string, Membership> = new Map(),
): ReceiptTable {
  const asOf = receipts.reduce<Day | undefined>(
    (latest, { received }) => (received && (!latest || received > latest) ? received : latest),
    undefined,
  );
  const byCell = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    for (const due of duesFor(receipt, dues)) {
      const key = `${receipt.unit} ${due.key}`;
      byCell.set(key, [...(byCell.get(key) ?? []), receipt]);
    }
  }
  const rows = units
    .map(({ id, name }) => ({
      unit: { id, name },
      cells: dues.map((due) =>
        cellOf(due, isAsked(due, id, memberships), byCell.get(`${id} ${due.key}`) ?? [], asOf),
      ),
    }))
    .filter(({ cells }) => cells.some(({ state }) => state !== 'none'));
  return { asOf, dues: [...dues], rows };
}

function isAsked(
  { matter, until, month }: Due,
  unit: string,
  memberships: ReadonlyMap<string, Membership>,
): boolean {
  const days = month === undefined ? until : withinMonth(month);
  return matter.units.includes(unit) && isMember(days, memberships.get(unit) ?? {});
}

function cellOf(due: Due, asked: boolean, receipts: readonly Receipt[], asOf: Day | undefined): ReceiptCell {
  const [first] = receipts
    .map(({ received }) => received)
    .filter((day) => day !== undefined)
    .sort();
  const copies = receipts.some((receipt) => receipt.copies !== undefined)
    ? receipts.reduce((sum, receipt) => sum + (receipt.copies ?? 0), 0)
    : undefined;
  const note = receipts.find((receipt) => receipt.note)?.note;
  if (first !== undefined) {
    const isLate = due.until !== undefined && first > due.until;
    return { state: isLate ? 'late' : 'received', due, received: first, copies, note };
  }
  if (receipts.some(isExempt)) return { state: 'exempt', due, note };
  if (!asked) return { state: 'none', due };
  const isPast = due.until !== undefined && asOf !== undefined && due.until < asOf;
  return { state: isPast ? 'missing' : 'open', due };
}

/**
 * What a receipt is for. Of a matter with a rhythm: the turn that the table names; otherwise the first turn due on or after the day, or the last
 * one. An exemption that names no turn is for all of them.
 */
export function duesFor({ matter, words, received }: Receipt, dues: readonly Due[]): Due[] {
  const own = dues.filter((due) => due.matter.id === matter);
  if (own.length < 2) return own;
  const { turn, date } = readMatterName(words);
  if (turn !== undefined) return own.filter((due) => due.turn === turn);
  if (date !== undefined) return own.filter((due) => due.until?.slice(5) === date);
  if (received === undefined) return own;
  const next = own.find((due) => due.until !== undefined && received <= due.until) ?? own[own.length - 1];
  return next ? [next] : [];
}

/** How many of the units asked have handed in, for one thing due. */
export interface DueTotals {
  asked: number;
  received: number;
  late: number;
  exempt: number;
}

/** The totals of every column. */
export function dueTotals({ dues, rows }: ReceiptTable): DueTotals[] {
  return dues.map((_, index) => {
    const states = rows.map(({ cells }) => cells[index]?.state ?? 'none');
    const count = (...wanted: ReceiptState[]) => states.filter((state) => wanted.includes(state)).length;
    return {
      asked: states.length - count('none', 'exempt'),
      received: count('received', 'late'),
      late: count('late'),
      exempt: count('exempt'),
    };
  });
}
