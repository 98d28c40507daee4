import { z } from 'zod';
import { assertSame } from './assert-same.ts';
import { COLUMN_NAMES, type ChecklistItem } from '../domain/checklists/checklist.ts';
import { deadlineSchema } from './deadline.ts';
import { ID, listOfWords, shownnessFields, uniqueIds, words } from './entry.ts';
import { settledSchema } from './settled.ts';

const item = z.strictObject({
  id: z
    .string({ error: '应为事项代号，如 publicity' })
    .regex(ID, { error: '应为小写英文、数字和连字符，如 publicity' })
    .describe('事项代号，如 publicity；改了文字仍想保留勾选时写上')
    .optional(),
  group: words('所属部分，如 服务态度；连着的几项写一样的').optional(),
  text: words('事项，必填：查什么、做什么'),
  standard: words('标准，做到什么程度').optional(),
  owner: words('责任人，写岗位').optional(),
  deadline: deadlineSchema.optional(),
  evidence: words('佐证，留什么材料').optional(),
  note: words('备注').optional(),
});

/** 清单: items with standard, owner and deadline, to be ticked on a device or on paper. */
export const checklistSchema = z.strictObject({
  title: words('题名，必填'),
  campaign: words('专题活动，写 campaigns/ 里的文件名').optional(),
  stage: words('所属阶段，写专题活动里的阶段代号').optional(),
  units: listOfWords('使用单位，写 units/ 里的文件名；不写即参加活动的全部单位').optional(),
  summary: words('说明，一两句话：谁填、怎么用').optional(),
  basis: words('依据，写库中条目，如 texts/examine-notice').optional(),
  columns: listOfWords(
    `列，按次序；${COLUMN_NAMES.join('、')}，或自己起名留作空栏；不写即有内容的列加上完成情况、验收人`,
  ).optional(),
  items: z
    .array(item, { error: '事项应为列表' })
    .min(1, { error: '至少写一项' })
    .superRefine(uniqueIds)
    .describe('事项，必填：每项至少写 text'),
  settled: settledSchema.optional(),
  ...shownnessFields,
});
export type ChecklistFields = z.output<typeof checklistSchema>;

assertSame<ChecklistItem, z.output<typeof item>>();
