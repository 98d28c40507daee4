import { present } from '../../domain/present.ts';
import type { Adjustment, PlannedSitting } from '../../domain/schedule/plan.ts';
import { CELL_LABELS } from '../../domain/schedule/table/columns.ts';
import { readWhen, type WhenContext } from '../../domain/schedule/table/read-when.ts';

/** ※原第2次会：…, ※调整第2次会：…: what a sitting was that a unit changed, and why. */
const LINE = new RegExp(`^(${CELL_LABELS.sittingBefore}|${CELL_LABELS.change})(第(\\d+)次会：.*)$`, 'u');

/** What the notes of this project's own table say of one sitting that a unit changed. */
interface SittingNote {
  /** The words for what it was, as the time cell has those of others. */
  before?: string;
  reason?: string;
}

/** Takes such a line of a note; whether it is one. */
export function takeSittingLine(line: string, notes: Map<number, SittingNote>): boolean {
  const [, label, words = '', number] = LINE.exec(line) ?? [];
  if (number === undefined) return false;
  const note = notes.get(Number(number)) ?? {};
  if (label === CELL_LABELS.sittingBefore) note.before = words;
  else note.reason = words.slice(words.indexOf('：') + 1);
  notes.set(Number(number), note);
  return true;
}

/** The sittings of the plan from those of a unit, and the unit's changes, without the session's id. */
export function sittingChanges(
  sittings: readonly PlannedSitting[],
  notes: ReadonlyMap<number, SittingNote>,
  context: WhenContext,
): { planned: PlannedSitting[]; changes: Omit<Adjustment, 'session'>[] } {
  const planned = [...sittings];
  const changes = [...notes].flatMap(([sitting, { before = '', reason }]) => {
    const now = sittings[sitting - 1];
    const [was] = readWhen(before.replace(/^第\d+次会/u, FIRST), context).sittings ?? [];
    if (!now || !was) return [];
    planned[sitting - 1] = present({
      ...now,
      until: undefined,
      place: undefined,
      chair: undefined,
      time: undefined,
      ...was,
    });
    const isLater = now.time !== was.time || now.until !== was.until;
    const other = <Value>(value: Value, former: Value) => (value === former ? undefined : value);
    return [
      present({
        sitting,
        on: other(now.on, was.on),
        time: isLater ? now.time : undefined,
        place: other(now.place, was.place),
        chair: other(now.chair, was.chair),
        reason,
      }),
    ];
  });
  return { planned, changes };
}

/** How the first sitting of a cell is labelled: each line is read by itself. */
const FIRST = '第1次会';
