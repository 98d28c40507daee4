import { z } from 'zod';
import type { Correction, Source } from '../domain/entry.ts';
import type { Shownness } from '../domain/visibility.ts';
import { assertSame } from './assert-same.ts';
import { onOneLine } from '../domain/characters.ts';
import { holdsForbiddenCode } from '../domain/percent.ts';
import { dateSchema, daySchema } from './day.ts';

/** What a file's name, and so an id and an address part, may be. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const text = (what: string) =>
  z
    .string({ error: `${what}应为文字` })
    .overwrite(onOneLine)
    .trim()
    .min(1, { error: `${what}不能为空` });

/** A non-empty string that is described to authors and named in faults. */
export function words(description: string) {
  return text(nameIn(description)).describe(description);
}

/** An address of another site, without line ends and codes of control characters. */
export function webAddress(description: string) {
  const error = '应为 http:// 或 https:// 开头的网址';
  return z
    .url({ protocol: /^https?$/, error })
    .refine((url) => !/[\t\n\r]/.test(url), { error })
    .refine((url) => !holdsForbiddenCode(url), { error: '网址里有代表控制字符的 % 编码' })
    .describe(description);
}

/** A list of non-empty strings, without repetition. */
export function listOfWords(description: string) {
  return listOf(text(`${nameIn(description)}的每一项`), description);
}

function listOf(item: z.ZodString, description: string) {
  const name = nameIn(description);
  return z
    .array(item, { error: `${name}应为列表，写成 [甲, 乙]` })
    .refine((items) => new Set(items).size === items.length, { error: `${name}有重复的项` })
    .describe(description);
}

/** A check that ids in a list are unique; each repetition is reported at its own place. */
export function uniqueIds(items: readonly { id?: string | undefined }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (id !== undefined && seen.has(id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `代号 ${id} 重复` });
    if (id !== undefined) seen.add(id);
  });
}

/** A field's name: its description up to the first mark. */
function nameIn(description: string): string {
  return description.split(/[，：。（]/u)[0] ?? description;
}

/** Where an entry comes from. Event (`date`), publication and web page are three different days. */
export const sourceSchema = z
  .strictObject({
    name: words('来源名称，如报纸、网站、档案号'),
    url: webAddress('来源网址').optional(),
    publishedOn: daySchema.describe('发表日期：报纸或网页登出的那一天').optional(),
    retrievedOn: daySchema.describe('网页日期：网页上标注或取得网页的那一天').optional(),
    note: words('来源说明，写给读者看').optional(),
    rules: listOfWords('整理规则，导入时用过的清理规则').optional(),
  })
  .describe('来源：事情发生、发表、网页三个日期分开写');

/** Who drafted, reviewed and issued: roles, never names. */
export const approvalSchema = z
  .strictObject({
    draftedBy: words('起草，写岗位不写姓名').optional(),
    reviewedBy: words('审核，写岗位不写姓名').optional(),
    issuedBy: words('签发，写岗位不写姓名').optional(),
  })
  .describe('审签：写岗位，不写姓名');

/** A reviewed change to a source; the original wording is kept. */
export const correctionSchema = z
  .strictObject({
    paragraph: z
      .string()
      .regex(/^p[1-9]\d*$/, { error: '应为段落号，写成 p3' })
      .describe('段落号，如 p3'),
    original: words('原文，与文件中的文字一致'),
    corrected: words('更正，读者看到的文字'),
    reason: words('理由，为什么更正'),
    role: words('校订人，写岗位不写姓名').optional(),
    on: daySchema.describe('校订日期').optional(),
  })
  .describe('校订：原文保留，读者看到编者注');

/** The fields that decide whether a site shows an item. */
export const shownnessFields = {
  draft: z.boolean({ error: '只能是 true 或 false' }).describe('草稿，true 时不发布').default(false),
  access: z
    .enum(['public', 'internal'], { error: '只能是 public（公开）或 internal（内部）' })
    .describe('公开范围，不写即 public')
    .default('public'),
  withdrawn: z
    .strictObject({
      on: daySchema.describe('撤下日期'),
      reason: words('撤下原因，不公布').optional(),
    })
    .describe('撤下，由 npm run withdraw 写入：原网址只显示“已撤下”和日期')
    .optional(),
};

/** The fields that texts, speeches and articles share. */
export const sharedFields = {
  title: words('题名，必填'),
  date: dateSchema.describe('日期，必填：事情发生或成文的那一天；原文没有写 unknown'),
  subtitle: words('副题').optional(),
  topics: listOfWords('主题，用中文，如 [作风建设]').optional(),
  campaign: words('专题活动，写 campaigns/ 里的文件名').optional(),
  units: listOfWords('单位，写 units/ 里的文件名，或单位的名称、简称、曾用名').optional(),
  summary: words('提要，一两句话').optional(),
  access: shownnessFields.access,
  approval: approvalSchema.optional(),
  source: sourceSchema.optional(),
  corrections: z.array(correctionSchema, { error: '校订应为列表' }).describe('校订记录').optional(),
  formerIds: listOf(
    z
      .string({ error: '曾用文件名的每一项应为文字' })
      .regex(ID, { error: '曾用文件名应为小写英文、数字和连字符，如 old-name' }),
    '曾用文件名，旧地址会转到新地址',
  ).optional(),
  draft: shownnessFields.draft,
  withdrawn: shownnessFields.withdrawn,
};

assertSame<Source, z.output<typeof sourceSchema>>();
assertSame<Correction, z.output<typeof correctionSchema>>();
assertSame<Shownness, z.output<z.ZodObject<typeof shownnessFields>>>();
