import type { Deadline, DeadlineResult } from '../domain/deadlines/deadline.ts';
import { resolveDeadline } from '../domain/deadlines/resolve-deadline.ts';
import { sharedDues, type SharedDue } from '../domain/essays/due.ts';
import { unitsTakingPart } from '../domain/receipts/asked-units.ts';
import { dayOfSession } from '../domain/schedule/schedule-of.ts';
import { getCatalog, type Campaign, type Unit } from './library.ts';
import { getSchedules, type UnitSchedule } from './schedules.ts';

/** The units that take part in a campaign, in their order. */
export async function unitsOfCampaign(campaign: Campaign): Promise<Unit[]> {
  const { units } = await getCatalog();
  const { plans } = await getSchedules();
  const ids = new Set(unitsTakingPart(campaign.id, units, plans));
  return units.filter(({ id }) => ids.has(id));
}

/** A deadline of a campaign where no unit's schedule is needed. */
export async function dueIn(campaign: Campaign | undefined, deadline: Deadline): Promise<DeadlineResult> {
  const { calendar } = await getSchedules();
  return resolveDeadline(deadline, { calendar, campaign, stages: campaign?.stages });
}

/** A deadline as each of the units has it, told once where it is the same; one that leans on a session falls on each unit's own day. */
export async function duesOfUnits(
  campaign: Campaign | undefined,
  units: readonly Unit[],
  deadline: Deadline,
): Promise<SharedDue<Unit>[]> {
  if (!JSON.stringify(deadline).includes('"session"'))
    return [{ units: [...units], result: await dueIn(campaign, deadline) }];
  const { calendar, byUnit } = await getSchedules();
  return sharedDues(
    units.map((unit) => ({
      unit,
      result: resolveDeadline(deadline, {
        calendar,
        campaign,
        stages: campaign?.stages,
        session: (session, plan) => dayIn(byUnit.get(unit.id) ?? [], campaign, session, plan),
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
