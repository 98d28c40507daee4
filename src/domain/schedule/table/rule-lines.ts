import type { PlanSession, TurnException } from '../plan.ts';
import { isRecurrence, turnOf } from '../turns.ts';
import { CELL_LABELS, HOLIDAY_WORDS, OTHERWISE } from './columns.ts';
import { ruleWords } from './rule-words.ts';

const FIELDS = Object.keys(OTHERWISE) as (keyof typeof OTHERWISE)[];

/**
 * What a row says of the plan's rule for it: the rule for days off of its session alone, and of a turn the rule by which it comes again and what is
 * otherwise with it. The first row of a rule names the turns that are left out.
 */
export function ruleLines(id: string, source: PlanSession | undefined, isFirst: boolean): string[] {
  if (!source) return [];
  const { onHoliday, when, exceptions = [] } = source;
  const holiday = onHoliday === undefined ? [] : [CELL_LABELS.onHoliday + HOLIDAY_WORDS[onHoliday]];
  const turn = turnOf(id, source);
  if (turn === undefined || !isRecurrence(when)) return holiday;
  const own = exceptions.find((exception) => exception.turn === turn);
  return [
    CELL_LABELS.rule + ruleWords(when),
    ...holiday,
    ...(own ? [CELL_LABELS.otherwise + otherwiseIn(own)] : []),
    ...(isFirst ? exceptions.flatMap(droppedLine) : []),
  ];
}

/** What is otherwise with a turn. The reason for another day stands behind it; every other reason stands in the note. */
function otherwiseIn(exception: TurnException): string {
  const { on, reason } = exception;
  const fields = FIELDS.flatMap((field) => (exception[field] === undefined ? [] : [OTHERWISE[field]]));
  return fields.join('、') + (on === undefined || reason === undefined ? '' : `：${reason}`);
}

function droppedLine({ turn, drop, reason }: TurnException): string[] {
  return drop ? [`${CELL_LABELS.droppedTurn}${turn}${reason === undefined ? '' : `，${reason}`}`] : [];
}
