import { LONGEST_CELL } from '../domain/forms/longest-cell.ts';
import { PLAN_COLUMNS } from '../domain/schedule/table/columns.ts';
import { planTable } from '../domain/schedule/table/plan-table.ts';
import { isSessionOrTurn } from '../domain/schedule/turns.ts';
import { readingWords } from '../domain/schedule/table/reading-words.ts';
import { withoutRepeats, type Fault, type SourcePosition } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import type { UnitSchedule } from '../site/site.ts';
import { libraryItems, type Register } from './register.ts';

const REMEDY = '写短些；长的内容写成学习材料，这里列出它的题名';

/** Faults for fields that are too long for a cell of the unit's schedule table (.xlsx). */
export function tableCellFaults(content: Content, register: Register): Fault[] {
  if (!mayBeTooLong(content)) return [];
  const titled = libraryItems(content).map(({ collection, id, fields: { title } }) => ({
    key: `${collection}/${id}`,
    title,
  }));
  const words = readingWords(titled);
  const { schedules } = register.site();
  return withoutRepeats(schedules.flatMap((of) => cellFaults(of, words, register)));
}

/** Takes in everything that a cell is built from: some fields of a plan, a unit and a campaign, and titles of entries. */
function mayBeTooLong(content: Content): boolean {
  const { plans, units, campaigns } = content.items;
  const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0);
  const files = [plans, units, campaigns].map((items) =>
    longest(items.map(({ fields }) => JSON.stringify(fields))),
  );
  const added = units.flatMap(({ fields }) =>
    (fields.plans ?? []).flatMap(({ adjustments = [] }) => adjustments),
  );
  const sessions = [
    ...plans.flatMap(({ fields }) => fields.sessions),
    ...added.flatMap(({ add }) => add ?? []),
  ];
  const readings = sessions.reduce((most, session) => Math.max(most, session.readings?.length ?? 0), 0);
  const titles = readings * longest(libraryItems(content).map(({ fields }) => fields.title));
  return files.reduce((sum, length) => sum + length, titles) > LONGEST_CELL;
}

function cellFaults(of: UnitSchedule, words: (reading: string) => string, register: Register): Fault[] {
  const { title, line, rows } = planTable(of, words);
  const plan = register.plan(of.plan.id);
  if (!plan) return [];
  const faults = [title, line.join('　')]
    .filter(isTooLong)
    .map(() => faultAt(plan.positionOf(['title']), '学习计划、专题活动或单位的名称太长'));
  for (const row of rows) {
    if (row.kind !== 'session') continue;
    const index = plan.fields.sessions.findIndex((session) => isSessionOrTurn(row.session, session));
    const place = plan.positionOf(index < 0 ? [] : ['sessions', index]);
    const columns = PLAN_COLUMNS.filter(({ key }) => isTooLong(row.cells[key]));
    faults.push(...columns.map(({ name }) => faultAt(place, `学习场次 ${row.session} 的“${name}”太长`)));
  }
  return faults;
}

function isTooLong({ length }: string): boolean {
  return length > LONGEST_CELL;
}

function faultAt(place: SourcePosition, what: string): Fault {
  return { ...place, reason: `${what}，表格的一格放不下，超过 ${LONGEST_CELL} 字`, remedy: REMEDY };
}
