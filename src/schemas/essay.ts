import { z } from 'zod';
import type { Length } from '../domain/essays/wording.ts';
import type { EssayCall } from '../domain/schedule/work-out.ts';
import { assertSame } from './assert-same.ts';
import { deadlineSchema } from './deadline.ts';
import { listOfWords, shownnessFields, words } from './entry.ts';
import { formatSchema } from './format.ts';
import { settledSchema } from './settled.ts';

/** What may be asked for. */
export const ESSAY_KINDS = [
  '心得体会',
  '研讨发言',
  '理论文章',
  '调研报告',
  '对照检查材料',
  '征文',
  '其他',
] as const;

/** How a length is counted: 汉字 counts Han characters only, 字数 is what Word calls 字数. */
export const LENGTH_UNITS = ['字数', '汉字'] as const;

/** 材料报送: who hands in what, how long, in which format, by when, to whom. What the source does not say stays away. */
export const essaySchema = z.strictObject({
  title: words('题名，必填'),
  campaign: words('专题活动，必填：写 campaigns/ 里的文件名'),
  kind: z
    .enum(ESSAY_KINDS, { error: `材料种类只能是：${ESSAY_KINDS.join('、')}` })
    .describe(`材料种类：${ESSAY_KINDS.join('、')}`)
    .optional(),
  units: listOfWords('报送单位，写 units/ 里的文件名；不写即参加活动的全部单位').optional(),
  writers: words('撰写人，如 各单位党政主要负责人').optional(),
  quota: words('数量，如 每人一篇、每单位两篇').optional(),
  genres: listOfWords('体裁').optional(),
  length: z
    .strictObject({
      min: z.int({ error: '应为字数' }).min(1).describe('最少').optional(),
      max: z.int({ error: '应为字数' }).min(1).describe('最多').optional(),
      unit: z
        .enum(LENGTH_UNITS, { error: '只能是 字数（Word 的字数）或 汉字（只数汉字）' })
        .describe('怎么数：字数（Word 的字数）或 汉字（只数汉字）')
        .default('字数'),
    })
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
      error: '最少大于最多',
      path: ['max'],
    })
    .describe('篇幅')
    .optional(),
  topics: listOfWords('选题').optional(),
  format: formatSchema.describe('格式').optional(),
  deadline: deadlineSchema.optional(),
  submitTo: z
    .strictObject({
      office: words('报送到哪里').optional(),
      routes: listOfWords('报送方式，如 OA、邮箱、纸质').optional(),
      phone: words('电话，公开网站不显示').optional(),
    })
    .describe('报送到')
    .optional(),
  subjectLine: words('邮件主题，如 {单位}+{姓名}+理论文章').optional(),
  fileName: words('文件名，如 {单位}-{姓名}-{题目}').optional(),
  copies: words('份数').optional(),
  approval: words('审签盖章要求').optional(),
  confidentiality: words('保密要求，如 不得涉密').optional(),
  awards: listOfWords('奖项').optional(),
  attachments: listOfWords('附件').optional(),
  contact: words('联系人，写岗位').optional(),
  settled: settledSchema.optional(),
  ...shownnessFields,
});
export type EssayFields = z.output<typeof essaySchema>;

assertSame<Length, NonNullable<EssayFields['length']>>();
type CallFields = 'campaign' | 'title' | 'writers' | 'deadline' | 'units';
assertSame<Pick<EssayCall, CallFields>, Pick<EssayFields, CallFields>>();
