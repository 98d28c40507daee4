import { z } from 'zod';
import type { ChosenName } from '../domain/library.ts';
import { assertSame } from './assert-same.ts';
import { words } from './entry.ts';

const named = (what: string) =>
  z.strictObject({
    name: words(`${what}，必填：与条目里写的一致`),
    title: words('页面上显示的名称，不写即用 name').optional(),
    order: z.number({ error: '排序应为数字' }).describe('排序，小的在前').optional(),
  });

/** 主题: a chosen ASCII id (the file name), title and order for a Chinese name. */
export const topicSchema = named('主题名称');

/** 讲话人: a chosen ASCII id (the file name), title and order for a name or, where there is none, a role. */
export const speakerSchema = named('讲话人姓名或职务');

assertSame<Omit<ChosenName, 'id'>, z.output<typeof topicSchema>>();
