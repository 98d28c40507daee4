import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isWeekend, isWorkingDay } from '../calendar/working-day.ts';
import { weekday, type Day } from '../day.ts';
import { doubleBookings, type DoubleBooking } from './clashes.ts';
import { SELF_STUDY, type CampaignDates, type Plan, type ScheduleUnit } from './plan.ts';
import { adjustmentsTo, plannedSessions } from './planned-sessions.ts';
import type { Schedule, ScheduledSession } from './schedule.ts';
import { meetingsOf } from './sittings.ts';

/** A plan worked out for a unit, with what it was worked out from. */
export interface WorkedOut {
  plan: Plan;
  campaign: CampaignDates;
  unit: ScheduleUnit;
  schedule: Schedule;
}

interface OfSession {
  plan: string;
  session: string;
}

/** Something about schedules that an editor has to look at. `units` are all units of which it is true. */
export type ScheduleFinding =
  | DoubleBooking
  /** Held before its stage begins or after it ends; of the campaign, `stage` left out, where the stage has no dates. */
  | ({
      kind: 'outside stage';
      units: string[];
      day: Day;
      stage?: string | undefined;
      from?: Day | undefined;
      until?: Day | undefined;
    } & OfSession)
  /** Set by hand on a day off. */
  | ({ kind: 'rest day'; units: string[]; day: Day; reason: string } & OfSession)
  /** The meeting day is a holiday and the plan leaves the new day to the office. */
  | ({ kind: 'to confirm'; units: string[]; day: Day; reason: string } & OfSession)
  /** A unit adjusts a session that the plan does not have. */
  | ({ kind: 'unknown session'; units: string[] } & OfSession)
  /** A session names a stage that the campaign does not have. */
  | ({ kind: 'unknown stage'; units: string[]; stage: string } & OfSession);

type UnitFinding = Exclude<ScheduleFinding, DoubleBooking>;

/** All findings from comparing schedules with their plans and with each other, in the order of the schedules. */
export function scheduleFindings(all: readonly WorkedOut[], calendar: WorkCalendar): ScheduleFinding[] {
  const found = all.flatMap((worked) => [...strayAdjustments(worked), ...sessionFindings(worked, calendar)]);
  return [...merged(found), ...doubleBookings(all.map(({ schedule }) => schedule))];
}

/** The same finding of several units becomes one: two hundred units may follow one plan. */
function merged(findings: readonly UnitFinding[]): UnitFinding[] {
  const byWhat = new Map<string, UnitFinding>();
  for (const finding of findings) {
    const key = JSON.stringify({ ...finding, units: [] });
    const same = byWhat.get(key);
    if (same) same.units.push(...finding.units);
    else byWhat.set(key, finding);
  }
  return [...byWhat.values()];
}

function strayAdjustments({ plan, campaign, unit }: WorkedOut): UnitFinding[] {
  const adjustments = adjustmentsTo(plan.id, unit);
  if (adjustments.length === 0) return [];
  const known = new Set([
    ...plannedSessions(plan, campaign, unit).map(({ id }) => id),
    ...adjustments.flatMap(({ add, session }) => (add ? [session] : [])),
  ]);
  return adjustments
    .filter(({ session }) => !known.has(session))
    .map(({ session }) => ({ kind: 'unknown session', plan: plan.id, units: [unit.id], session }));
}

function sessionFindings(
  { plan, campaign, unit, schedule }: WorkedOut,
  calendar: WorkCalendar,
): UnitFinding[] {
  return schedule.sessions.flatMap((session) => {
    const base = { plan: plan.id, session: session.id, units: [unit.id] };
    const findings: UnitFinding[] = [];
    const stage = campaign.stages?.find(({ id }) => id === session.stage);
    if (session.stage !== undefined && !stage)
      findings.push({ kind: 'unknown stage', ...base, stage: session.stage });
    if (session.status === 'unconfirmed' && session.plannedDay !== undefined) {
      findings.push({ kind: 'to confirm', ...base, day: session.plannedDay, reason: session.reason ?? '' });
    }
    // What another unit hosts is told of that one.
    if (session.host) return findings.filter(({ kind }) => kind === 'unknown stage');
    const dated = stage?.from !== undefined || stage?.until !== undefined;
    const { from, until } = dated ? stage : campaign;
    for (const day of daysHeld(session)) {
      if ((from !== undefined && day < from) || (until !== undefined && day > until)) {
        findings.push({
          kind: 'outside stage',
          ...base,
          day,
          stage: dated ? stage.id : undefined,
          from,
          until,
        });
      }
      const reason = dayOffName(day, calendar);
      if (reason !== undefined && session.form !== SELF_STUDY && !ownWeekend(day, unit, calendar)) {
        findings.push({ kind: 'rest day', ...base, day, reason });
      }
    }
    return findings;
  });
}

function daysHeld(session: ScheduledSession): Day[] {
  return [...new Set(meetingsOf(session).map(({ day }) => day))];
}

/** What makes a day a day off: its holiday or 周六, 周日; before the year's arrangement is out, only what the regulation fixes. */
function dayOffName(day: Day, calendar: WorkCalendar): string | undefined {
  const status = isWorkingDay(day, calendar);
  return status.working === false ? status.reason : undefined;
}

/** A unit that meets on Saturdays does so by its own choice. */
function ownWeekend(day: Day, { meeting }: ScheduleUnit, calendar: WorkCalendar): boolean {
  return isWeekend(day) && !calendar.holidays.has(day) && meeting?.weekday === weekday(day);
}
