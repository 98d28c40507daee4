import { z } from 'zod';
import type { FormatFields } from '../domain/essays/format.ts';
import { assertSame } from './assert-same.ts';
import { listOfWords, words } from './entry.ts';

/** The format of a paper in the words of a notice; what it does not say is as GB/T 9704-2012 has it. */
export const formatSchema = z.strictObject({
  paper: words('纸张').optional(),
  margins: words('页边距，如 上37 下35 左28 右26（毫米）').optional(),
  titleFont: words('题目字体，如 方正小标宋简体').optional(),
  titleSize: words('题目字号，如 二号').optional(),
  bodyFont: words('正文字体，如 仿宋_GB2312').optional(),
  bodySize: words('正文字号，如 三号').optional(),
  lineSpacing: z.number({ error: '行距应为磅数' }).min(10).max(60).describe('行距，磅').optional(),
  headings: listOfWords('各级标题的字体，从一级起').optional(),
  latinFont: words('数字和西文的字体，如 Times New Roman').optional(),
  note: words('其他格式要求').optional(),
});

assertSame<FormatFields, z.output<typeof formatSchema>>();
