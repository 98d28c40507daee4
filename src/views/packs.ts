import { stampLines, type Stamp, type StampLines } from '../domain/forms/stamp.ts';
import { isPublicHost } from '../papers/public-host.ts';
import type { PackChecklist, PackSource } from '../papers/pack.ts';
import { deadlineWords } from '../papers/words.ts';
import type { Site } from '../schemas/collections.ts';
import { titlesFor } from '../site/schedules.ts';
import type { ResolvedSite, UnitSchedule } from '../site/site.ts';
import type { PageKind } from './page.ts';
import { pagesOfSchedules } from './schedules.ts';
import { fullAddress, settings } from './settings.ts';

/** The props of the print pack of a unit's plan. */
export interface PackView {
  source: PackSource & { of: UnitSchedule };
  stamp: Stamp;
  /** Full address that the codes of the sheets lead to; none where they carry none. */
  code?: string | undefined;
  isSealed: boolean;
}

export const packPages: PageKind<PackView> = pagesOfSchedules(
  '/units/[unit]/[plan]/print/',
  (site) => (of) => ({
    source: packSource(of, site),
    stamp: stampOf(of),
    code: printsCode(site.fields) ? fullAddress(`/units/${of.unit.id}/${of.plan.id}/`) : undefined,
    isSealed: site.fields.print?.sealed ?? false,
  }),
);

/** What the feet of the pages of a pack say. */
export const packStamps: PageKind<{ lines: StampLines }> = pagesOfSchedules(
  '/units/[unit]/[plan]/print/stamp.css',
  () => (of) => ({ lines: stampLines(stampOf(of)) }),
);

/** What the pack of a unit's plan is made from. */
export function packSource(of: UnitSchedule, site: ResolvedSite): PackSource & { of: UnitSchedule } {
  return {
    of,
    organiser: of.campaign.organiser,
    titles: titlesFor([of], site),
    checklists: checklistsOfUnit(of, site),
  };
}

/** What says on papers where they come from and how old they are. */
export function stampOf({ unit, plan }: UnitSchedule): Stamp {
  return { unit: unit.name, plan: plan.title, updated: plan.revised };
}

function checklistsOfUnit({ campaign, unit }: UnitSchedule, { checklists }: ResolvedSite): PackChecklist[] {
  const own = checklists.filter(
    ({ campaign: of, units }) => of?.id === campaign.id && units.some(({ id }) => id === unit.id),
  );
  return own.map(({ id, title, stage, groups }) => ({
    id,
    title,
    stage,
    items: groups.flatMap(({ items }) =>
      items.map(({ text, standard, owner, note, dues }) => {
        const due = dues.find(({ units }) => units.some((known) => known.id === unit.id)) ?? dues[0];
        return { text, standard, owner, note, deadline: due && deadlineWords(due.result) };
      }),
    ),
  }));
}

/** Whether sheets carry a code: as `site.yaml` says, or where its address opens outside the office. */
function printsCode({ print }: Site): boolean {
  return print?.code ?? isPublicHost(new URL(settings.siteUrl).hostname);
}
