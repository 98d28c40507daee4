import { z } from 'zod';
import type { OfficeTable } from '../domain/calendar/office-table.ts';
import { assertSame } from './assert-same.ts';
import { daySchema } from './day.ts';
import { words } from './entry.ts';

const holiday = z
  .strictObject({
    name: words('节日名称，如 春节；合并放假的写在一起，如 国庆节、中秋节'),
    from: daySchema.describe('放假第一天'),
    until: daySchema.describe('放假最后一天；只放一天的与第一天相同'),
  })
  .refine(({ from, until }) => from <= until, { error: '放假最后一天早于第一天', path: ['until'] });

/**
 * 放假安排: an office's addition to, or correction of, the tables that ship with the project (`calendar/<year>.yaml`).
 * Days named here win over the shipped table, every other day stays.
 */
export const calendarSchema = z
  .strictObject({
    year: z
      .int({ error: '应为年份，写成 2027' })
      .min(2000, { error: '应为年份，写成 2027' })
      .max(2100, { error: '应为年份，写成 2027' })
      .describe('年份，必填：安排的是哪一年'),
    notice: words('依据，必填：国务院办公厅通知的文号，如 国办发明电〔2025〕7号；没有文号写通知日期'),
    holidays: z
      .array(holiday, { error: '放假应为列表，写成 [{ name: 元旦, from: 2027-01-01, until: 2027-01-03 }]' })
      .describe('放假：每个节日一行，含前一年十二月末的日子；更正已有年份时只写要改的')
      .default([]),
    workdays: z
      .array(daySchema, { error: '调休上班应为日期列表，写成 [2027-01-09]' })
      .describe('调休上班的周六、周日')
      .default([]),
  })
  .superRefine(({ year, holidays, workdays }, context) => {
    const outside = (day: string) => !day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`);
    const say = (path: PropertyKey[]) => {
      context.addIssue({ code: 'custom', path, message: `不在${year}年，也不在前一年十二月` });
    };
    holidays.forEach(({ from, until }, index) => {
      if (outside(from)) say(['holidays', index, 'from']);
      if (outside(until)) say(['holidays', index, 'until']);
    });
    workdays.forEach((day, index) => {
      if (outside(day)) say(['workdays', index]);
      if (holidays.some(({ from, until }) => from <= day && day <= until)) {
        context.addIssue({ code: 'custom', path: ['workdays', index], message: '这一天同时写成了放假' });
      }
    });
  });
export type CalendarFields = z.output<typeof calendarSchema>;

assertSame<OfficeTable, CalendarFields>();
