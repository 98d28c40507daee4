import type { Named } from '../domain/entry.ts';
import type { UnitPart } from '../domain/schedule/plan.ts';
import type { ReadingTitles } from '../domain/schedule/reading-names.ts';
import { idOfPart } from '../domain/unit-parts.ts';
import { familyOf } from '../site/library.ts';
import { titlesFor } from '../site/schedules.ts';
import type { Unit, UnitSchedule } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { attendanceAddress, hasAttendance } from './attendance.ts';
import { isFirstOfList, listViews, newestDay, type ListView } from './entry-card.ts';
import type { IndexView } from './groups.ts';
import { onlyPage, type PageKind } from './page.ts';

/** A part of a unit (党支部, 党小组, 中心组) as the unit's page lists it. */
export interface PartView extends UnitPart {
  /** The page of its own, where it follows plans by itself. */
  address?: string | undefined;
}

/** The props of a unit's page; further pages of the list of its entries have no schedules. */
export interface UnitView {
  unit: Unit;
  parent?: Named | undefined;
  children: readonly Named[];
  parts: readonly PartView[];
  schedules: readonly UnitSchedule[];
  titles: ReadingTitles;
  list: ListView;
  /** Site-relative address of the table of its year to fill and print, where its schedules plan something. */
  summary?: string | undefined;
}

export const unitPages: PageKind<UnitView> = {
  route: '/units/[unit]/[...path]/',
  pages: (site) =>
    site.units.flatMap((unit) => {
      const entries = site.library.byUnit.get(unit.id) ?? [];
      const lastmod = newestDay(entries);
      const { children, parent } = familyOf(unit, site.units);
      const parts = partsOf(unit, children);
      const others = children.filter(({ id }) => !parts.some(({ address }) => address === addressOf(id)));
      const family = { parent, children: others, parts };
      return listViews(`/units/${unit.id}/`, entries).map((list) => {
        const schedules = list.path === '' ? (site.schedulesOf.get(unit.id) ?? []) : [];
        const titles = titlesFor(schedules, site);
        const summary =
          list.path === '' && hasAttendance(unit, site) ? attendanceAddress(unit.id) : undefined;
        const props = { unit, ...family, schedules, titles, list, summary };
        return { address: list.address, props, lastmod };
      });
    }),
  isInSitemap: isFirstOfList,
};

function partsOf({ id, parts = [] }: Unit, children: readonly Named[]): PartView[] {
  return parts.map((part) => {
    const own = children.find((child) => child.id === idOfPart(id, part));
    return { ...part, address: own && addressOf(own.id) };
  });
}

function addressOf(unit: string): string {
  return `/units/${unit}/`;
}

export const unitIndex: PageKind<IndexView> = onlyPage(
  '/units/',
  ({ units, library }) => ({
    items: units.map(({ id, name, aliases = [] }) => ({
      address: `/units/${id}/`,
      name,
      note:
        aliases.length > 0
          ? `${zh['unit.aliases']}：${aliases.map((alias) => alias.name).join('、')}`
          : undefined,
      count: library.byUnit.get(id)?.length ?? 0,
    })),
  }),
  { isInSitemap: () => true, lastmod: ({ library }) => newestDay(library.entries) },
);
