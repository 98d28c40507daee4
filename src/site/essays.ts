import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import { sharedDues, type SharedDue } from '../domain/essays/due.ts';
import { campaignFinder } from '../domain/library.ts';
import { firstDay } from '../domain/schedule/work-out.ts';
import { unitFinder } from '../domain/units.ts';
import { dueIn } from './dues.ts';
import type { PlainItem } from './site-content.ts';
import type { Call, Campaign, DueGround, SiteLibrary, Unit } from './site.ts';

/** An essay call with what its pages and papers show. */
export interface Essay extends Call {
  in: Campaign;
  /** The units asked, in their order, each with its deadline. */
  asked: { unit: Unit; result: DeadlineResult }[];
  /** The deadlines, those of several units told once. */
  dues: SharedDue<Unit>[];
}

/** Every call with the names in it resolved, by id. */
export function siteCalls(
  items: readonly PlainItem<'essays'>[],
  { campaigns, units }: Pick<SiteLibrary, 'campaigns' | 'units'>,
): Call[] {
  const findCampaign = campaignFinder(campaigns);
  const findUnit = unitFinder(units);
  return items
    .map(({ id, fields }): Call => {
      const named = fields.units?.map((name) => findUnit(name, null)).filter((unit) => unit !== undefined);
      const campaign = findCampaign(fields.campaign)?.id ?? fields.campaign;
      return { ...fields, id, campaign, units: named, address: `/essays/${id}/` };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The calls of existing campaigns, newest campaign first, within it the earliest deadline first. */
export function siteEssays(calls: readonly Call[], site: DueGround): Essay[] {
  const order = new Map(site.campaigns.map(({ id }, index) => [id, index]));
  return calls
    .flatMap((call): Essay[] => {
      const campaign = site.campaigns.find(({ id }) => id === call.campaign);
      if (!campaign) return [];
      const asked = askedUnits(call, campaign, site);
      const dues = asked.length > 0 ? asked : [{ result: withoutUnit(call, campaign, site) }];
      const shared = sharedDues(dues.map((due) => ({ unit: undefined, ...due })));
      return [
        {
          ...call,
          in: campaign,
          asked,
          dues: shared.map(({ units, result }) => ({
            result,
            units: units.filter((unit) => unit !== undefined),
          })),
        },
      ];
    })
    .sort(
      (a, b) =>
        compare(order.get(a.campaign) ?? 0, order.get(b.campaign) ?? 0) || compare(dayOf(a), dayOf(b)),
    );
}

/** Units named by the call; else those that follow a plan of the campaign; else, where nobody does, all. */
function askedUnits(call: Call, campaign: Campaign, site: DueGround): Essay['asked'] {
  const dueOf = new Map<string, DeadlineResult>();
  for (const { unit, campaign: own, deadlines } of site.schedules) {
    const due =
      own.id === campaign.id ? deadlines.find(({ of: { id } }) => id === `essay-${call.id}`) : undefined;
    if (due && !dueOf.has(unit.id)) dueOf.set(unit.id, due.all);
  }
  const isAsked = ({ id }: Unit) => call.units?.includes(id) ?? (dueOf.size === 0 || dueOf.has(id));
  return site.units
    .filter(isAsked)
    .map((unit) => ({ unit, result: dueOf.get(unit.id) ?? withoutUnit(call, campaign, site) }));
}

/** The deadline where no schedule says on which day a session is held. */
function withoutUnit({ deadline = 'unknown' }: Call, campaign: Campaign, site: DueGround): DeadlineResult {
  return dueIn(campaign, deadline, site);
}

function dayOf({ dues }: Essay): string {
  return (dues[0] && firstDay(dues[0].result)) ?? '9999';
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
