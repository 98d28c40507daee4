import type { EntryKind } from '../domain/entry.ts';
import { byYear } from '../domain/lists.ts';
import { shortNameOf } from '../domain/units.ts';
import type { ResolvedSite } from '../site/site.ts';
import { KIND_NAMES, zh } from '../strings/zh.ts';

/** A row of links to lists of the library, such as all its years. */
export interface FilterRow {
  name: string;
  /** Address of the page that lists them all, where there is one. */
  index?: string;
  links: { address: string; words: string; count: number }[];
}

/** The rows of links above the library's lists; lists and rows with nothing in them are left out. */
export function filterRows({ library, units, campaigns }: ResolvedSite): FilterRow[] {
  const kinds = Object.keys(KIND_NAMES) as EntryKind[];
  const rows: FilterRow[] = [
    {
      name: zh['list.kind'],
      links: kinds.map((kind) => ({
        address: `/${kind}/`,
        words: KIND_NAMES[kind],
        count: library.entries.filter((entry) => entry.kind === kind).length,
      })),
    },
    {
      name: zh['list.year'],
      links: byYear(library.entries).map(([year, entries]) => ({
        address: `/library/${year}/`,
        words: year === 'unknown' ? zh['list.unknownYear'] : zh['list.inYear'](year),
        count: entries.length,
      })),
    },
    {
      name: zh['list.topic'],
      index: '/topics/',
      links: library.topics.map(({ id, name, entries }) => ({
        address: `/topics/${id}/`,
        words: name,
        count: entries.length,
      })),
    },
    {
      name: zh['list.unit'],
      index: '/units/',
      links: units.map((unit) => ({
        address: `/units/${unit.id}/`,
        words: shortNameOf(unit),
        count: library.byUnit.get(unit.id)?.length ?? 0,
      })),
    },
    {
      name: zh['list.campaign'],
      index: '/campaigns/',
      links: campaigns.map(({ id, name }) => ({
        address: `/campaigns/${id}/`,
        words: name,
        count: library.byCampaign.get(id)?.length ?? 0,
      })),
    },
  ];
  return rows
    .map((row) => ({ ...row, links: row.links.filter(({ count }) => count > 0) }))
    .filter(({ links }) => links.length > 0);
}
