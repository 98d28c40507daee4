import type { Day } from '../domain/day.ts';
import type { PublishedRecord, RecordedEvent } from '../schemas/published.ts';
import { eventWords } from '../strings/ics-events.ts';
import { assertEvents } from './assert-events.ts';
import type { IcsEvent, PublishedEvent } from './event.ts';
import { fingerprintOf } from './fingerprint.ts';

/** The record of a unit before anything is published. */
export const EMPTY_RECORD: PublishedRecord = { events: [] };

/**
 * All events of one unit with the sequence that subscribers should see, followed by those that were published once and
 * are gone, as cancelled whole-day events. Gives the same whether the record was brought up to date before or after.
 * Pass the events of all plans of the unit: missing ones count as withdrawn. A cancelled event has the title of what the site still
 * shows (`titleOf`, by uid), never the one under which it was published: that may be what was withdrawn.
 * Throws a RangeError where `assertEvents` does.
 */
export function withRecord(
  events: readonly IcsEvent[],
  record: PublishedRecord,
  titleOf: (uid: string) => string | undefined = () => undefined,
): PublishedEvent[] {
  assertEvents(events);
  const known = byUid(record);
  const live = events.map((event) => ({ ...event, sequence: nextSequence(event, known.get(event.uid)) }));
  const withdrawn = missingFrom(events, record).map((entry) => {
    const { uid, plan, day, sequence } = withdraw(entry, entry.day);
    return { uid, plan, title: titleOf(uid) ?? eventWords.gone, day, sequence, isCancelled: true };
  });
  return [...live, ...withdrawn];
}

/**
 * The record after these events of one unit were published on day `on`, sorted by uid. An event that is unchanged keeps
 * its sequence, a changed, withdrawn or returned one rises by one, a new one starts at 0. Doing it twice changes nothing.
 * Throws a RangeError where `assertEvents` does.
 */
export function updateRecord(record: PublishedRecord, events: readonly IcsEvent[], on: Day): PublishedRecord {
  assertEvents(events);
  const known = byUid(record);
  const live = events.map((event): RecordedEvent => {
    const { uid, plan, title, day } = event;
    const sequence = nextSequence(event, known.get(uid));
    return { uid, ...(plan && { plan }), sequence, fingerprint: fingerprintOf(event), title, day };
  });
  const withdrawn = missingFrom(events, record).map((entry) => withdraw(entry, on));
  return { events: [...live, ...withdrawn].sort((a, b) => (a.uid < b.uid ? -1 : 1)) };
}

function nextSequence(event: IcsEvent, last: RecordedEvent | undefined): number {
  if (!last) return 0;
  const isUnchanged = !last.cancelledOn && last.fingerprint === fingerprintOf(event);
  return isUnchanged ? last.sequence : last.sequence + 1;
}

function withdraw(entry: RecordedEvent, on: Day): RecordedEvent {
  return entry.cancelledOn ? entry : { ...entry, sequence: entry.sequence + 1, cancelledOn: on };
}

function missingFrom(events: readonly IcsEvent[], record: PublishedRecord): RecordedEvent[] {
  const present = new Set(events.map(({ uid }) => uid));
  return record.events.filter(({ uid }) => !present.has(uid));
}

function byUid(record: PublishedRecord): Map<string, RecordedEvent> {
  return new Map(record.events.map((entry) => [entry.uid, entry]));
}
