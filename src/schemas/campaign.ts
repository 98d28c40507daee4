import { z } from 'zod';
import type { Span, StageSpan } from '../domain/deadlines/moment.ts';
import type { Report } from '../domain/schedule/work-out.ts';
import { assertSame } from './assert-same.ts';
import { daySchema, endsAfterItBegins } from './day.ts';
import { deadlineSchema } from './deadline.ts';
import { listOfWords, uniqueIds, words } from './entry.ts';
import { settledSchema } from './settled.ts';

const stage = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '应为小写英文、数字和连字符，如 study' })
      .describe('阶段代号，如 study'),
    title: words('阶段名称，如 学习动员'),
    from: daySchema.describe('开始日期，原文没有就不写').optional(),
    until: daySchema.describe('结束日期，原文没有就不写').optional(),
    tasks: listOfWords('工作内容').optional(),
    standards: listOfWords('工作标准').optional(),
  })
  .refine(...endsAfterItBegins);

/** 专题活动: a period of study with stages, duties and deadlines. */
export const campaignSchema = z
  .strictObject({
    name: words('活动名称，必填'),
    organiser: words('组织单位，必填'),
    from: daySchema.describe('开始日期，原文没有就不写').optional(),
    until: daySchema.describe('结束日期，原文没有就不写').optional(),
    basis: z
      .array(
        z.strictObject({
          title: words('依据文件题名'),
          documentNumber: words('文号').optional(),
          entry: words('库中条目，如 texts/outline').optional(),
        }),
      )
      .describe('依据文件')
      .optional(),
    stages: z.array(stage, { error: '阶段应为列表' }).superRefine(uniqueIds).describe('阶段').optional(),
    leadingGroup: z
      .strictObject({
        head: words('组长，写岗位').optional(),
        deputies: listOfWords('副组长，写岗位').optional(),
        members: listOfWords('成员，写岗位').optional(),
        office: words('办公室，设在哪里').optional(),
        duties: listOfWords('办公室职责').optional(),
      })
      .describe('领导小组')
      .optional(),
    duties: z
      .array(z.strictObject({ who: words('责任主体'), what: words('职责') }))
      .describe('职责分工')
      .optional(),
    reports: z
      .array(
        z.strictObject({
          title: words('报告名称'),
          deadline: deadlineSchema,
          from: words('由谁报送').optional(),
          to: words('报给谁').optional(),
        }),
      )
      .describe('要报送的报告')
      .optional(),
    bulletins: deadlineSchema
      .describe(
        '情况通报的周期，如 { every: half-month, from: { campaign: start }, until: { campaign: end } }',
      )
      .optional(),
    statements: z
      .array(z.strictObject({ about: words('所说的事'), says: listOfWords('原文的几种说法') }))
      .describe('原文前后不一致的说法，留给编辑核对，读者看不到')
      .optional(),
    settled: settledSchema.optional(),
  })
  .refine(...endsAfterItBegins);
type CampaignFields = z.output<typeof campaignSchema>;

assertSame<Span, Pick<CampaignFields, keyof Span>>();
assertSame<StageSpan, Pick<z.output<typeof stage>, keyof StageSpan>>();
assertSame<Report, NonNullable<CampaignFields['reports']>[number]>();
