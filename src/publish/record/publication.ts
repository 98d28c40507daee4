import type { Day } from '../../domain/day.ts';
import { readingNamer } from '../../domain/schedule/reading-names.ts';
import type { Visibility } from '../../domain/visibility.ts';
import type { IcsEvent } from '../../ics/event.ts';
import { recordChanges, recordText, type RecordChanges } from '../../ics/record-file.ts';
import { EMPTY_RECORD, updateRecord } from '../../ics/record.ts';
import { unitEvents } from '../../ics/unit-events.ts';
import { underBase } from '../../markdown/addresses.ts';
import { resolveSite } from '../../site/resolve-site.ts';
import { titlesFor } from '../../site/schedules.ts';
import type { Content } from '../../source/read-content.ts';
import type { SiteAddress } from '../../source/settings.ts';

const FOLDER = 'published';

/** What a site shows to calendars of one unit. */
export interface EventsOfUnit {
  id: string;
  name: string;
  events: IcsEvent[];
}

/** The events of every unit of a content folder, in the order of its files. */
export function eventsOfUnits(content: Content, settings: Visibility & SiteAddress): EventsOfUnit[] {
  const site = resolveSite(content, settings);
  const fullAddress = (address: string) => settings.siteUrl + underBase(address, settings.basePath);
  return content.items.units.map(({ id, fields: { name } }) => {
    const schedules = site.schedulesOf.get(id) ?? [];
    const nameReading = readingNamer(titlesFor(schedules, site));
    return { id, name, events: unitEvents(schedules, { fullAddress, nameReading }) };
  });
}

/** A record of publication that is to be written, and what changes in it. */
export interface RecordUpdate {
  /** Path relative to the content folder. */
  file: string;
  text: string;
  changes: RecordChanges;
}

/** The records that differ once these events are published on day `on`. */
export function recordUpdates(content: Content, units: readonly EventsOfUnit[], on: Day): RecordUpdate[] {
  return units.flatMap(({ id, events }) => {
    const known = content.items.published.find((item) => item.id === id);
    const before = known?.fields ?? EMPTY_RECORD;
    const after = updateRecord(before, events, on);
    const changes = recordChanges(before, after);
    if (Object.values(changes).every((list: readonly unknown[]) => list.length === 0)) return [];
    return [{ file: known?.file ?? `${FOLDER}/${id}.yaml`, text: recordText(after), changes }];
  });
}
