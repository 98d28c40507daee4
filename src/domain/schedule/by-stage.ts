import type { Day } from '../day.ts';
import type { ScheduledSession } from './schedule.ts';
import { firstDay, type ScheduledDeadline, type UnitPlan } from './work-out.ts';

/** A line of a schedule table. */
export type ScheduleRow =
  { kind: 'session'; session: ScheduledSession } | { kind: 'deadline'; deadline: ScheduledDeadline };

/** A stage of a schedule with its lines in the order of their days; lines of no stage stand last, without a title. */
export interface StageRows {
  id?: string | undefined;
  title?: string | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
  rows: ScheduleRow[];
}

interface StageWithTitle {
  id: string;
  title: string;
  from?: Day | undefined;
  until?: Day | undefined;
}

/** A schedule cut into its campaign's stages. A deadline belongs to the stage in which its day lies; stages without lines are left out. */
export function rowsByStage(
  { schedule, deadlines }: Pick<UnitPlan, 'schedule' | 'deadlines'>,
  stages: readonly StageWithTitle[] = [],
): StageRows[] {
  const groups = stages.map(({ id, title, from, until }): StageRows => ({
    id,
    title,
    from,
    until,
    rows: [],
  }));
  const others: StageRows = { rows: [] };
  const groupOf = (id: string | undefined) => groups.find((group) => group.id === id) ?? others;
  for (const session of schedule.sessions) groupOf(session.stage).rows.push({ kind: 'session', session });
  for (const deadline of deadlines) {
    const day = firstDay(deadline.result);
    const stage = stages.find(({ from, until }) => day && from && until && from <= day && day <= until);
    insertByDay(groupOf(stage?.id).rows, { kind: 'deadline', deadline }, day);
  }
  return [...groups, others].filter(({ rows }) => rows.length > 0);
}

function insertByDay(rows: ScheduleRow[], row: ScheduleRow, day: string | undefined): void {
  const later = day === undefined ? -1 : rows.findIndex((other) => (dayOfRow(other) ?? '9999') > day);
  rows.splice(later < 0 ? rows.length : later, 0, row);
}

/** The day by which a line is ordered. */
export function dayOfRow(row: ScheduleRow): string | undefined {
  if (row.kind === 'deadline') return firstDay(row.deadline.result);
  const { day, plannedDay, month } = row.session;
  return day ?? plannedDay ?? (month === undefined ? undefined : `${month}-31`);
}
