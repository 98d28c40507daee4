import type { Adjustment, PlanSession, Recurrence, TurnException } from '../../domain/schedule/plan.ts';
import { OTHERWISE } from '../../domain/schedule/table/columns.ts';
import { readRuleWords } from '../../domain/schedule/table/rule-words.ts';
import { TURN_IN_TITLE, turnOf } from '../../domain/schedule/turns.ts';

/** What a row of this project's own table says of the rule by which its session comes again. */
export interface TurnRow {
  /** The id of the session that comes again. */
  of: string;
  turn: string;
  rule: Recurrence;
  /** What of it is otherwise, in the words of `OTHERWISE`. */
  otherwise: string[];
  /** Why it is on another day. */
  reason?: string | undefined;
  /** Turns that no unit holds, as the first row of a rule names them. */
  dropped: TurnException[];
}

/** The turn that a row is by its code and the words for its rule; `undefined` where these are none. */
export function turnRow(
  id: string,
  said: { rule?: string | undefined; otherwise?: string | undefined; dropped: readonly string[] },
): TurnRow | undefined {
  const rule = readRuleWords(said.rule ?? '');
  if (!rule) return undefined;
  // The period is at the end of the code: of several readings the longest id is the session's.
  for (let end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
    const of = id.slice(0, end);
    const turn = turnOf(id, { id: of, title: '', form: '会议', when: rule });
    if (turn !== undefined && fitsRule(turn, rule))
      return { of, turn, rule, ...otherwiseOf(said.otherwise), dropped: said.dropped.map(droppedTurn) };
  }
  return undefined;
}

function otherwiseOf(words: string | undefined): Pick<TurnRow, 'otherwise' | 'reason'> {
  if (words === undefined) return { otherwise: [] };
  const [fields = '', ...reason] = words.split('：');
  return { otherwise: fields.split('、'), ...(reason.length > 0 ? { reason: reason.join('：') } : {}) };
}

const KEYS: Record<Recurrence['every'], RegExp> = {
  week: /^\d{4}-\d{2}-\d{2}$/,
  'half-month': /^\d{4}-\d{2}-[ab]$/,
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-q\d$/,
  'half-year': /^\d{4}-h\d$/,
};

function fitsRule(turn: string, { every }: Recurrence): boolean {
  return KEYS[every].test(turn);
}

function droppedTurn(words: string): TurnException {
  const [turn = '', ...reason] = words.split('，');
  return { turn, drop: true, ...(reason.length > 0 ? { reason: reason.join('，') } : {}) };
}

interface ReadTurn {
  session: PlanSession;
  turn: TurnRow;
}

/** The session of which some rows are turns, with its rule, and what is otherwise with single ones. */
export function sessionOfTurns(rows: readonly [ReadTurn, ...ReadTurn[]]): PlanSession {
  const usual = rows.find(({ turn }) => turn.otherwise.length === 0) ?? rows[0];
  const exceptions = rows.flatMap((row) => [...row.turn.dropped, ...exceptionOf(row)]);
  return {
    ...usual.session,
    id: usual.turn.of,
    title: usual.session.title.replace(TURN_IN_TITLE, ''),
    when: usual.turn.rule,
    ...(exceptions.length > 0 ? { exceptions: exceptions.toSorted(byTurn) } : {}),
  };
}

function byTurn(a: TurnException, b: TurnException): number {
  return a.turn < b.turn ? -1 : 1;
}

function exceptionOf({ session, turn: { turn, otherwise, reason } }: ReadTurn): TurnException[] {
  if (otherwise.length === 0) return [];
  const { when, place, title, readings, note } = session;
  const { on, time } = typeof when === 'object' && 'on' in when ? when : {};
  const values = { on, time, place, title, readings, reason: reason ?? note };
  const own = Object.entries(values).filter(
    ([field, value]) => value !== undefined && otherwise.includes(OTHERWISE[field as keyof typeof OTHERWISE]),
  );
  return own.length > 0 ? [{ turn, ...Object.fromEntries(own) }] : [];
}

/** The adjustment by which a unit adds a session of its own, and why. */
export function addedBy({ id, ...add }: PlanSession, reason: string | undefined): Adjustment {
  return { session: id, add, ...(reason === undefined ? {} : { reason }) };
}
