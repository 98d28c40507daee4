import { z } from 'zod';
import { sharedFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

/** 讲话发言: what a named role said on an occasion. */
export const speechSchema = z.strictObject({
  ...sharedFields,
  settled: settledSchema.optional(),
  speaker: z
    .strictObject(
      {
        name: words('姓名，可以不写').optional(),
        role: words('职务，必填，如 市卫生健康委主任'),
      },
      { error: (issue) => (issue.code === 'invalid_type' ? '讲话人应写成 { role: 职务 }' : undefined) },
    )
    .describe('讲话人，必填'),
  occasion: words('场合，在什么会上').optional(),
  place: words('地点').optional(),
});
