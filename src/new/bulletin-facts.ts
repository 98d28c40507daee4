import { parse } from 'yaml';
import { registerOf } from '../check/register.ts';
import { nextNumber } from '../domain/bulletins/order.ts';
import { bulletinSkeleton, type BulletinDue, type BulletinFacts } from '../domain/bulletins/skeleton.ts';
import { addDays, longDay, type Day } from '../domain/day.ts';
import { equationOf } from '../domain/ledgers/equation.ts';
import { totalOf } from '../domain/ledgers/remainder.ts';
import { agendaOf } from '../domain/schedule/agenda.ts';
import { halfMonthOf } from '../domain/month.ts';
import { shortNameOf } from '../domain/units.ts';
import type { ResolvedSite } from '../site/site.ts';
import { zh } from '../strings/zh.ts';
import { splitFrontMatter } from '../source/front-matter.ts';
import type { Content } from '../source/read-content.ts';

/** What is known of the bulletin to be written. */
export interface NextBulletin {
  /** The id or name of a campaign; the site's own, or the only one there is, where it is not given. */
  campaign?: string | undefined;
  /** The day it is to come out; it reports on the half month that this day lies in. */
  date: Day;
}

/**
 * What a campaign's next bulletin has to report: number, sessions, deadlines and totals of its half month, and what the last one said of
 * who sends it to whom. `undefined` where the campaign cannot be told.
 */
export function bulletinFacts(content: Content, next: NextBulletin): BulletinFacts | undefined {
  const campaign = campaignFor(content, next.campaign);
  if (!campaign) return undefined;
  const { from, until } = halfMonthOf(next.date);
  const afterwards = halfMonthOf(addDays(until, 1)).until;
  const { campaign: findCampaign, site } = registerOf(content);
  const items = itemsOf(site(), campaign.id);
  const due = items.flatMap(({ day, deadline, announce }): BulletinDue[] =>
    deadline === undefined ? [] : [{ day, title: deadline, ...(announce && { announce }) }],
  );
  const earlier = content.items.bulletins
    .map(({ fields }) => fields)
    .filter((fields) => findCampaign(fields.campaign)?.id === campaign.id)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const [last] = earlier;
  return {
    number: nextNumber(earlier),
    date: next.date,
    from,
    until,
    campaign: { id: campaign.id, name: campaign.fields.name },
    issuer: last?.issuer,
    sendTo: last?.sendTo,
    copyTo: last?.copyTo,
    sessions: items.flatMap(({ day, session, unit }) =>
      session !== undefined && from <= day && day <= until ? [{ day, title: session, unit }] : [],
    ),
    deadlines: once(due.filter(({ day }) => from <= day && day <= until)),
    coming: once(due.filter(({ day }) => until < day && day <= afterwards)),
    totals: ledgerTotals(site(), campaign.id),
  };
}

function campaignFor(content: Content, name: string | undefined) {
  const { campaigns } = content.items;
  return registerOf(content).campaign(
    name ?? content.site.campaign ?? (campaigns.length === 1 ? campaigns[0]?.id : undefined),
  );
}

interface Item {
  day: Day;
  unit: string;
  session?: string;
  deadline?: string;
  announce?: string | undefined;
}

/** Everything of the campaign that has a day of its own, for every unit; a session that was made up for counts on both days. */
function itemsOf({ schedules }: ResolvedSite, campaign: string): Item[] {
  return agendaOf(schedules.filter((of) => of.campaign.id === campaign)).weeks.flatMap(({ items }) =>
    items.flatMap((item): Item[] => {
      const unit = shortNameOf(item.of.unit);
      if (item.kind === 'session')
        return item.isSomeDay ? [] : [{ day: item.day, unit, session: item.session.title }];
      const { deadline, dated } = item;
      return [{ day: item.day, unit, deadline: deadline.title, announce: dated?.announce?.text }];
    }),
  );
}

/** Each thing due once, however many units it is due from. */
function once(due: readonly BulletinDue[]): BulletinDue[] {
  return [...new Map(due.map((item) => [`${item.day} ${item.title}`, item])).values()];
}

/** The totals of the campaign's ledgers, a sentence each. */
function ledgerTotals({ ledgers }: ResolvedSite, campaign: string): string[] {
  return ledgers
    .filter((ledger) => ledger.campaign?.id === campaign)
    .map(({ title, kind, asOf, groups }) => {
      const total = totalOf(groups, zh['ledger.total']);
      return `${title}：${equationOf(total, kind)}${asOf === undefined ? '' : `（截至${longDay(asOf)}）`}。`;
    });
}

/** The fields and the body that a new bulletin of a campaign starts with, and its file name. */
export function bulletinStart(facts: BulletinFacts): {
  id: string;
  fields: Record<string, unknown>;
  body: string;
} {
  const { matter = '', body } = splitFrontMatter(bulletinSkeleton(facts));
  const fields = parse(matter) as Record<string, unknown>;
  return { id: `${facts.campaign?.id ?? 'bulletin'}-${facts.number}`, fields, body };
}
