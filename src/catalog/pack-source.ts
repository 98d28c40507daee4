import { checklistsOf } from './checklists.ts';
import { getCatalog } from './library.ts';
import type { UnitSchedule } from './schedules.ts';
import { settings } from './settings.ts';
import type { PackChecklist, PackSource } from '../print/pack.ts';
import { isPublicHost } from '../print/public-host.ts';
import { deadlineWords } from '../print/words.ts';
import type { Site } from '../schemas/collections.ts';

/** What the pack of a unit's plan is made from. */
export async function packSource(of: UnitSchedule): Promise<PackSource> {
  const { nameReading } = await getCatalog();
  return {
    of,
    organiser: of.campaign.organiser,
    nameReading,
    checklists: await checklistsOfUnit(of),
  };
}

async function checklistsOfUnit({ campaign, unit }: UnitSchedule): Promise<PackChecklist[]> {
  const checklists = (await checklistsOf(campaign)).filter(({ units }) =>
    units.some(({ id }) => id === unit.id),
  );
  return checklists.map(({ id, title, stage, groups }) => ({
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
export function printsCode({ print }: Site): boolean {
  return print?.code ?? isPublicHost(new URL(settings.siteUrl).hostname);
}
