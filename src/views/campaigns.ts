import type { DatedDeadline, DeadlineResult } from '../domain/deadlines/deadline.ts';
import type { SharedDue } from '../domain/essays/due.ts';
import { period } from '../domain/period.ts';
import { withTurn } from '../domain/schedule/work-out.ts';
import { duesByStage, type DatedDue } from '../domain/stage-dues.ts';
import type { Bulletin } from '../site/bulletins.ts';
import type { Checklist } from '../site/checklists.ts';
import { dueIn, duesOfUnits, unitsOfCampaign } from '../site/dues.ts';
import type { Essay } from '../site/essays.ts';
import type { Ledger } from '../site/ledgers.ts';
import type { CampaignReceipts } from '../site/receipts.ts';
import type { Campaign, ResolvedSite, StudyPlan, Unit } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import {
  assignedEntries,
  isFirstOfList,
  listViews,
  newestDay,
  type ListView,
  type PageLink,
} from './entry-card.ts';
import type { IndexView } from './groups.ts';
import { onlyPage, type PageKind } from './page.ts';

/** A report of a campaign with its deadline; listed once per unit where units have different days. */
export interface ReportDue {
  title: string;
  from?: string | undefined;
  to?: string | undefined;
  dues: SharedDue<Unit>[];
}

/** The props of a campaign's page besides the campaign's own fields and the list of its entries. */
export interface CampaignParts {
  plans: readonly StudyPlan[];
  /** The entries that its plans assign, in the order in which they are read. */
  reading: readonly PageLink[];
  calls: readonly Essay[];
  checklists: readonly Checklist[];
  ledgers: readonly Ledger[];
  reports: readonly ReportDue[];
  bulletins: readonly Bulletin[];
  rhythm?: DeadlineResult | undefined;
  receipts?: Pick<CampaignReceipts, 'address' | 'table'> | undefined;
  /** What falls due in each stage, by its id, and outside of all of them. */
  stageDues: { within: Readonly<Record<string, readonly DatedDue[]>>; outside: readonly DatedDue[] };
}

/** The props of a campaign's page; further pages of the list of its entries have no parts. */
export interface CampaignView {
  campaign: Campaign;
  parts?: CampaignParts | undefined;
  list: ListView;
}

export const campaignPages: PageKind<CampaignView> = {
  route: '/campaigns/[id]/[...path]/',
  pages: (site) =>
    site.campaigns.flatMap((campaign) => {
      const entries = site.library.byCampaign.get(campaign.id) ?? [];
      const lastmod = newestDay(entries);
      const printed = withKnownBasis(campaign, site);
      return listViews(`/campaigns/${campaign.id}/`, entries).map((list) => {
        const parts = list.path === '' ? partsOf(campaign, site) : undefined;
        return { address: list.address, props: { campaign: printed, parts, list }, lastmod };
      });
    }),
  isInSitemap: isFirstOfList,
};

export const campaignIndex: PageKind<IndexView> = onlyPage(
  '/campaigns/',
  ({ campaigns, library }) => ({
    items: campaigns.map((campaign) => ({
      address: `/campaigns/${campaign.id}/`,
      name: campaign.name,
      note: period(campaign) ?? `${zh['campaign.period']}：${zh.unknownInSource}`,
      count: library.byCampaign.get(campaign.id)?.length ?? 0,
    })),
  }),
  { isInSitemap: () => true, lastmod: ({ library }) => newestDay(library.entries) },
);

/** 报送情况 of campaigns. */
export const receiptPages: PageKind<CampaignReceipts> = {
  route: '/campaigns/[id]/receipts/',
  pages: ({ receipts }) =>
    receipts.map((props) => ({ address: props.address, props, lastmod: props.table.asOf })),
  isInSitemap: () => true,
};

function partsOf(campaign: Campaign, site: ResolvedSite): CampaignParts {
  const isOf = ({ campaign: of }: { campaign?: Campaign | undefined }) => of?.id === campaign.id;
  const units = unitsOfCampaign(campaign, site);
  const plans = site.plans.filter((plan) => plan.campaign === campaign.id);
  const reports = (campaign.reports ?? []).map(({ title, from, to, deadline }): ReportDue => ({
    title,
    from,
    to,
    dues: duesOfUnits(campaign, units, deadline, site),
  }));
  const calls = site.essays.filter((essay) => essay.campaign === campaign.id);
  const { within, outside } = duesByStage(campaign.stages ?? [], [
    ...reports.flatMap(({ title, dues }) => datedDues(title, dues)),
    ...calls.flatMap(({ title, dues, address }) => datedDues(title, dues, address)),
  ]);
  return {
    plans,
    reading: assignedEntries(
      plans
        .flatMap(({ sessions }) => sessions)
        .flatMap(({ readings = [], exceptions = [] }) => [
          ...readings,
          ...exceptions.flatMap((turn) => turn.readings ?? []),
        ]),
      site,
    ),
    calls,
    checklists: site.checklists.filter(isOf),
    ledgers: site.ledgers.filter(isOf),
    reports,
    bulletins: site.bulletins.filter(isOf),
    rhythm: campaign.bulletins && dueIn(campaign, campaign.bulletins, site),
    receipts: site.receipts.find(isOf),
    stageDues: { within: Object.fromEntries(within), outside },
  };
}

/** A campaign whose basis leads to entries that there are, and to no others. */
function withKnownBasis(campaign: Campaign, { byKey }: ResolvedSite): Campaign {
  return {
    ...campaign,
    basis: campaign.basis?.map((document) => {
      const isKnown = document.entry !== undefined && byKey.has(document.entry);
      return isKnown ? document : { ...document, entry: undefined };
    }),
  };
}

function datedDues(title: string, dues: readonly SharedDue<Unit>[], address?: string): DatedDue[] {
  return dues.flatMap(({ result }) => {
    if (result.kind === 'occurrences')
      return result.occurrences.map((dated, index) => datedDue(withTurn(title, index + 1), dated, address));
    return result.kind === 'date' ? [datedDue(title, result, address)] : [];
  });
}

function datedDue(title: string, { date, announce }: DatedDeadline, address?: string): DatedDue {
  return { title, day: date, announce: announce?.text, address };
}
