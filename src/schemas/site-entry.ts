import { z } from 'zod';
import { COLLECTION_NAMES } from './collections.ts';
import { daySchema } from './day.ts';
import { siteSchema } from './site.ts';

/** What a site knows of its content as a whole, beside the entries of its folders. */
export const siteEntrySchema = z.strictObject({
  fields: siteSchema.describe('网站：site.yaml 的各项'),
  filled: z.array(z.enum(COLLECTION_NAMES)).describe('有内容的文件夹'),
  withdrawn: z
    .array(
      z.strictObject({
        key: z.string().describe('原来的文件夹和文件名，如 texts/outline'),
        formerIds: z.array(z.string()).describe('曾用文件名'),
        on: daySchema.describe('撤下日期'),
      }),
    )
    .describe('已撤下的篇目，只留地址和日期'),
});
export type SiteEntry = z.output<typeof siteEntrySchema>;
