import { z } from 'zod';
import { DUE_RHYTHMS, type Deadline } from '../domain/deadlines/deadline.ts';
import type { Moment } from '../domain/deadlines/moment.ts';
import { assertSame } from './assert-same.ts';
import { daySchema, monthSchema, timeSchema } from './day.ts';

const edge = z.enum(['start', 'end']).describe('哪一头：start 开始，end 结束');
const stageId = z.string().describe('阶段，写专题活动里的阶段代号');

const MOMENT_WAYS =
  '日期；{ campaign: start } 活动开始；{ stage: study, edge: end } 阶段结束；{ session: s3 } 某次学习当天';

/** A moment: a day, the edge of a campaign or of a stage, or the day of a session. */
export const momentSchema = z
  .union([
    daySchema.describe('某一天'),
    z.strictObject({ campaign: edge }).describe('活动开始或结束'),
    z.strictObject({ stage: stageId, edge }).describe('阶段开始或结束'),
    z
      .strictObject({
        plan: z.string().describe('学习计划，写 plans/ 里的文件名；本计划的不写').optional(),
        session: z.string().describe('学习场次代号，如 s3'),
      })
      .describe('某次学习当天'),
  ])
  .describe(`时刻：${MOMENT_WAYS}`);

/** A moment that is described by what it is for, and by how it is written. */
export function momentFor(what: string) {
  return momentSchema.describe(`${what}：${MOMENT_WAYS}`);
}

const time = timeSchema.optional().describe('几点以前，写成 "17:30"');
const count = (description: string) => z.int().min(1).max(366).describe(description);
const workingDays = count('工作日数');
const days = count('天数');
const after = momentFor('从哪天起算');
const before = momentFor('在哪天以前');

/** 公示期: the first day counts. */
const includeFirst = z.boolean().optional().describe('当天算第一天，公示期这样算');

/** A report due again and again: of weeks by weekday, of the others by the day of the month. */
const rhythmSchema = z
  .strictObject({
    every: z.enum(DUE_RHYTHMS).describe('多久一次：week 每周，half-month 每半月，month 每月，quarter 每季度'),
    day: z.int().min(1).max(31).describe('几号，不写即最后一天').optional(),
    weekday: z.int().min(1).max(7).describe('星期几，每周报送的才写；1 是周一，不写即周日').optional(),
    from: momentFor('从什么时候起'),
    until: momentFor('到什么时候止'),
    time,
  })
  .superRefine(({ every, day, weekday }, context) => {
    const refuse = (field: 'day' | 'weekday', message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (every === 'week' && day !== undefined) refuse('day', '每周报送的写 weekday（1 是周一），不写 day');
    if (every !== 'week' && weekday !== undefined) refuse('weekday', 'weekday 只用于每周报送（every: week）');
  });

/** A rule that yields a date and can show its counting. */
export const deadlineSchema = z
  .union([
    z.literal('unknown').describe('没有定，另行通知'),
    z.strictObject({ on: daySchema.describe('日期'), time }).describe('定在某天'),
    z.strictObject({ month: monthSchema.describe('年月'), time }).describe('某月以内'),
    z.strictObject({ campaign: edge, time }).describe('活动开始或结束那天'),
    z.strictObject({ stage: stageId, edge, time }).describe('阶段开始或结束那天'),
    z.strictObject({ workingDays, after, includeFirst, time }).describe('某天以后若干个工作日'),
    z.strictObject({ workingDays, before, time }).describe('某天以前若干个工作日'),
    z.strictObject({ days, after, includeFirst, time }).describe('某天以后若干天'),
    z.strictObject({ days, before, time }).describe('某天以前若干天'),
    rhythmSchema.describe('按规律，一次又一次'),
  ])
  .describe('截止时间：unknown；{ on: 2026-06-25 }；{ month: 2026-10 }；{ workingDays: 5, after: 时刻 } 等');

assertSame<Moment, z.output<typeof momentSchema>>();
assertSame<Deadline, z.output<typeof deadlineSchema>>();
