import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { longDay, weekdayName } from '../../domain/day.ts';
import { scheduleFindings, type ScheduleFinding } from '../../domain/schedule/findings.ts';
import type { CampaignDates, Plan, ScheduleUnit } from '../../domain/schedule/plan.ts';
import { scheduleOf } from '../../domain/schedule/schedule-of.ts';

/** What of a plan does not fit its campaign and the calendar, in Chinese: as the check will say it once a unit follows the plan. */
export function misfits(
  plan: Plan,
  campaign: CampaignDates,
  unit: ScheduleUnit,
  calendar: WorkCalendar,
): string[] {
  const schedule = scheduleOf(plan, campaign, unit, calendar);
  return scheduleFindings([{ plan, campaign, unit, schedule }], calendar).flatMap((finding) => {
    const words = wordsOf(finding, campaign);
    return words === undefined ? [] : [`${nameOf(finding, plan, unit)}：${words}`];
  });
}

function wordsOf(finding: ScheduleFinding, campaign: CampaignDates): string | undefined {
  switch (finding.kind) {
    case 'outside stage': {
      const { day, stage, from, until } = finding;
      const index = (campaign.stages ?? []).findIndex(({ id }) => id === stage);
      const whose = stage === undefined ? '专题活动' : `第 ${index + 1} 阶段`;
      return `${longDay(day)}不在${whose}的起止日期（${from ?? '未定'} 至 ${until ?? '未定'}）里`;
    }
    case 'rest day':
      return `${longDay(finding.day)}（${weekdayName(finding.day)}）是休息日：${finding.reason}`;
    default:
      return undefined;
  }
}

function nameOf(finding: ScheduleFinding, { sessions }: Plan, { plans }: ScheduleUnit): string {
  const id = 'session' in finding ? finding.session : undefined;
  const added = plans
    ?.flatMap(({ adjustments = [] }) => adjustments)
    .find((each) => each.session === id)?.add;
  const title = (sessions.find((session) => session.id === id) ?? added)?.title ?? id;
  return `“${(title ?? '').slice(0, 16)}”`;
}
