import { z } from 'zod';
import type { ScheduleUnit } from '../domain/schedule/plan.ts';
import { isRecurrence } from '../domain/schedule/turns.ts';
import type { UnitNames } from '../domain/units.ts';
import { assertSame } from './assert-same.ts';
import { contactSchema } from './contact.ts';
import { daySchema, endsAfterItBegins, timeSchema } from './day.ts';
import { ID, uniqueIds, words } from './entry.ts';
import { addedSessionSchema } from './plan.ts';
import { settledSchema } from './settled.ts';

const alias = z
  .strictObject({
    name: words('曾用名或别名'),
    shortName: words('当时的简称').optional(),
    from: daySchema.describe('启用日期').optional(),
    until: daySchema.describe('停用日期').optional(),
  })
  .refine(...endsAfterItBegins);

function headcount(description: string) {
  return z
    .int({ error: '应为人数，不写姓名' })
    .min(0, { error: '人数不能小于 0' })
    .describe(`${description}，只写数字，不写姓名`);
}

const sittingDay = daySchema.describe('在哪一天');
const sittingTime = timeSchema.describe('几点开始，不写即单位的固定学习时间').optional();

/** What a unit cannot set of a session that another one hosts. */
const SET_BY_HOST = ['on', 'time', 'place', 'chair', 'drop', 'add', 'groups'] as const;

/** What a unit sets of one session, not of all the turns of a recurring one that it adds. */
const SET_FOR_ONE = [
  ...['on', 'time', 'place', 'chair', 'observers', 'drop'],
  ...['groups', 'makeUp', 'hostedBy', 'sitting'],
] as const;

/** What is of a session as a whole, not of one of its sittings. */
const NOT_OF_ONE_SITTING = ['observers', 'drop', 'add', 'groups', 'makeUp', 'hostedBy'] as const;

const makeUp = z.strictObject({ on: sittingDay, time: sittingTime, place: words('地点').optional() });

const adjustment = z
  .strictObject({
    session: words('学习场次代号'),
    sitting: z
      .int({ error: '应为第几次的数字，如 2' })
      .min(1, { error: '从 1 数起' })
      .describe('分几次开的（读书班），只改第几次：写 2，配 on、time、place、chair')
      .optional(),
    on: daySchema.describe('改到哪一天').optional(),
    time: timeSchema.describe('改到几点').optional(),
    place: words('改在哪里').optional(),
    chair: words('改由谁主持').optional(),
    observers: words('列席人员，写了就代替计划里的').optional(),
    drop: z.boolean({ error: '只能是 true 或 false' }).describe('本单位不单独安排').optional(),
    add: addedSessionSchema.optional(),
    groups: z
      .array(
        z
          .strictObject({
            part: words(
              '下设的组织，写它在 parts 里的代号；名称、时刻、地点、主持人随它，不写 name',
            ).optional(),
            name: words('批次').optional(),
            on: sittingDay,
            time: sittingTime,
            place: words('地点').optional(),
            chair: words('这一批的主持人').optional(),
            attendees: words('这一批的参加人员').optional(),
            headcount: headcount('这一批应到的人数').optional(),
          })
          .superRefine(({ part, name }, context) => {
            if (part === undefined && name === undefined)
              context.addIssue({ code: 'custom', path: ['name'], message: '缺少批次：写 name 或 part' });
            if (part !== undefined && name !== undefined)
              context.addIssue({
                code: 'custom',
                path: ['name'],
                message: '写了 part 的，名称随它，不再写 name',
              });
          }),
      )
      .describe('分批')
      .optional(),
    makeUp: z
      .union(
        [
          makeUp.describe('补一次'),
          z.array(makeUp).min(1, { error: '至少写一次，没有就删去这一行' }).describe('补几次'),
        ],
        {
          error:
            '应为 { on: 2026-10-13 }；补几次的写成列表 [{ on: 2026-10-13 }, { on: 2026-10-20, time: "17:30" }]',
        },
      )
      .describe('补学：一次写 { on: 2026-10-13, time: "17:30", place: 示教室 }，几次写成列表')
      .optional(),
    hostedBy: words(
      '承办单位，写 units/ 里的文件名或“文件名-下设组织的代号”：时间、地点、主持人都随它',
    ).optional(),
    reason: words('理由').optional(),
  })
  .superRefine((change, context) => {
    if (isRecurrence(change.add?.when))
      for (const field of SET_FOR_ONE) {
        if (change[field] === undefined) continue;
        const message = `按规律安排的，都写在 add 里；只是某一次的，另写一条，session 写那一次的代号，如 ${change.session}-2027-03`;
        context.addIssue({ code: 'custom', path: [field], message });
      }
    if (change.sitting !== undefined)
      for (const field of NOT_OF_ONE_SITTING) {
        if (change[field] === undefined) continue;
        const message = '写了 sitting 的，只改那一次的 on、time、place、chair；整场的另写一条';
        context.addIssue({ code: 'custom', path: [field], message });
      }
    if (change.hostedBy === undefined) return;
    for (const field of SET_BY_HOST) {
      if (change[field] === undefined) continue;
      const message = '由别的单位承办的，日期、时刻、地点、主持人都随承办单位，不再写';
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

/** What a unit and each of its parts may have of its own. */
const ownRhythm = {
  shortName: words('简称').optional(),
  chair: words('主持人，写岗位：计划里没有写主持人的场次由谁主持').optional(),
  headcount: headcount('人数').optional(),
  meeting: z
    .strictObject({
      weekday: z
        .int({ error: '应为 1（周一）到 7（周日）的数字' })
        .min(1, { error: '应为 1（周一）到 7（周日）的数字' })
        .max(7, { error: '应为 1（周一）到 7（周日）的数字' })
        .describe('学习日，1 是周一，7 是周日'),
      time: timeSchema.describe('开始时刻'),
      until: timeSchema.describe('结束时刻').optional(),
      place: words('地点').optional(),
    })
    .describe('固定学习时间')
    .optional(),
  plans: z
    .array(
      z.strictObject({
        plan: words('学习计划，写 plans/ 里的文件名'),
        since: daySchema.describe('从哪天起参加：中途加入的单位写，这天以前的场次和期限不算它的').optional(),
        until: daySchema.describe('参加到哪天为止：中途退出的单位写').optional(),
        adjustments: z.array(adjustment).describe('本单位的调整').optional(),
      }),
    )
    .describe('执行的学习计划')
    .optional(),
};

const part = z.strictObject({
  id: z
    .string({ error: '应为代号，如 group-1' })
    .regex(ID, { error: '应为小写英文、数字和连字符，如 group-1' })
    .describe('代号，必填，如 group-1'),
  name: words('名称，必填，如 第一党支部；单位名称不必写，会自动加在前面'),
  ...ownRhythm,
});

/** 单位: the body that studies. Bodies are renamed, so a unit has aliases with the days between which they held. */
export const unitSchema = z.strictObject({
  name: words('单位全称，必填'),
  ...ownRhythm,
  aliases: z
    .array(alias, { error: '曾用名应为列表，写成 [{ name: 名称, until: 2019-03-31 }]' })
    .describe('曾用名')
    .optional(),
  parent: words('上级单位，写 units/ 里的文件名').optional(),
  contact: contactSchema.optional(),
  parts: z
    .array(part, { error: '下设的组织应为列表，写成 [{ id: group-1, name: 第一党小组 }]' })
    .superRefine(uniqueIds)
    .describe('下设的党支部、党小组、中心组：自己执行计划的写 plans，有自己的页面和学习安排')
    .optional(),
  settled: settledSchema.optional(),
});
export type UnitFields = z.output<typeof unitSchema>;

assertSame<Omit<UnitNames, 'id'>, Pick<UnitFields, 'name' | 'shortName' | 'aliases'>>();
assertSame<
  Omit<ScheduleUnit, 'id' | 'siblings'>,
  Pick<UnitFields, 'chair' | 'headcount' | 'meeting' | 'plans' | 'parts'>
>();
