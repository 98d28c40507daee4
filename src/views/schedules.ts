import type { ReadingTitles } from '../domain/schedule/reading-names.ts';
import { shortNameOf } from '../domain/units.ts';
import { titlesFor } from '../site/schedules.ts';
import type { ResolvedSite, UnitSchedule } from '../site/site.ts';
import type { Page, PageKind } from './page.ts';

/** The props of a unit's schedule of one plan. */
export interface ScheduleView {
  of: UnitSchedule;
  titles: ReadingTitles;
}

/** The schedule of every unit's plan. */
export const schedulePages: PageKind<ScheduleView> = {
  ...pagesOfSchedules('/units/[unit]/[plan]/', (site) => (of) => ({ of, titles: titlesFor([of], site) })),
  isInSitemap: () => true,
};

/** What a file made from a schedule is called when it is saved, without its ending; unlike any other unit's and plan's. */
export function fileNameOf({ unit, plan }: UnitSchedule, name: string): string {
  return `${shortNameOf(unit)}${name}（${plan.title}）`;
}

/** Pages or files, one for each plan of each unit; `route` contains `[unit]` and `[plan]`. */
export function pagesOfSchedules<Props extends object>(
  route: string,
  viewIn: (site: ResolvedSite) => (of: UnitSchedule) => Props,
): PageKind<Props> {
  return {
    route,
    pages: (site) => {
      const view = viewIn(site);
      return site.schedules.map((of): Page<Props> => {
        const address = route.replace('[unit]', of.unit.id).replace('[plan]', of.plan.id);
        return { address, props: view(of), lastmod: of.plan.revised };
      });
    },
  };
}
