import { z } from 'zod';
import type { PlannedSitting } from '../domain/schedule/plan.ts';
import { assertSame } from './assert-same.ts';
import { daySchema, timeSchema } from './day.ts';
import { listOfWords, words } from './entry.ts';
import { hoursSchema } from './hours.ts';

const sittingSchema = z.strictObject({
  on: daySchema.describe('在哪一天，必填'),
  time: timeSchema.describe('开始时刻').optional(),
  until: timeSchema.describe('结束时刻，写成 "16:30"').optional(),
  title: words('这一次的题目，如 学原文').optional(),
  place: words('地点，不写即这一场的地点').optional(),
  chair: words('这一次的主持人，写岗位').optional(),
  speakers: listOfWords('这一次的主讲人或发言人，写岗位').optional(),
  hours: hoursSchema.describe('这一次的学时').optional(),
});

/** The sittings of one heading (读书班), in the order of time. */
export const sittingsSchema = z
  .array(sittingSchema, { error: '应为列表，一次一项，如 [{ on: 2027-06-28, time: "09:00" }]' })
  .min(1, { error: '至少写一次' })
  .superRefine((sittings, context) => {
    for (const [index, sitting] of sittings.entries()) {
      const fault = sittingFault(sitting, sittings[index - 1]);
      if (fault) context.addIssue({ code: 'custom', path: [index, fault.field], message: fault.message });
    }
  })
  .describe(
    '一场分几次开（读书班，一天几次的会），一次一项，按先后，代替 when，如 [{ on: 2027-06-28, time: "09:00", until: "11:30", title: 学原文 }]',
  );

interface Fault {
  field: keyof PlannedSitting;
  message: string;
}

/** What is wrong with a sitting, by itself or behind the one before it. */
function sittingFault(
  { on, time, until }: PlannedSitting,
  before: PlannedSitting | undefined,
): Fault | undefined {
  if (until !== undefined && time === undefined)
    return { field: 'until', message: '写了结束时刻，也要写 time' };
  if (until !== undefined && time !== undefined && until <= time)
    return { field: 'until', message: `不晚于开始时刻 ${time}` };
  if (!before || before.on < on) return undefined;
  if (before.on > on) return { field: 'on', message: `早于上一次（${before.on}），各次按先后写` };
  if (before.time === undefined || time === undefined)
    return { field: 'on', message: '与上一次同一天；一天几次的，每次都写 time' };
  if (time <= before.time) return { field: 'time', message: `不晚于上一次的开始时刻 ${before.time}` };
  return before.until !== undefined && time < before.until
    ? { field: 'time', message: `上一次到 ${before.until} 才结束` }
    : undefined;
}

interface WithSittings {
  when?: unknown;
  exceptions?: unknown;
  hours?: number | undefined;
  sittings?: readonly PlannedSitting[] | undefined;
}

/** Fields that contradict the sittings of a session: the arguments of `superRefine`. */
export function fitSittings(session: WithSittings, context: z.RefinementCtx): void {
  const { sittings, when, exceptions, hours } = session;
  if (!sittings) return;
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  if (when !== undefined) refuse('when', '与 sittings 只能写一样；日期写在各次里');
  if (exceptions !== undefined) refuse('exceptions', '有 sittings 的场次没有哪一次可以例外；直接改那一次');
  const own = sittings.flatMap((sitting) => sitting.hours ?? []);
  const sum = own.reduce((all, each) => all + each, 0);
  if (hours !== undefined && own.length === sittings.length && sum !== hours)
    refuse('hours', `各次合计 ${sum} 学时，这里写的是 ${hours}；只写各次的，或改成一致`);
}

assertSame<PlannedSitting, z.output<typeof sittingSchema>>();
