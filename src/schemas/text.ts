import { z } from 'zod';
import { sharedFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

/** 学习材料: an assigned document, such as a plan, a notice or a theory text. */
export const textSchema = z.strictObject({
  ...sharedFields,
  settled: settledSchema.optional(),
  issuer: words('发文机关').optional(),
  author: words('作者').optional(),
  documentNumber: words('文号，如 云卫学〔2026〕3号').optional(),
});
