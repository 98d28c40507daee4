import type { PlannedSitting } from '../../domain/schedule/plan.ts';
import { CELL_LABELS } from '../../domain/schedule/table/columns.ts';
import type { SessionRows } from './plan-rows.ts';

/** 第2次会：…, as `sittingLabel` writes it before the words for one sitting. */
const LABELLED = /^第(\d+)次会：(.*)$/u;
const CELLS = ['title', 'people', 'speakers', 'form'] as const;
type Words = SessionRows['words'];

/** What this project's own table says of single sittings in the cells for title, people, speakers and form, taken out of them. */
export function takeSittingCells(words: Words): { words: Words; sittings: Partial<PlannedSitting>[] } {
  const rest: Words = { ...words };
  const sittings: Partial<PlannedSitting>[] = [];
  for (const cell of CELLS) {
    const lines = (words[cell] ?? '').split('\n');
    for (const line of lines) {
      const [, number, said = ''] = LABELLED.exec(line) ?? [];
      if (number !== undefined) Object.assign((sittings[Number(number) - 1] ??= {}), fieldOf(cell, said));
    }
    const plain = lines.filter((line) => !LABELLED.test(line));
    if (plain.length < lines.length) rest[cell] = plain.join('\n') || undefined;
  }
  return { words: rest, sittings };
}

function fieldOf(cell: (typeof CELLS)[number], said: string): Partial<PlannedSitting> {
  switch (cell) {
    case 'title':
      return { title: said };
    case 'people':
      return { chair: said.replace(CELL_LABELS.chair, '') };
    case 'speakers':
      return { speakers: said.split('、') };
    case 'form':
      return { hours: Number.parseFloat(said) };
  }
}

/** The sittings of a session from their days and what other cells say of each; its hours only where they are not just the sum. */
export function wholeSittings(
  days: readonly PlannedSitting[],
  cells: readonly (Partial<PlannedSitting> | undefined)[],
  hours: number | undefined,
): { sittings: PlannedSitting[]; hours: number | undefined } {
  const sittings = days.map((day, index) => ({ ...day, ...cells[index] }));
  const sum = sittings.reduce((all, each) => all + (each.hours ?? 0), 0);
  return { sittings, hours: sum === hours ? undefined : hours };
}
