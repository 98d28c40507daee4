import { stringify } from 'yaml';
import type { PublishedRecord, RecordedEvent } from '../schemas/published.ts';
import { eventWords } from '../strings/ics-events.ts';

/** What one update of a record came to, each list in the order of days. */
export interface RecordChanges {
  added: RecordedEvent[];
  changed: RecordedEvent[];
  withdrawn: RecordedEvent[];
}

/** What differs between a record and its update. An event that returns after it was withdrawn counts as changed. */
export function recordChanges(before: PublishedRecord, after: PublishedRecord): RecordChanges {
  const known = new Map(before.events.map((event) => [event.uid, event]));
  const changes: RecordChanges = { added: [], changed: [], withdrawn: [] };
  for (const event of after.events.toSorted(byDay)) {
    const last = known.get(event.uid);
    if (!last) changes.added.push(event);
    else if (event.sequence !== last.sequence)
      changes[event.cancelledOn ? 'withdrawn' : 'changed'].push(event);
  }
  return changes;
}

/** A record as its file holds it: a comment that says what it is, then one event after another. */
export function recordText({ events }: PublishedRecord): string {
  return eventWords.recordHead + stringify({ events }, { lineWidth: 0 });
}

function byDay(a: RecordedEvent, b: RecordedEvent): number {
  const [one, other] = [a.day + a.uid, b.day + b.uid];
  return one === other ? 0 : one < other ? -1 : 1;
}
