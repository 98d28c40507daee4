import { resolveDeadline } from '../domain/deadlines/resolve-deadline.ts';
import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import { sharedDues, type SharedDue } from '../domain/essays/due.ts';
import { firstDay } from '../domain/schedule/work-out.ts';
import { essayCalls, type Call } from './essay-calls.ts';
import { getCatalog, type Campaign, type Unit } from './library.ts';
import { getSchedules, type Schedules } from './schedules.ts';

/** An essay call with what its pages and papers print. */
export interface Essay extends Call {
  in: Campaign;
  /** The units asked, in their order, each with its deadline. */
  asked: { unit: Unit; result: DeadlineResult }[];
  /** The deadlines, those of several units told once. */
  dues: SharedDue<Unit>[];
}

/** Every call that this build shows, the newest campaign first, within it the earliest deadline first. */
export async function getEssays(): Promise<Essay[]> {
  const catalog = await getCatalog();
  const schedules = await getSchedules();
  const order = new Map(catalog.campaigns.map(({ id }, index) => [id, index]));
  return essayCalls(catalog)
    .flatMap((call): Essay[] => {
      const campaign = catalog.campaigns.find(({ id }) => id === call.campaign);
      if (!campaign) return [];
      const asked = askedUnits(call, campaign, catalog.units, schedules);
      const dues = asked.length > 0 ? asked : [{ result: withoutUnit(call, campaign, schedules) }];
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

/** The calls of one campaign. */
export async function essaysOf(campaign: Campaign): Promise<Essay[]> {
  return (await getEssays()).filter((essay) => essay.campaign === campaign.id);
}

/** Units named by the call; else those that follow a plan of the campaign; else, where nobody does, all. */
function askedUnits(
  call: Call,
  campaign: Campaign,
  units: readonly Unit[],
  schedules: Schedules,
): Essay['asked'] {
  const dueOf = new Map<string, DeadlineResult>();
  for (const { unit, campaign: of, deadlines } of schedules.all) {
    const due = of.id === campaign.id ? deadlines.find(({ id }) => id === `essay-${call.id}`) : undefined;
    if (due && !dueOf.has(unit.id)) dueOf.set(unit.id, due.result);
  }
  const isAsked = ({ id }: Unit) => call.units?.includes(id) ?? (dueOf.size === 0 || dueOf.has(id));
  return units
    .filter(isAsked)
    .map((unit) => ({ unit, result: dueOf.get(unit.id) ?? withoutUnit(call, campaign, schedules) }));
}

/** The deadline where no schedule says on which day a session is held. */
function withoutUnit(
  { deadline = 'unknown' }: Call,
  campaign: Campaign,
  { calendar }: Schedules,
): DeadlineResult {
  return resolveDeadline(deadline, { calendar, campaign, stages: campaign.stages });
}

function dayOf({ dues }: Essay): string {
  return (dues[0] && firstDay(dues[0].result)) ?? '9999';
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
