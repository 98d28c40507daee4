import { z } from 'zod';
import { dateSchema } from './day.ts';
import { listOfWords, shownnessFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

/** 情况通报: a numbered report of the study office. */
export const bulletinSchema = z.strictObject({
  title: words('题名，必填'),
  number: z
    .union([z.int().min(1), words('期号，如 3 或 增刊')], { error: '期号应为数字或文字' })
    .transform(String)
    .describe('期号，必填'),
  date: dateSchema.describe('日期，必填；没有写 unknown'),
  campaign: words('专题活动，写 campaigns/ 里的文件名').optional(),
  issuer: words('编发单位').optional(),
  sendTo: listOfWords('主送').optional(),
  copyTo: listOfWords('抄送').optional(),
  summary: words('提要，一两句话').optional(),
  settled: settledSchema.optional(),
  ...shownnessFields,
});
export type BulletinFields = z.output<typeof bulletinSchema>;
