import type { Day } from './day.ts';

/** Something that falls due on a day. */
export interface DatedDue {
  title: string;
  day: Day;
  /** By which earlier day to hand in: 请于10月30日前报送. */
  announce?: string | undefined;
  address?: string | undefined;
}

/** What falls due within each stage, by the stage's id, in the order of days; what lies in no dated stage is listed separately. */
export function duesByStage<Due extends DatedDue>(
  stages: readonly { id: string; from?: Day | undefined; until?: Day | undefined }[],
  dues: readonly Due[],
): { within: Map<string, Due[]>; outside: Due[] } {
  const within = new Map<string, Due[]>();
  const outside: Due[] = [];
  const sorted = [...dues].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  for (const due of sorted) {
    const stage = stages.find(({ from, until }) => from && until && from <= due.day && due.day <= until);
    if (stage) within.set(stage.id, [...(within.get(stage.id) ?? []), due]);
    else outside.push(due);
  }
  return { within, outside };
}
