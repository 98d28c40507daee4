import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type { CampaignDates, Plan, PlanSession, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { scheduleOf } from '../../../src/domain/schedule/schedule-of.ts';
import type { Schedule, ScheduledSession } from '../../../src/domain/schedule/schedule.ts';

export const calendar = workCalendar();

/** A campaign whose last stage lies in a year without a table, and one stage without dates. */
export const campaign: CampaignDates = {
  from: '2026-09-14',
  until: '2027-01-22',
  stages: [
    { id: 'mobilise', from: '2026-09-14', until: '2026-10-09' },
    { id: 'examine', from: '2026-10-10', until: '2026-11-13' },
    { id: 'sum-up', from: '2026-12-28', until: '2027-01-22' },
    { id: 'later' },
  ],
};

/** A unit that meets on Fridays. */
export const bloodCenter: ScheduleUnit = {
  id: 'blood-center',
  meeting: { weekday: 5, time: '14:30', until: '16:00', place: '二楼会议室' },
};

export function session(id: string, fields: Partial<PlanSession> = {}): PlanSession {
  return { id, stage: 'mobilise', title: `专题${id}`, form: '集中学习', when: { week: 1 }, ...fields };
}

export function planOf(sessions: PlanSession[], onHoliday: Plan['onHoliday'] = 'confirm'): Plan {
  return {
    id: 'conduct-2026',
    campaign: 'conduct-2026',
    title: '转作风、优服务学习计划',
    onHoliday,
    sessions,
  };
}

export function worked(
  plan: Plan,
  unit: ScheduleUnit = bloodCenter,
  dates: CampaignDates = campaign,
): Schedule {
  return scheduleOf(plan, dates, unit, calendar);
}

/** The only session of a plan, worked out. */
export function one(
  fields: Partial<PlanSession>,
  onHoliday?: Plan['onHoliday'],
  unit?: ScheduleUnit,
): ScheduledSession {
  return worked(planOf([session('s1', fields)], onHoliday), unit).sessions[0]!;
}
