import { workCalendar } from '../../src/domain/calendar/work-calendar.ts';
import type { PlanSession } from '../../src/domain/schedule/plan.ts';
import { workOutSchedules } from '../../src/domain/schedule/work-out.ts';
import { say } from '../print.ts';

const UNITS = 200;
const CAMPAIGN = { id: 'year', name: '支部工作年', from: '2026-01-01', until: '2026-12-31' };

/** A branch's year of 150 turns: by day, by weekday, by week, in periods, with exceptions and rules for days off. */
const SESSIONS: PlanSession[] = [
  { id: 'day', title: '主题党日', form: '主题党日', when: { every: 'month', day: 5, time: '15:00' } },
  { id: 'committee', title: '支委会', form: '会议', when: { every: 'month', weekday: 1, nth: 1 } },
  { id: 'group', title: '党小组会', form: '会议', when: { every: 'half-month', day: 10 } },
  { id: 'all', title: '党员大会', form: '会议', when: { every: 'quarter' } },
  { id: 'class', title: '党课', form: '党课', when: { every: 'quarter', weekday: 5, nth: 'last' } },
  { id: 'life', title: '组织生活会', form: '组织生活会', when: { every: 'half-year', day: 20 } },
  {
    id: 'study',
    title: '集中学习',
    form: '集中学习',
    when: { every: 'week', weekday: 5 },
    onHoliday: 'before',
  },
  { id: 'own', title: '自学', form: '个人自学', when: { every: 'week', until: '2026-09-25' } },
];

/** What it costs to work a branch's year out for two hundred units, in seconds of one processor. */
export async function benchSchedules(): Promise<void> {
  const plan = {
    id: 'p',
    title: '计划',
    campaign: 'year',
    onHoliday: 'confirm' as const,
    sessions: SESSIONS,
  };
  const units = Array.from({ length: UNITS }, (_, index) => ({
    id: `u${index}`,
    meeting: { weekday: 1 + (index % 5), time: '14:30', place: '会议室' },
    plans: [{ plan: 'p', adjustments: [{ session: 'day-2026-03', on: '2026-03-09', reason: '会场占用' }] }],
  }));
  const calendar = workCalendar();
  const before = process.cpuUsage();
  const worked = workOutSchedules(units, [plan], [CAMPAIGN], calendar);
  const { user, system } = process.cpuUsage(before);
  const turns = worked.reduce((sum, { schedule }) => sum + schedule.sessions.length, 0);
  say(
    `${worked.length} 个单位，各 ${Math.round(turns / worked.length)} 场：处理器 ${((user + system) / 1e6).toFixed(2)} 秒`,
  );
}
