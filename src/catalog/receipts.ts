import { campaignMatters } from '../domain/receipts/campaign-matters.ts';
import { duesOf, findMatter, type Matter } from '../domain/receipts/matter.ts';
import { receiptTable, type Receipt, type ReceiptTable } from '../domain/receipts/receipt-table.ts';
import { unitFinder } from '../domain/units.ts';
import { resolveDeadline } from '../domain/deadlines/resolve-deadline.ts';
import { unitsOfCampaign } from './campaign-units.ts';
import { itemsOf } from './content.ts';
import { essaysOf } from './essays.ts';
import { getCatalog, type Campaign } from './library.ts';
import { getSchedules } from './schedules.ts';

/** 报送情况 of a campaign. */
export interface CampaignReceipts {
  campaign: Campaign;
  address: string;
  table: ReceiptTable;
}

/** The receipts of every campaign of which something was written down, in the order of the campaigns. */
export async function getReceipts(): Promise<CampaignReceipts[]> {
  const { campaigns, units } = await getCatalog();
  const matters = new Map(
    await Promise.all(campaigns.map(async (campaign) => [campaign.id, await mattersOf(campaign)] as const)),
  );
  const rows = await resolvedRows(matters);
  return campaigns.flatMap((campaign): CampaignReceipts[] => {
    const own = rows.get(campaign.id) ?? [];
    if (own.length === 0) return [];
    const dues = duesOf(matters.get(campaign.id) ?? []);
    const named = units.map(({ id, name, shortName }) => ({ id, name: shortName ?? name }));
    return [
      { campaign, address: `/campaigns/${campaign.id}/receipts/`, table: receiptTable(named, dues, own) },
    ];
  });
}

/** Everything that units hand in during a campaign. */
export async function mattersOf(campaign: Campaign): Promise<Matter[]> {
  const { units } = await getCatalog();
  const { calendar } = await getSchedules();
  const calls = (await essaysOf(campaign)).flatMap(({ id, title, asked, dues }) => {
    const [due] = dues;
    return due ? [{ id, title, units: asked.map(({ unit }) => unit.id), deadline: due.result }] : [];
  });
  const takingPart = (await unitsOfCampaign(campaign)).map(({ id }) => id);
  return campaignMatters(calls, campaign.reports ?? [], units, takingPart, (deadline) =>
    resolveDeadline(deadline, { calendar, campaign, stages: campaign.stages }),
  );
}

/** The rows of all tables by campaign. A row belongs to the campaign that its file is called after, else to the one that has its matter. */
async function resolvedRows(matters: ReadonlyMap<string, Matter[]>): Promise<Map<string, Receipt[]>> {
  const { units } = await getCatalog();
  const findUnit = unitFinder(units);
  const byCampaign = new Map<string, Receipt[]>();
  for (const { id, fields } of itemsOf('receipts')) {
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
