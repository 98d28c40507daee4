import type { Plan, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import {
  workOutSchedules,
  type CampaignWithReports,
  type UnitPlan,
} from '../../../src/domain/schedule/work-out.ts';
import { bloodCenter, calendar, campaign } from './example.ts';

/** The example campaign with reports of every kind of answer. */
export const conduct: CampaignWithReports = {
  ...campaign,
  id: 'conduct-2026',
  name: '转作风、优服务',
  reports: [
    { title: '总结报告', deadline: { workingDays: 5, before: { campaign: 'end' } } },
    { title: '典型做法', deadline: { month: '2026-12' } },
    { title: '整改方案', from: '各单位', to: '学习办', deadline: { on: '2026-10-31' } },
    {
      title: '进展情况',
      deadline: { every: 'half-month', from: '2026-11-16', until: '2026-12-25' },
    },
    { title: '征文', deadline: 'unknown' },
  ],
};

/** The example plans worked out for some units, by default for one that follows them all. */
export function workedOut(
  plans: readonly Plan[],
  units: readonly ScheduleUnit[] = [{ ...bloodCenter, plans: plans.map(({ id }) => ({ plan: id })) }],
  campaigns: readonly CampaignWithReports[] = [conduct],
): UnitPlan[] {
  return workOutSchedules(units, plans, campaigns, calendar);
}
