import type { Deadline, DeadlineResult } from '../domain/deadlines/deadline.ts';
import { resolveDeadline } from '../domain/deadlines/resolve-deadline.ts';
import { sharedDues, type SharedDue } from '../domain/essays/due.ts';
import { unitsTakingPart } from '../domain/receipts/asked-units.ts';
import { membershipInCampaign, type Membership } from '../domain/schedule/membership.ts';
import { dayOfSession } from '../domain/schedule/schedule-of.ts';
import type { Campaign, DueGround, Unit, UnitSchedule } from './site.ts';

/** The units that take part in a campaign, in their order. */
export function unitsOfCampaign({ id }: Campaign, { units, plans }: DueGround): Unit[] {
  const ids = new Set(unitsTakingPart(id, units, plans));
  return units.filter((unit) => ids.has(unit.id));
}

/** From when to when each unit takes part in a campaign. */
export function membershipsIn({ id }: Campaign, { units, plans }: DueGround): Map<string, Membership> {
  const own = new Set(plans.filter(({ campaign }) => campaign === id).map((plan) => plan.id));
  return new Map(units.map((unit) => [unit.id, membershipInCampaign(own, unit)]));
}

/** A deadline of a campaign where no unit's schedule is needed. */
export function dueIn(
  campaign: Campaign | undefined,
  deadline: Deadline,
  { calendar }: DueGround,
): DeadlineResult {
  return resolveDeadline(deadline, { calendar, campaign, stages: campaign?.stages });
}

/** A deadline as each of the units has it, told once where it is the same; one that leans on a session falls on each unit's own day. */
export function duesOfUnits(
  campaign: Campaign | undefined,
  units: readonly Unit[],
  deadline: Deadline,
  site: DueGround,
): SharedDue<Unit>[] {
  if (!JSON.stringify(deadline).includes('"session"'))
    return [{ units: [...units], result: dueIn(campaign, deadline, site) }];
  const { calendar, schedulesOf } = site;
  return sharedDues(
    units.map((unit) => ({
      unit,
      result: resolveDeadline(deadline, {
        calendar,
        campaign,
        stages: campaign?.stages,
        session: (session, plan) => dayIn(schedulesOf.get(unit.id) ?? [], campaign, session, plan),
      }),
    })),
  );
}

function dayIn(
  schedules: readonly UnitSchedule[],
  campaign: Campaign | undefined,
  session: string,
  plan: string | undefined,
) {
  const own = schedules.filter((of) =>
    plan === undefined ? of.campaign.id === campaign?.id : of.plan.id === plan,
  );
  const found = own.flatMap((of) => of.schedule.sessions).find(({ id }) => id === session);
  return found && dayOfSession(found);
}
