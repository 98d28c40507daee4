import { z } from 'zod';
import type { Deadline } from '../domain/deadlines/deadline.ts';
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

/** A rule that yields a date and can show its counting. */
export const deadlineSchema = z
  .union([
    z.literal('unknown'),
    z.strictObject({ on: daySchema, time }),
    z.strictObject({ month: monthSchema, time }),
    z.strictObject({ campaign: edge, time }),
    z.strictObject({ stage: z.string(), edge, time }),
    z.strictObject({ workingDays: count, after: momentSchema, time }),
    z.strictObject({ workingDays: count, before: momentSchema, time }),
    z.strictObject({ days: count, after: momentSchema, includeFirst: z.boolean().optional(), time }),
    z.strictObject({ days: count, before: momentSchema, time }),
    z.strictObject({
      every: z.enum(['half-month', 'month', 'quarter']),
      day: z.int().min(1).max(31).optional(),
      from: momentSchema,
      until: momentSchema,
      time,
    }),
  ])
  .describe('截止时间：unknown；{ on: 2026-06-25 }；{ month: 2026-10 }；{ workingDays: 5, after: 时刻 } 等');

assertSame<Moment, z.output<typeof momentSchema>>();
assertSame<Deadline, z.output<typeof deadlineSchema>>();
