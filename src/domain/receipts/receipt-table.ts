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
  const rows = units
    .map(({ id, name }) => {
      const own = receipts.filter(({ unit }) => unit === id);
      const asked = dues.filter((due) => isAsked(due, id, memberships));
      const byDue = receiptsByDue(own, dues, asked);
      return {
        unit: { id, name },
        cells: dues.map((due) => cellOf(due, asked.includes(due), byDue.get(due) ?? [], asOf)),
      };
    })
    .filter(({ cells }) => cells.some(({ state }) => state !== 'none'));
  return { asOf, dues: [...dues], rows };
}

/** Whether a turn is still to come by the day up to which a table was kept, so that nobody can have missed it. */
export function isToCome({ turn, until }: Due, asOf: Day | undefined): boolean {
  return turn !== undefined && until !== undefined && (asOf === undefined || asOf <= until);
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
 * The receipts of one unit by what they are for; `asked` are the dues that it is asked for. Of a matter with a rhythm, first those that name a turn, and
 * exemptions, which are for all turns where they name none. Then the others, in the order of their days: each for the turn that its day tells.
 */
function receiptsByDue(
  receipts: readonly Receipt[],
  dues: readonly Due[],
  asked: readonly Due[],
): Map<Due, Receipt[]> {
  const byDue = new Map<Due, Receipt[]>();
  const put = (due: Due, receipt: Receipt) => byDue.set(due, [...(byDue.get(due) ?? []), receipt]);
  const untold: { receipt: Receipt; day: Day; turns: readonly Due[] }[] = [];
  for (const receipt of receipts) {
    const own = dues.filter(({ matter }) => matter.id === receipt.matter);
    const named = namedDues(receipt, own);
    if (named) named.forEach((due) => put(due, receipt));
    else if (receipt.received !== undefined) untold.push({ receipt, day: receipt.received, turns: own });
  }
  for (const { receipt, day, turns } of untold.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const isAwaited = (due: Due) => asked.includes(due) && !byDue.has(due);
    const due = turnOfDay(day, turns, isAwaited);
    if (due) put(due, receipt);
  }
  return byDue;
}

/**
 * What a receipt itself says it is for: what is due once, the turn that the table names, every turn where neither a turn nor a day is told.
 * `undefined` where only its day can tell the turn.
 */
export function namedDues({ words, received }: Pick<Receipt, 'words' | 'received'>, own: readonly Due[]) {
  if (own.length < 2) return own;
  const { turn, date } = readMatterName(words);
  if (turn !== undefined) return own.filter((due) => due.turn === turn);
  if (date !== undefined) return own.filter((due) => due.until?.slice(5) === date);
  return received === undefined ? own : undefined;
}

/**
 * The turn that something is for which was received on a day and names none: the next one due on that day or after it. But it is late for the
 * turn before, where that is still awaited and the day lies in the first half of the time between the two (see `lateUntil`). Where
 * the next turn has come already, it is the newest one before that is still awaited; after the last turn, the last.
 */
export function turnOfDay(
  day: Day,
  turns: readonly Due[],
  isAwaited: (due: Due) => boolean,
): Due | undefined {
  const at = turns.findIndex(({ until }) => until !== undefined && day <= until);
  const [next, earlier] = at < 0 ? [undefined, turns] : [turns[at], turns.slice(0, at)];
  const before = earlier.at(-1);
  const isLate = before && isAwaited(before) && (before.lateUntil === undefined || day <= before.lateUntil);
  if (isLate) return before;
  if (next && isAwaited(next)) return next;
  return earlier.findLast(isAwaited) ?? next ?? before;
}

/** How many of the units asked have handed in, for one thing due. */
export interface DueTotals {
  asked: number;
  received: number;
  late: number;
  exempt: number;
}

/** The totals of every column. Of a turn that is still to come only the units are counted that have handed in already. */
export function dueTotals({ asOf, dues, rows }: ReceiptTable): DueTotals[] {
  return dues.map((due, index) => {
    const states = rows.map(({ cells }) => cells[index]?.state ?? 'none');
    const count = (...wanted: ReceiptState[]) => states.filter((state) => wanted.includes(state)).length;
    const notYet = isToCome(due, asOf) ? count('open') : 0;
    return {
      asked: states.length - count('none', 'exempt') - notYet,
      received: count('received', 'late'),
      late: count('late'),
      exempt: count('exempt'),
    };
  });
}
