import { campaignMatters } from '../domain/receipts/campaign-matters.ts';
import { duesOf, findMatter, type Matter } from '../domain/receipts/matter.ts';
import { receiptTable, type Receipt, type ReceiptTable } from '../domain/receipts/receipt-table.ts';
import { shortNameOf, unitFinder } from '../domain/units.ts';
import { dueIn, membershipsIn, unitsOfCampaign } from './dues.ts';
import type { Essay } from './essays.ts';
import type { PlainItem } from './site-content.ts';
import type { Campaign, DueGround, Unit } from './site.ts';

/** 报送情况 of a campaign. */
export interface CampaignReceipts {
  campaign: Campaign;
  address: string;
  table: ReceiptTable;
}

/** The receipts of each campaign that has any, in the order of the campaigns. */
export function siteReceipts(...of: Parameters<typeof receiptsOfAll>): CampaignReceipts[] {
  return receiptsOfAll(...of).flatMap(({ isEmpty, ...receipts }) => (isEmpty ? [] : [receipts]));
}

/** The same of every campaign, whether anything has been received or not. */
export function receiptsOfAll(
  tables: readonly PlainItem<'receipts'>[],
  essays: readonly Essay[],
  site: DueGround,
): (CampaignReceipts & { isEmpty: boolean })[] {
  const matters = new Map(
    site.campaigns.map((campaign) => [campaign.id, mattersOf(campaign, essays, site)] as const),
  );
  const rows = resolvedRows(tables, matters, site.units);
  const named = site.units.map((unit) => ({ id: unit.id, name: shortNameOf(unit) }));
  return site.campaigns.map((campaign) => {
    const own = rows.get(campaign.id) ?? [];
    const dues = duesOf(matters.get(campaign.id) ?? [], site.calendar);
    const table = receiptTable(named, dues, own, membershipsIn(campaign, site));
    return {
      campaign,
      address: `/campaigns/${campaign.id}/receipts/`,
      table,
      isEmpty: own.length === 0,
    };
  });
}

/** Everything that units hand in during a campaign. */
function mattersOf(campaign: Campaign, essays: readonly Essay[], site: DueGround): Matter[] {
  const calls = essays.flatMap(({ id, campaign: of, title, asked, dues: [due] }) =>
    due && of === campaign.id
      ? [{ id, title, units: asked.map(({ unit }) => unit.id), deadline: due.result }]
      : [],
  );
  const takingPart = unitsOfCampaign(campaign, site).map(({ id }) => id);
  return campaignMatters(calls, campaign.reports ?? [], site.units, takingPart, (deadline) =>
    dueIn(campaign, deadline, site),
  );
}

/** The rows of all tables by campaign. A row belongs to the campaign that its file is called after, else to the one that has its matter. */
function resolvedRows(
  tables: readonly PlainItem<'receipts'>[],
  matters: ReadonlyMap<string, Matter[]>,
  units: readonly Unit[],
): Map<string, Receipt[]> {
  const findUnit = unitFinder(units);
  const byCampaign = new Map<string, Receipt[]>();
  for (const { id, fields } of tables) {
    const campaigns = [id, ...[...matters.keys()].filter((other) => other !== id)];
    for (const row of fields.rows) {
      const unit = findUnit(row.unit, row.received ?? null);
      const campaign = campaigns.find((known) => findMatter(row.matter, matters.get(known) ?? []));
      const matter = campaign === undefined ? undefined : findMatter(row.matter, matters.get(campaign) ?? []);
      if (unit === undefined || campaign === undefined || !matter) continue;
      const { received, copies, note } = row;
      const receipt: Receipt = { matter: matter.id, words: row.matter, unit, received, copies, note };
      byCampaign.set(campaign, [...(byCampaign.get(campaign) ?? []), receipt]);
    }
  }
  return byCampaign;
}
