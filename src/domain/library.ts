import type { Day } from './day.ts';
import { byNewest, type Entry, type EntryFields, type EntryKind, type Named } from './entry.ts';
import { slugFromChinese } from './slug.ts';
import { unitFinder, type UnitNames } from './units.ts';

/** An entry as its file gives it. */
export interface RawEntry {
  kind: EntryKind;
  id: string;
  fields: EntryFields;
}

/** A chosen id, title and order for a Chinese name. */
export interface ChosenName {
  id: string;
  name: string;
  title?: string | undefined;
  order?: number | undefined;
}

/** What the entries' names are resolved against. */
export interface Register {
  units: readonly (UnitNames & { parent?: string | undefined })[];
  campaigns: readonly Named[];
  topics: readonly ChosenName[];
  speakers: readonly ChosenName[];
}

/** A topic or speaker together with its entries, newest first. */
export interface Group extends Named {
  entries: Entry[];
}

/** The resolved library, every list in its lasting order. */
export interface Library {
  /** Newest first. */
  entries: Entry[];
  topics: Group[];
  speakers: Group[];
  /** Entries of a unit under any of its names, by unit id. */
  byUnit: Map<string, Entry[]>;
  byCampaign: Map<string, Entry[]>;
}

/** Resolves every name of the entries. References that name nothing are dropped here; the content check reports them. */
export function resolveLibrary(raw: readonly RawEntry[], register: Register): Library {
  const topics = nameBook(register.topics);
  const speakers = nameBook(register.speakers);
  const findUnit = unitFinder(register.units);
  const unitNames = new Map(register.units.map(({ id, name }) => [id, name]));
  const findCampaign = campaignFinder(register.campaigns.map(({ id, name }) => ({ id, name })));

  const unitsOf = (names: readonly string[], on: Day | null): Named[] => {
    const ids = names.map((name) => findUnit(name, on)).filter((id) => id !== undefined);
    return [...new Set(ids)].map((id) => ({ id, name: unitNames.get(id) ?? id }));
  };
  const entries = raw
    .map(({ kind, id, fields }): Entry => {
      const { topics: topicNames = [], units = [], campaign, speaker, date: written, ...rest } = fields;
      const date = written === 'unknown' ? null : written;
      return {
        ...rest,
        kind,
        id,
        key: `${kind}/${id}`,
        address: `/${kind}/${id}/`,
        date,
        topics: topicNames.map(topics.refer),
        units: unitsOf(fields.issuer ? [...units, fields.issuer] : units, date),
        campaign: findCampaign(campaign),
        speaker: speaker && { ...speakers.refer(speaker.name ?? speaker.role), role: speaker.role },
      };
    })
    .sort(byNewest);

  return {
    entries,
    topics: topics.groups(entries, (entry) => entry.topics),
    speakers: speakers.groups(entries, (entry) => (entry.speaker ? [entry.speaker] : [])),
    byUnit: groupBy(entries, (entry) => entry.units),
    byCampaign: groupBy(entries, (entry) => (entry.campaign ? [entry.campaign] : [])),
  };
}

/** A finder of campaigns by id or name; where no name is given it finds none. */
export function campaignFinder<Campaign extends Named>(
  campaigns: readonly Campaign[],
): (name: string | undefined) => Campaign | undefined {
  const found = new Map(
    campaigns.flatMap((campaign) => [[campaign.name, campaign] as const, [campaign.id, campaign] as const]),
  );
  return (name) => (name === undefined ? undefined : found.get(name));
}

/** Gives Chinese names their ids: chosen ones where there is a file, pinyin otherwise, numbered where two names sound alike. */
function nameBook(chosen: readonly ChosenName[]) {
  const named = new Map<string, Named>();
  const taken = new Set(chosen.map(({ id }) => id));
  const orders = new Map(chosen.map(({ id, order }) => [id, order ?? Number.MAX_SAFE_INTEGER]));
  for (const { id, name, title } of chosen) {
    named.set(name, { id, name: title ?? name });
    named.set(id, { id, name: title ?? name });
  }
  const refer = (name: string): Named => {
    let found = named.get(name);
    if (!found) {
      const slug = slugFromChinese(name);
      let id = slug;
      for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
      taken.add(id);
      found = { id, name };
      named.set(name, found);
    }
    return found;
  };
  const orderOf = (id: string) => orders.get(id) ?? Number.MAX_SAFE_INTEGER;
  const groups = (entries: readonly Entry[], namesOf: (entry: Entry) => Named[]): Group[] => {
    const grouped = groupBy(entries, namesOf);
    const names = new Map(entries.flatMap(namesOf).map((item) => [item.id, item.name]));
    return [...grouped]
      .map(([id, list]) => ({ id, name: names.get(id) ?? id, entries: list }))
      .sort(
        (a, b) =>
          orderOf(a.id) - orderOf(b.id) || b.entries.length - a.entries.length || (a.id < b.id ? -1 : 1),
      );
  };
  return { refer, groups };
}

function groupBy(entries: readonly Entry[], namesOf: (entry: Entry) => Named[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const { id } of namesOf(entry)) {
      const group = groups.get(id);
      if (group) group.push(entry);
      else groups.set(id, [entry]);
    }
  }
  return groups;
}
