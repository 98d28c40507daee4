import { z } from 'zod';
import type { Answer } from '../domain/doubts/settled.ts';
import { assertSame } from './assert-same.ts';
import { DOUBT_KINDS } from '../domain/doubts/doubt.ts';
import { daySchema } from './day.ts';
import { words } from './entry.ts';

const KINDS = DOUBT_KINDS.filter((kind) => kind !== '答复');

/** Answers to doubts: what `check` asked, why nothing is to be changed, and who says so. */
export const settledSchema = z
  .array(
    z.strictObject({
      doubt: z
        .enum(KINDS, { error: `待核种类只能是：${KINDS.join('、')}` })
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
