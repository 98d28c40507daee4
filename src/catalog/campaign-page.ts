import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import type { Entry } from '../domain/entry.ts';
import { firstDay } from '../domain/schedule/work-out.ts';
import { duesByStage, type DatedDue } from '../domain/stage-dues.ts';
import { bulletinsOf, type Bulletin } from './bulletins.ts';
import { dueIn, duesOfUnits, unitsOfCampaign } from './campaign-units.ts';
import { checklistsOf, type Checklist } from './checklists.ts';
import { essaysOf, type Essay } from './essays.ts';
import { getCatalog, type Campaign, type Unit } from './library.ts';
import { ledgersOf, type Ledger } from './ledgers.ts';
import { getReceipts, type CampaignReceipts } from './receipts.ts';
import { getSchedules, type StudyPlan } from './schedules.ts';
import type { SharedDue } from '../domain/essays/due.ts';

/** A report of a campaign with its deadline worked out; one that falls on other days for other units is told for each. */
export interface ReportDue {
  title: string;
  from?: string | undefined;
  to?: string | undefined;
  dues: SharedDue<Unit>[];
}

/** Everything that a campaign's page shows beside the campaign's own fields. */
export interface CampaignPage {
  units: Unit[];
  plans: StudyPlan[];
  /** The entries that its plans assign, in the order in which they are read. */
  reading: Entry[];
  calls: Essay[];
  checklists: Checklist[];
  ledgers: Ledger[];
  reports: ReportDue[];
  bulletins: Bulletin[];
  rhythm?: DeadlineResult | undefined;
  receipts?: CampaignReceipts | undefined;
  /** What falls due in each stage, and outside of all of them. */
  stageDues: ReturnType<typeof duesByStage>;
}

/** Gathers a campaign's page. */
export async function campaignPage(campaign: Campaign): Promise<CampaignPage> {
  const units = await unitsOfCampaign(campaign);
  const plans = (await getSchedules()).plans.filter((plan) => plan.campaign === campaign.id);
  const reports = await Promise.all(
    (campaign.reports ?? []).map(async ({ title, from, to, deadline }): Promise<ReportDue> => {
      return { title, from, to, dues: await duesOfUnits(campaign, units, deadline) };
    }),
  );
  const calls = await essaysOf(campaign);
  return {
    units,
    plans,
    reading: await readingOf(plans),
    calls,
    checklists: await checklistsOf(campaign),
    ledgers: await ledgersOf(campaign),
    reports,
    bulletins: await bulletinsOf(campaign),
    rhythm: campaign.bulletins && (await dueIn(campaign, campaign.bulletins)),
    receipts: (await getReceipts()).find((receipts) => receipts.campaign.id === campaign.id),
    stageDues: duesByStage(campaign.stages ?? [], [
      ...reports.flatMap(({ title, dues }) => datedDues(title, dues)),
      ...calls.flatMap(({ title, dues, address }) => datedDues(title, dues, address)),
    ]),
  };
}

async function readingOf(plans: readonly StudyPlan[]): Promise<Entry[]> {
  const { library } = await getCatalog();
  const byKey = new Map(library.entries.map((entry) => [entry.key, entry]));
  const keys = plans.flatMap(({ sessions }) => sessions).flatMap(({ readings = [] }) => readings);
  const entries = keys.map((key) => byKey.get(key.split('#')[0] ?? key));
  return [...new Set(entries)].filter((entry) => entry !== undefined);
}

function datedDues(title: string, dues: readonly SharedDue<Unit>[], address?: string): DatedDue[] {
  return dues.flatMap(({ result }) => {
    if (result.kind === 'occurrences')
      return result.occurrences.map(({ date }) => ({ title, day: date, address }));
    const day = result.kind === 'date' ? firstDay(result) : undefined;
    return day === undefined ? [] : [{ title, day, address }];
  });
}
