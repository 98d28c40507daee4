import { z } from 'zod';
import { daySchema } from './day.ts';
import { words } from './entry.ts';

/** 报送情况: what was handed in, a row each, read from a table. */
export const receiptsSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        matter: words('事项'),
        unit: words('单位'),
        received: daySchema.describe('收到日期').optional(),
        copies: z.int().min(0).describe('份数').optional(),
        note: words('备注').optional(),
      }),
    )
    .describe('报送情况，每行一次'),
});
export type ReceiptsFields = z.output<typeof receiptsSchema>;
