import { columnsOf, itemGroups, withIds, type Column } from '../domain/checklists/checklist.ts';
import type { SharedDue } from '../domain/essays/due.ts';
import type { Entry } from '../domain/entry.ts';
import { campaignFinder } from '../domain/library.ts';
import { unitFinder } from '../domain/units.ts';
import type { Fields } from '../schemas/collections.ts';
import { duesOfUnits, unitsOfCampaign } from './campaign-units.ts';
import { itemsOf } from './content.ts';
import { getCatalog, type Campaign, type Unit } from './library.ts';

type FieldsOfItem = Fields<'checklists'>['items'][number];

/** An item with its lasting id and its deadline worked out. */
export type ChecklistLine = FieldsOfItem & { id: string; dues: SharedDue<Unit>[] };

/** A checklist as its page prints it. */
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

/** Every checklist that this build shows: by campaign, the newest first, in it by stage, then by id. */
export async function getChecklists(): Promise<Checklist[]> {
  const { campaigns } = await getCatalog();
  const all = await Promise.all(itemsOf('checklists').map(({ id, fields }) => resolved(id, fields)));
  const placeOf = ({ campaign, stage }: Checklist) => {
    const index = campaigns.findIndex(({ id }) => id === campaign?.id);
    const stages = campaign?.stages?.map(({ id }) => id) ?? [];
    return (index < 0 ? campaigns.length : index) * 1000 + (stage ? stages.indexOf(stage.id) : 999);
  };
  return all.sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

/** The checklists of one campaign. */
export async function checklistsOf(campaign: Campaign): Promise<Checklist[]> {
  return (await getChecklists()).filter((checklist) => checklist.campaign?.id === campaign.id);
}

async function resolved(id: string, fields: Fields<'checklists'>): Promise<Checklist> {
  const catalog = await getCatalog();
  const found =
    fields.campaign === undefined ? undefined : campaignFinder(catalog.campaigns)(fields.campaign);
  const campaign = catalog.campaigns.find((known) => known.id === found?.id);
  const units = await unitsUsing(fields.units, campaign);
  const items = await Promise.all(
    withIds(fields.items).map(async (item): Promise<ChecklistLine> => {
      const dues = item.deadline === undefined ? [] : await duesOfUnits(campaign, units, item.deadline);
      return { ...item, dues };
    }),
  );
  const basis = fields.basis?.split('#')[0];
  return {
    ...fields,
    id,
    address: `/checklists/${id}/`,
    campaign,
    stage: campaign?.stages?.find((stage) => stage.id === fields.stage),
    units,
    basis: catalog.library.entries.find(({ key }) => key === basis),
    columns: columnsOf(fields.items, fields.columns),
    count: items.length,
    groups: itemGroups(items),
  };
}

async function unitsUsing(
  names: readonly string[] | undefined,
  campaign: Campaign | undefined,
): Promise<Unit[]> {
  const { units } = await getCatalog();
  if (names === undefined) return campaign ? unitsOfCampaign(campaign) : units;
  const find = unitFinder(units);
  const ids = new Set(names.map((name) => find(name, null)));
  return units.filter(({ id }) => ids.has(id));
}
