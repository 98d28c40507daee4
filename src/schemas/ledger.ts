import { z } from 'zod';
import { assertSame } from './assert-same.ts';
import {
  LEDGER_KINDS,
  RETURNED_STATES,
  type GroupTotals,
  type LedgerLimit,
  type LedgerRow,
} from '../domain/ledgers/ledger.ts';
import { daySchema } from './day.ts';
import { listOfWords, shownnessFields, words } from './entry.ts';
import { settledSchema } from './settled.ts';

const count = (description: string) => {
  const error = `${description.split(/[，：（]/u)[0] ?? description}应为从 0 起的整数`;
  return z.int({ error }).min(0, { error }).describe(description);
};

const counts = (description: string) =>
  z.record(z.string(), count('件数'), { error: '写成 { 名称: 件数, 名称: 件数 }' }).describe(description);

/** Words that are published as a label of totals: too short for the words of an opinion. */
const label = (description: string) =>
  words(description).max(16, { error: '这一项会公布，只写类别名称（16 字以内），不写内容和姓名' });

const group = z.strictObject({
  name: words('来源，必填：如 座谈会、领导小组办公室转办'),
  received: count('收到，件数').optional(),
  answered: count('办结，件数；原文没有就不写').optional(),
  classes: counts('办理类别，如 { 已经解决: 2, 需要时间: 14 }；各类之和等于办结').optional(),
  returnedOrMerged: count('退回或并件，件数').optional(),
  open: count('在办，件数；原文没有就不写').optional(),
  overdue: count('超期，件数；原文没有就不写').optional(),
  distributed: count('发放，征求意见簿的本数').optional(),
  collected: count('收回，征求意见簿的本数').optional(),
  categories: z
    .union([listOfWords('只有名称'), counts('名称和件数')], { error: '写成 [甲, 乙]，或 { 甲: 3, 乙: 5 }' })
    .describe('内容分类：只有名称写 [甲, 乙]，有件数写 { 甲: 3, 乙: 5 }')
    .optional(),
  note: words('说明，写给读者看').optional(),
});

const row = z
  .strictObject({
    id: words('编号').optional(),
    group: label('来源').optional(),
    received: daySchema.describe('收到日期，必填'),
    signed: daySchema.describe('签批日期').optional(),
    firstReply: daySchema.describe('首次回复日').optional(),
    done: daySchema.describe('办结日').optional(),
    limit: daySchema.describe('时限，另有规定或经批准延期的才写').optional(),
    state: z
      .enum(RETURNED_STATES, { error: `只能是：${RETURNED_STATES.join('、')}` })
      .describe(`退回或并件：${RETURNED_STATES.join('、')}`)
      .optional(),
    class: label('办理类别').optional(),
    category: label('内容分类').optional(),
    text: words('内容，只供内部查对，不会发布').optional(),
  })
  .transform((fields) => {
    const published = { ...fields };
    delete published.text;
    return published as Omit<typeof fields, 'text'>;
  });

/** 台账: what was received, answered and is open. Only totals are published; what the opinions say is dropped while reading. */
export const ledgerSchema = z.strictObject({
  title: words('题名，必填'),
  kind: z
    .enum(LEDGER_KINDS, { error: `台账种类只能是：${LEDGER_KINDS.join('、')}` })
    .describe(`台账种类：${LEDGER_KINDS.join('、')}；不写即意见建议`)
    .default('意见建议'),
  campaign: words('专题活动，写 campaigns/ 里的文件名').optional(),
  unit: words('单位，写 units/ 里的文件名或单位名称').optional(),
  asOf: daySchema.describe('截至日期；用逐条登记时应写，超期按这一天算').optional(),
  limit: z
    .strictObject({
      workingDays: z.int({ error: '应为工作日数' }).min(1).max(60).describe('几个工作日办结或回复'),
      signSameDay: z.boolean({ error: '只能是 true 或 false' }).describe('是否要求当日签批').default(true),
    })
    .describe('办理时限，如 { workingDays: 5 }；从签批日（没有就从收到日）的次日起算')
    .optional(),
  summary: words('说明，一两句话').optional(),
  groups: z
    .array(group, { error: '来源应为列表' })
    .refine((groups) => new Set(groups.map(({ name }) => name)).size === groups.length, {
      error: '来源有重名',
    })
    .describe('各来源的合计数；逐条登记的不写')
    .optional(),
  rows: z
    .array(row, { error: '逐条登记应为列表' })
    .describe('逐条登记；也可放在旁边的同名 .csv 或 .xlsx 里')
    .optional(),
  settled: settledSchema.optional(),
  ...shownnessFields,
});
export type LedgerFields = z.output<typeof ledgerSchema>;

assertSame<LedgerLimit, NonNullable<LedgerFields['limit']>>();
assertSame<LedgerRow, z.output<typeof row>>();
assertSame<GroupTotals, z.output<typeof group>>();
