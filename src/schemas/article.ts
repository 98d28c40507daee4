import { z } from 'zod';
import { sharedFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

/** 活动报道: a newspaper or web report of a campaign. */
export const articleSchema = z.strictObject({
  ...sharedFields,
  settled: settledSchema.optional(),
  byline: words('署名，如 本报记者').optional(),
  newspaper: words('刊载报刊').optional(),
});
