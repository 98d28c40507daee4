import { z } from 'zod';
import { assertSame } from './assert-same.ts';
import { HOLIDAY_RULES, SESSION_FORMS, type Plan, type When } from '../domain/schedule/plan.ts';
import { daySchema, monthSchema, timeSchema } from './day.ts';
import { momentSchema } from './deadline.ts';
import { listOfWords, uniqueIds, words } from './entry.ts';
import { settledSchema } from './settled.ts';

const time = timeSchema.describe('开始时刻，写成 "14:30"；不写即单位的固定学习时间').optional();

/** When a session is held. Only `week` moves with holidays. */
export const whenSchema = z
  .union([
    z.literal('unknown'),
    z.strictObject({ on: daySchema, time }),
    z.strictObject({ week: z.int().min(1).max(60) }),
    z.strictObject({ by: momentSchema, time: timeSchema.optional() }),
    z.strictObject({ month: monthSchema }),
  ])
  .describe(
    '时间：{ on: 2026-09-18 } 定在某天；{ week: 2 } 本阶段第二周，落在单位学习日；{ by: 时刻 } 在此之前完成；{ month: 2026-10 }；unknown',
  );

const sessionFields = {
  stage: words('所属阶段，写专题活动里的阶段代号').optional(),
  title: words('专题，必填：学什么'),
  form: z
    .enum(SESSION_FORMS, { error: `学习形式只能是：${SESSION_FORMS.join('、')}` })
    .describe(`学习形式，必填：${SESSION_FORMS.join('、')}`),
  readings: listOfWords('学习篇目，写库中条目，如 [texts/outline]').optional(),
  chair: words('主持人，写岗位').optional(),
  lead: words('领学人，写岗位').optional(),
  speakers: listOfWords('主讲人或发言人，写岗位').optional(),
  attendees: words('参加人员').optional(),
  place: words('地点，不写即单位的固定学习地点').optional(),
  hours: z
    .number({ error: '学时应为数字' })
    .min(0.5, { error: '学时最少 0.5' })
    .max(40, { error: '学时最多 40' })
    .describe('学时')
    .optional(),
  when: whenSchema.optional(),
  requirement: words('要求，如 每人一页提纲').optional(),
  responsible: words('责任科室').optional(),
  note: words('备注').optional(),
};

/** A session that a unit adds of its own; its code stands beside it in the unit's file. */
export const addedSessionSchema = z.strictObject(sessionFields).describe('本单位增加的学习场次');

const session = z.strictObject({
  id: z
    .string({ error: '应为学习场次代号，如 s1' })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '应为小写英文、数字和连字符，如 s1' })
    .describe('学习场次代号，必填，如 s1'),
  ...sessionFields,
});

/** 学习计划: a campaign's ordered sessions, written once for all units. */
export const planSchema = z.strictObject({
  campaign: words('专题活动，必填：写 campaigns/ 里的文件名'),
  title: words('计划名称，必填'),
  revised: daySchema.describe('修订日期：改动计划时一并改').optional(),
  onHoliday: z
    .enum(HOLIDAY_RULES, {
      error:
        '只能是 before（提前）、nextMeetingDay（下一个学习日）、nextWorkingDay（下一个工作日）或 confirm（另行通知）',
    })
    .describe(
      '学习日逢节假日怎么办：before 提前到上一个工作日；nextMeetingDay 顺延到下一个学习日；nextWorkingDay 顺延到下一个工作日；confirm 另行通知（不写即此）',
    )
    .default('confirm'),
  sessions: z
    .array(session, { error: '学习场次应为列表' })
    .superRefine(uniqueIds)
    .describe('学习场次，按次序')
    .default([]),
  settled: settledSchema.optional(),
});
export type PlanFields = z.output<typeof planSchema>;

assertSame<When, z.output<typeof whenSchema>>();
assertSame<Omit<Plan, 'id'>, Omit<PlanFields, 'settled'>>();
