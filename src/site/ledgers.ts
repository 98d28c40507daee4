import type { Named } from '../domain/entry.ts';
import { countRows, type CountedGroup } from '../domain/ledgers/count-rows.ts';
import type { GroupTotals } from '../domain/ledgers/ledger.ts';
import { campaignFinder } from '../domain/library.ts';
import { unitFinder } from '../domain/units.ts';
import type { Fields } from '../schemas/collections.ts';
import { zh } from '../strings/zh.ts';
import type { PlainItem } from './site-content.ts';
import type { Campaign, SiteGround } from './site.ts';

/** A ledger as its page shows it: totals only. Its rows end here. */
export interface Ledger extends Omit<Fields<'ledgers'>, 'campaign' | 'unit' | 'groups' | 'rows'> {
  id: string;
  address: string;
  campaign?: Campaign | undefined;
  unit?: Named | undefined;
  groups: GroupTotals[];
  /** The same, where they were counted from rows. */
  counted: CountedGroup[];
}

/** Every ledger: by campaign, the newest first, then by id. */
export function siteLedgers(
  items: readonly PlainItem<'ledgers'>[],
  { campaigns, units, calendar }: SiteGround,
): Ledger[] {
  const findCampaign = campaignFinder(campaigns);
  const findUnit = unitFinder(units);
  const ledgers = items.map(({ id, fields: { campaign, unit, groups, rows, ...fields } }): Ledger => {
    const { kind, limit, asOf } = fields;
    const rule = { limit, repliesCount: kind === '意见建议' };
    const counted =
      rows && asOf !== undefined
        ? countRows(rows, { rule, asOf, calendar, unnamed: zh['ledger.unnamed'] })
        : [];
    const unitId = unit === undefined ? undefined : findUnit(unit, asOf ?? null);
    return {
      ...fields,
      id,
      address: `/ledgers/${id}/`,
      campaign: findCampaign(campaign),
      unit: units.find((known) => known.id === unitId),
      groups: groups ?? counted,
      counted,
    };
  });
  const placeOf = ({ campaign }: Ledger) => {
    const index = campaigns.findIndex(({ id }) => id === campaign?.id);
    return index < 0 ? campaigns.length : index;
  };
  return ledgers.sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}
