import { z } from 'zod';
import type { FormulaNames } from '../domain/formulas.ts';
import { assertSame } from './assert-same.ts';
import { listOfWords, shownnessFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

const PARAGRAPH = /^p[1-9]\d*$/;

const item = z
  .union(
    [
      words('一项，照原文写'),
      z
        .strictObject({
          text: words('一项，照原文写'),
          at: z
            .string()
            .regex(PARAGRAPH, { error: '应为段落号，写成 p3' })
            .describe('讲这一项的段落，如 p3；不写就按文字去找')
            .optional(),
        })
        .describe('一项和它的段落'),
    ],
    { error: '写成文字，或 { text: 文字, at: p3 }' },
  )
  .transform((given): { text: string; at?: string | undefined } =>
    typeof given === 'string' ? { text: given } : given,
  );

const source = z
  .union(
    [
      z
        .string()
        .regex(/^(texts|speeches|articles)\/[a-z0-9-]+(#p[1-9]\d*)?$/, {
          error: '应写成 texts/文件名#p3',
        })
        .describe('条目和段落，写 texts/文件名#p3'),
      z
        .strictObject({
          entry: z
            .string()
            .regex(/^(texts|speeches|articles)\/[a-z0-9-]+$/)
            .describe('条目，写 texts/文件名'),
          paragraph: z.string().regex(PARAGRAPH).describe('段落，如 p3').optional(),
        })
        .describe('分开写条目和段落'),
    ],
    { error: '写成 texts/文件名#p3' },
  )
  .transform((given) =>
    typeof given === 'string'
      ? given
      : given.entry + (given.paragraph === undefined ? '' : `#${given.paragraph}`),
  );

const list = z.strictObject({
  number: z
    .int({ error: '应为数字，如 6' })
    .min(1, { error: '应为从 1 起的数字' })
    .max(999, { error: '应为 999 以内的数字' })
    .describe('名称里的数，如 六大行动 写 6；名称里没有数就不写')
    .optional(),
  of: words('数的是什么，如 行动').optional(),
  items: z
    .array(item, { error: '应为列表，写成 [甲, 乙]' })
    .describe('列出的各项，照原文的次序；原文没有列出就不写')
    .default([]),
  more: z.boolean({ error: '只能是 true 或 false' }).describe('原文列到最后有没有“等”字').default(false),
  source: source.describe('出处，必填：写 texts/文件名#p3'),
  note: words('说明，写给读者看').optional(),
});

/** Every text is searched for every name: one that no text holds would make all of that slow. */
const LONGEST_NAME = 100;
const TOO_LONG = `名称太长，超过 ${LONGEST_NAME} 字`;

/** 名词解释（数字简称）: a named number and what it lists, source by source. What a source does not list is never filled in. */
export const formulaSchema = z.strictObject({
  name: words('名称，必填：如 六大行动').max(LONGEST_NAME, { error: TOO_LONG }),
  aliases: listOfWords('别的写法，如 优化服务六项行动')
    .refine((names) => names.every(({ length }) => length <= LONGEST_NAME), { error: TOO_LONG })
    .optional(),
  summary: words('说明，一两句话：谁在什么时候提出').optional(),
  lists: z
    .array(list, { error: '应为列表，一个出处一项' })
    .min(1, { error: '至少写一个出处' })
    .describe('出处，必填：每个出处一项；一个名称里有几个数的，一个数一项'),
  settled: settledSchema.optional(),
  ...shownnessFields,
});
export type FormulaFields = z.output<typeof formulaSchema>;

assertSame<Omit<FormulaNames, 'id'>, Pick<FormulaFields, 'name' | 'aliases'>>();
