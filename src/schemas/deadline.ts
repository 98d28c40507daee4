import { z } from 'zod';
import { DUE_RHYTHMS, type Deadline } from '../domain/deadlines/deadline.ts';
import type { Moment } from '../domain/deadlines/moment.ts';
import { assertSame } from './assert-same.ts';
import { daySchema, monthSchema, timeSchema } from './day.ts';

const edge = z.enum(['start', 'end']);

/** A moment: a day, the edge of a campaign or of a stage, or the day of a session. */
export const momentSchema = z
  .union([
    daySchema,
    z.strictObject({ campaign: edge }),
    z.strictObject({ stage: z.string(), edge }),
    z.strictObject({ plan: z.string().optional(), session: z.string() }),
  ])
  .describe(
    '时刻：日期；{ campaign: start } 活动开始；{ stage: study, edge: end } 阶段结束；{ session: s3 } 某次学习当天',
  );

const time = timeSchema.optional().describe('当天的时刻，写成 "17:30"');
const count = z.int().min(1).max(366);

/** 公示期: the first day counts. */
const includeFirst = z.boolean().optional().describe('公示期写 true：当天算第一天');

/** A report due again and again: of weeks by weekday, of the others by the day of the month. */
const rhythmSchema = z
  .strictObject({
    every: z.enum(DUE_RHYTHMS),
    day: z.int().min(1).max(31).optional(),
    weekday: z.int().min(1).max(7).optional().describe('每周几，1 是周一；不写即周日'),
    from: momentSchema,
    until: momentSchema,
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
    z.literal('unknown'),
    z.strictObject({ on: daySchema, time }),
    z.strictObject({ month: monthSchema, time }),
    z.strictObject({ campaign: edge, time }),
    z.strictObject({ stage: z.string(), edge, time }),
    z.strictObject({ workingDays: count, after: momentSchema, includeFirst, time }),
    z.strictObject({ workingDays: count, before: momentSchema, time }),
    z.strictObject({ days: count, after: momentSchema, includeFirst, time }),
    z.strictObject({ days: count, before: momentSchema, time }),
    rhythmSchema,
  ])
  .describe('截止时间：unknown；{ on: 2026-06-25 }；{ month: 2026-10 }；{ workingDays: 5, after: 时刻 } 等');

assertSame<Moment, z.output<typeof momentSchema>>();
assertSame<Deadline, z.output<typeof deadlineSchema>>();
