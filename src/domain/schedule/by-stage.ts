import type { Day } from '../day.ts';
import { orderDay } from './order.ts';
import type { Schedule, ScheduledSession } from './schedule.ts';
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

/**
 * The sessions in the order in which they are numbered, from 1, on every paper and in every file: stage by stage, within a stage by their
 * days.
 */
export function numberedSessions(
  schedule: Schedule,
  stages: readonly StageWithTitle[] = [],
): ScheduledSession[] {
  return rowsByStage({ schedule, deadlines: [] }, stages).flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'session' ? [row.session] : [])),
  );
}

/** Before the first line of a later day, so that lines without a day stay behind the one they follow. */
function insertByDay(rows: ScheduleRow[], row: ScheduleRow, day: string | undefined): void {
  const later = rows.findIndex((other) => {
    const otherDay = dayOfRow(other);
    return day !== undefined && otherDay !== undefined && otherDay > day;
  });
  rows.splice(later < 0 ? rows.length : later, 0, row);
}

/** The day by which a line is ordered; for a month, its 31st even where there is none. `undefined` where nothing is known. */
export function dayOfRow(row: ScheduleRow): string | undefined {
  return row.kind === 'deadline' ? firstDay(row.deadline.result) : orderDay(row.session);
}
