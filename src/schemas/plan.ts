import { z } from 'zod';
import { FESTIVALS } from '../domain/calendar/festivals.ts';
import { periodOfKey } from '../domain/schedule/periods.ts';
import { TURN_KEY } from '../domain/schedule/turns.ts';
import { assertSame } from './assert-same.ts';
import {
  HOLIDAY_RULES,
  MONTH_PARTS,
  RHYTHMS,
  SESSION_FORMS,
  type Plan,
  type Recurrence,
  type Revision,
  type TurnException,
  type When,
} from '../domain/schedule/plan.ts';
import { daySchema, monthSchema, timeSchema, yearSchema } from './day.ts';
import { momentFor } from './deadline.ts';
import { listOfWords, uniqueIds, words } from './entry.ts';
import { hoursSchema } from './hours.ts';
import { settledSchema } from './settled.ts';
import { fitSittings, sittingsSchema } from './sittings.ts';
import { whenFault } from './when-fault.ts';

const time = timeSchema.describe('开始时刻，写成 "14:30"；不写即单位的固定学习时间').optional();

const festivalName = z.enum(FESTIVALS).describe('节日或纪念日');
const festivalYear = yearSchema.describe('哪一年');

/** The time of one session. Only `week` moves with holidays, unless the session has a rule for them. */
const singleWhen = [
  z.literal('unknown').describe('时间待定'),
  z.strictObject({ on: daySchema.describe('日期'), time }).describe('定在某天'),
  z
    .strictObject({ week: z.int().min(1).max(60).describe('第几周，从阶段开始那一周数起') })
    .describe('阶段的第几周，落在单位学习日'),
  z
    .strictObject({
      by: momentFor('在什么以前'),
      time: timeSchema.describe('几点以前').optional(),
    })
    .describe('在某天以前完成'),
  z
    .strictObject({
      month: monthSchema.describe('年月'),
      part: z
        .enum(MONTH_PARTS)
        .describe('月里哪一段：start 月初，early 上旬，mid 中旬，late 下旬，end 月底')
        .optional(),
    })
    .describe('某月，或上旬、中旬、下旬'),
  z
    .strictObject({
      period: z
        .string()
        .refine((key) => periodOfKey(key) !== undefined, { abort: true })
        .describe('哪一段，一季度写 2027-q1，上半年写 2027-h1，3月上半月写 2027-03-a'),
    })
    .describe('某季度、半年或半月'),
  z.strictObject({ festival: festivalName, year: festivalYear, time }).describe('节日、纪念日当天'),
  z.strictObject({ before: festivalName, year: festivalYear }).describe('节日、纪念日以前'),
] as const;

/** The rule of a recurring session (三会一课 and the like). */
const recurrenceSchema = z
  .strictObject({
    every: z
      .enum(RHYTHMS)
      .describe('多久一次：week 每周，half-month 每半月，month 每月，quarter 每季度，half-year 每半年'),
    day: z.int().min(1).max(31).describe('几号，与星期几只写一样').optional(),
    weekday: z.int().min(1).max(7).describe('星期几，1 是周一，7 是周日').optional(),
    nth: z
      .union([z.int().min(1).max(5).describe('第几个，从 1 到 5'), z.literal('last').describe('最后一个')])
      .describe('月里第几个星期几')
      .optional(),
    from: momentFor('从什么时候起，不写即阶段或活动开始').optional(),
    until: momentFor('到什么时候止，不写即阶段或活动结束').optional(),
    time,
  })
  .describe('按规律，一次又一次')
  .superRefine((rule, context) => {
    const refuse = (field: keyof Recurrence, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const { every, day, weekday, nth, time: hour } = rule;
    if (day !== undefined && weekday !== undefined) refuse('weekday', '与 day 只能写一样');
    if (nth !== undefined && weekday === undefined) refuse('nth', '第几个星期几，要连 weekday 一起写');
    if (every === 'week' && day !== undefined) refuse('day', '每周的场次写 weekday，不写 day');
    if (every === 'week' && nth !== undefined) refuse('nth', '每周的场次不写 nth');
    if (every === 'half-month' && weekday !== undefined)
      refuse('weekday', '每半月的场次写 day，不写 weekday');
    if (hour !== undefined && day === undefined && weekday === undefined)
      refuse('time', '没有写 day 或 weekday，时刻无从落到某天；按单位的固定学习时间');
  });

/** When a session is held: once, or by a rule. */
export const whenSchema = z
  .union([...singleWhen, recurrenceSchema], { error: ({ input }) => whenFault(input) })
  .describe(
    '时间：{ on: 2026-09-18 } 定在某天；{ week: 2 } 本阶段第二周，落在单位学习日；{ by: 时刻 } 在此之前完成；{ month: 2026-10 }；{ month: 2026-10, part: early } 上旬（start 月初、mid 中旬、late 下旬、end 月底）；{ period: 2027-q1 } 一季度，2027-h1 上半年；{ before: 七一, year: 2027 } 七一前；{ festival: 清明, year: 2027 } 清明当天；{ every: month, day: 5 } 每月5日；{ every: month, weekday: 5, nth: 1 } 每月第一个周五；unknown',
  );

const holidayRule = z.enum(HOLIDAY_RULES, {
  error:
    '只能是 before（提前）、nextMeetingDay（下一个学习日）、nextWorkingDay（下一个工作日）、confirm（另行通知）或 keep（照常进行）',
});

const exceptionSchema = z.strictObject({
  turn: z
    .string({ error: '应为某一次的代号，如 2027-03' })
    .regex(TURN_KEY, {
      error:
        '应为某一次的代号：2027-03（月）、2027-q1（季度）、2027-03-a（上半月）、2027-h1（半年）或那一周周一的日期',
    })
    .describe('哪一次，必填：2027-03、2027-q1、2027-03-a、2027-h1，或那一周周一的日期'),
  on: daySchema.describe('改在哪天').optional(),
  time,
  place: words('地点').optional(),
  drop: z.boolean().describe('这一次不安排').optional(),
  title: words('这一次的专题').optional(),
  readings: listOfWords('这一次的学习篇目').optional(),
  reason: words('原因').optional(),
});

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
  attendees: words('参加人员，列席的不写在这里').optional(),
  observers: words('列席人员，不算在应到人数里').optional(),
  place: words('地点，不写即单位的固定学习地点').optional(),
  hours: hoursSchema.describe('学时，分几次开的为合计').optional(),
  when: whenSchema.optional(),
  onHoliday: holidayRule
    .describe(
      '这一场逢节假日怎么办，不写即按计划的 onHoliday；写了，定在某天的也照此移动：before 提前，nextMeetingDay 下一个学习日，nextWorkingDay 下一个工作日，confirm 另行通知，keep 照常进行',
    )
    .optional(),
  sittings: sittingsSchema.optional(),
  exceptions: z.array(exceptionSchema).describe('按规律安排的场次里与众不同的几次').optional(),
  requirement: words('要求，如 每人一页提纲').optional(),
  responsible: words('责任科室').optional(),
  note: words('备注').optional(),
};

/** A session that a unit adds of its own; its code stands beside it in the unit's file. */
export const addedSessionSchema = z
  .strictObject(sessionFields)
  .superRefine(fitSittings)
  .describe('本单位增加的学习场次');

const session = z
  .strictObject({
    id: z
      .string({ error: '应为学习场次代号，如 s1' })
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '应为小写英文、数字和连字符，如 s1' })
      .describe('学习场次代号，必填，如 s1'),
    ...sessionFields,
  })
  .superRefine(fitSittings);

const revisionSchema = z
  .strictObject({
    on: daySchema.describe('修订日期，必填'),
    what: words('改了什么、为什么改，必填'),
    session: words('改的是哪一场，写学习场次代号').optional(),
    formerly: z
      .strictObject({
        on: daySchema.describe('原定哪天').optional(),
        time: timeSchema.describe('原定几点').optional(),
        place: words('原定地点').optional(),
      })
      .describe('这一场原来的时间、地点，只写改了的；安排上会写“原定…，改为…”')
      .optional(),
  })
  .refine(({ session, formerly }) => formerly === undefined || session !== undefined, {
    error: '写了 formerly，要写明是哪一场（session）',
    path: ['formerly'],
  });

/** 学习计划: a campaign's ordered sessions, written once for all units. */
export const planSchema = z
  .strictObject({
    campaign: words('专题活动，必填：写 campaigns/ 里的文件名'),
    title: words('计划名称，必填'),
    revised: daySchema
      .describe('修订日期：改动计划时一并改；写了 revisions 的删去这一行，以其中最近的一天为准')
      .optional(),
    revisions: z
      .array(revisionSchema, { error: '修订记录应为列表，写成 [{ on: 2026-09-20, what: 第四场改期 }]' })
      .describe('修订记录：已经发出的计划，改了什么，一次一项')
      .optional(),
    onHoliday: holidayRule
      .describe(
        '学习日逢节假日怎么办：before 提前到上一个工作日；nextMeetingDay 顺延到下一个学习日；nextWorkingDay 顺延到下一个工作日；keep 照常进行；confirm 另行通知（不写即此）',
      )
      .default('confirm'),
    sessions: z
      .array(session, { error: '学习场次应为列表' })
      .superRefine(uniqueIds)
      .describe('学习场次，按次序')
      .default([]),
    settled: settledSchema.optional(),
  })
  .refine(({ revised, revisions = [] }) => revised === undefined || revisions.length === 0, {
    error: '已写修订记录（revisions），修订日期不再另写',
    path: ['revised'],
  });
export type PlanFields = z.output<typeof planSchema>;

assertSame<When | Recurrence, z.output<typeof whenSchema>>();
assertSame<TurnException, z.output<typeof exceptionSchema>>();
assertSame<Revision, z.output<typeof revisionSchema>>();
assertSame<Omit<Plan, 'id'>, Omit<PlanFields, 'settled'>>();
