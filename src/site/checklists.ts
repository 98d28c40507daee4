import { columnsOf, itemGroups, withIds, type Column } from '../domain/checklists/checklist.ts';
import type { SharedDue } from '../domain/essays/due.ts';
import type { Entry } from '../domain/entry.ts';
import { campaignFinder } from '../domain/library.ts';
import { entryOfReading } from '../domain/schedule/reading-names.ts';
import { unitFinder } from '../domain/units.ts';
import type { Fields } from '../schemas/collections.ts';
import { duesOfUnits, unitsOfCampaign } from './dues.ts';
import type { PlainItem } from './site-content.ts';
import type { Campaign, SiteGround, Unit } from './site.ts';

type FieldsOfItem = Fields<'checklists'>['items'][number];

/** An item with its lasting id and its deadline worked out. */
export type ChecklistLine = FieldsOfItem & { id: string; dues: SharedDue<Unit>[] };

/** A checklist as its page shows it. */
export interface Checklist extends Omit<
  Fields<'checklists'>,
  'campaign' | 'stage' | 'units' | 'basis' | 'columns' | 'items'
> {
  id: string;
  address: string;
  campaign?: Campaign | undefined;
  stage?: NonNullable<Campaign['stages']>[number] | undefined;
  /** Units that use it. */
  units: Unit[];
  basis?: Entry | undefined;
  columns: Column[];
  count: number;
  groups: { name: string | undefined; items: ChecklistLine[] }[];
}

/** Every checklist: by campaign, the newest first, in it by stage, then by id. */
export function siteChecklists(items: readonly PlainItem<'checklists'>[], site: SiteGround): Checklist[] {
  const { campaigns } = site;
  const findCampaign = campaignFinder(campaigns);
  const placeOf = ({ campaign, stage }: Checklist) => {
    const index = campaigns.findIndex(({ id }) => id === campaign?.id);
    const stages = campaign?.stages?.map(({ id }) => id) ?? [];
    return (index < 0 ? campaigns.length : index) * 1000 + (stage ? stages.indexOf(stage.id) : 999);
  };
  return items
    .map((item) => checklistOf(item, findCampaign, site))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

function checklistOf(
  { id, fields }: PlainItem<'checklists'>,
  findCampaign: (name: string | undefined) => Campaign | undefined,
  site: SiteGround,
): Checklist {
  const campaign = findCampaign(fields.campaign);
  const units = unitsUsing(fields.units, campaign, site);
  const lines = withIds(fields.items).map((item): ChecklistLine => {
    const dues = item.deadline === undefined ? [] : duesOfUnits(campaign, units, item.deadline, site);
    return { ...item, dues };
  });
  return {
    ...fields,
    id,
    address: `/checklists/${id}/`,
    campaign,
    stage: campaign?.stages?.find((stage) => stage.id === fields.stage),
    units,
    basis: fields.basis === undefined ? undefined : site.byKey.get(entryOfReading(fields.basis)),
    columns: columnsOf(fields.items, fields.columns),
    count: lines.length,
    groups: itemGroups(lines),
  };
}

function unitsUsing(
  names: readonly string[] | undefined,
  campaign: Campaign | undefined,
  site: SiteGround,
): Unit[] {
  if (names === undefined) return campaign ? unitsOfCampaign(campaign, site) : [...site.units];
  const find = unitFinder(site.units);
  const ids = new Set(names.map((name) => find(name, null)));
  return site.units.filter(({ id }) => ids.has(id));
}
