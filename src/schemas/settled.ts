import { z } from 'zod';
import type { Answer } from '../domain/doubts/settled.ts';
import { assertSame } from './assert-same.ts';
import { DOUBT_KINDS } from '../domain/doubts/doubt.ts';
import { daySchema } from './day.ts';
import { words } from './entry.ts';

/** What an answer may be about: everything but another answer. */
export const SETTLED_KINDS = DOUBT_KINDS.filter((kind) => kind !== '答复');

/** Answers to doubts: what `check` asked, why nothing is to be changed, and who says so. */
export const settledSchema = z
  .array(
    z.strictObject({
      doubt: z
        .enum(SETTLED_KINDS, { error: `待核种类只能是：${SETTLED_KINDS.join('、')}` })
        .describe('待核种类，照 npm run check 列出的写'),
      at: words('何处，段落号如 p12，或待核里的原话'),
      because: words('理由，为什么不用改'),
      role: words('核实人，写岗位不写姓名').optional(),
      on: daySchema.describe('核实日期').optional(),
    }),
    { error: '待核答复应为列表' },
  )
  .describe('待核答复：核实过、不用改的，写上理由，以后不再提醒');

assertSame<Answer, Pick<z.output<typeof settledSchema>[number], keyof Answer>>();
