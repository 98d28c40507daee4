import { z } from 'zod';
import { daySchema } from './day.ts';
import { words } from './entry.ts';

const recordedEvent = z.strictObject({
  uid: z
    .string({ error: '应为日历事项编号，以 @zhixing 结尾' })
    .regex(/^\S+@zhixing$/u, { error: '应为日历事项编号，以 @zhixing 结尾' })
    .describe('日历事项编号，发布后不再改变'),
  plan: words('学习计划，事项所属的计划，写 plans/ 里的文件名').optional(),
  sequence: z
    .int({ error: '应为从 0 起的整数' })
    .min(0, { error: '应为从 0 起的整数' })
    .describe('版次，首次发布为 0，每变更一次加 1'),
  fingerprint: z
    .string({ error: '应为 16 位十六进制数，加引号' })
    .regex(/^[0-9a-f]{16}$/, { error: '应为 16 位十六进制数，加引号' })
    .describe('内容指纹，内容变了它就变'),
  title: words('事项名称，最近一次发布时的名称'),
  day: daySchema.describe('日期，最近一次发布时的第一天'),
  cancelledOn: daySchema.describe('撤销日期，事项从日历中撤下的那一天').optional(),
});

/** 发布记录: which calendar events of a unit were published in which version (`published/<unit>.yaml`). Kept by a command. */
export const publishedSchema = z.strictObject({
  events: z
    .array(recordedEvent, { error: '日历事项应为列表' })
    .superRefine((events, context) => {
      const seen = new Set<string>();
      events.forEach(({ uid }, index) => {
        if (seen.has(uid)) context.addIssue({ code: 'custom', path: [index, 'uid'], message: '编号重复' });
        seen.add(uid);
      });
    })
    .describe('日历事项，由发布记录命令更新')
    .default([]),
});
export type PublishedRecord = z.output<typeof publishedSchema>;
export type RecordedEvent = PublishedRecord['events'][number];
