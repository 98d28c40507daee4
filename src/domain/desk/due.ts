import { addDays, type Day } from '../day.ts';
import { momentOf } from './moves.ts';
import type { DatedEvent } from './publishing.ts';

/** A sitting or deadline that is near, with the units that it is for. */
export interface Due {
  title: string;
  when: string;
  units: string[];
}

/** The days that an editor is told of in advance, today being the first. */
const DAYS = 7;

/** What is due within seven days, today included, in the order of time; what several units have at the same moment under the same title is told once. */
export function dueSoon(events: readonly DatedEvent[], today: Day): Due[] {
  const end = addDays(today, DAYS);
  const found = new Map<string, Due>();
  for (const event of events) {
    if (event.day < today || event.day >= end) continue;
    const when = momentOf(event);
    const key = `${when}\0${event.title}`;
    const due = found.get(key) ?? { title: event.title, when, units: [] };
    if (!due.units.includes(event.unit)) due.units.push(event.unit);
    found.set(key, due);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, due]) => due);
}
