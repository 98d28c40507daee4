import type { ReadingTitles } from '../domain/schedule/reading-names.ts';
import { titlesFor } from '../site/schedules.ts';
import type { Campaign, Unit, UnitSchedule } from '../site/site.ts';
import { cardOf, newestDay, type EntryCard } from './entry-card.ts';
import { filterRows, type FilterRow } from './filters.ts';
import { onlyPage, type PageKind } from './page.ts';
import { siteData } from './structured-data.ts';

const LATEST_SHOWN = 5;
/** Schedules that the home page can list whole; beyond that each unit's own page does. */
const MOST_SCHEDULES = 24;

/** The props of the home page. */
export interface HomeView {
  /** The units that follow a plan. */
  following: readonly Pick<Unit, 'id' | 'name'>[];
  /** Their schedules, unless there are too many for one page. */
  schedules?: readonly UnitSchedule[] | undefined;
  titles: ReadingTitles;
  latest: readonly EntryCard[];
  /** How many entries there are. */
  total: number;
  campaigns: readonly Campaign[];
  filters: readonly FilterRow[];
  data: object;
}

export const homePage: PageKind<HomeView> = onlyPage(
  '/',
  (site): HomeView => {
    const { units, schedules, schedulesOf, library, campaigns } = site;
    const shown = schedules.length <= MOST_SCHEDULES ? schedules : undefined;
    return {
      following: units.filter(({ id }) => schedulesOf.has(id)).map(({ id, name }) => ({ id, name })),
      schedules: shown,
      titles: titlesFor(shown ?? [], site),
      latest: library.entries.slice(0, LATEST_SHOWN).map(cardOf),
      total: library.entries.length,
      campaigns,
      filters: filterRows(site),
      data: siteData(site.fields),
    };
  },
  { isInSitemap: () => true, lastmod: ({ library }) => newestDay(library.entries) },
);
