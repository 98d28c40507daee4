import type { Form } from '../form.ts';

/** 年度学习情况汇总表: what a unit or a part of it held in a year, who came, who spoke. Filled by hand or in Excel, which works the sums out. */
export const ATTENDANCE: Form = {
  id: 'attendance-summary',
  title: '年度学习情况汇总表',
  purpose: '一年的次数、学时、参会率和发言，一场一行；在 Excel 里填，合计和参会率自动算出。',
  group: '学习档案',
  sheets: [
    {
      id: 'attendance',
      title: '年度学习情况汇总表',
      format: 'wide',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'unit', label: '单位' },
            { name: 'year', label: '年度' },
          ],
        },
        {
          kind: 'table',
          name: 'attendance',
          columns: [
            { head: '序号', width: 4 },
            { head: '时间', width: 17 },
            { head: '专题', width: 20, total: 'count' },
            { head: '形式', width: 8 },
            { head: '学时', width: 5, total: 'sum' },
            { head: '应到', width: 5, total: 'sum' },
            { head: '实到', width: 5, total: 'sum' },
            { head: '请假', width: 6, total: 'sum' },
            { head: '缺席', width: 6, total: 'sum' },
            { head: '补学', width: 6, total: 'sum' },
            { head: '参会率', width: 7, share: ['实到', '应到'] },
            { head: '发言人次', width: 6, total: 'sum' },
            { head: '备注', width: 5 },
          ],
          rows: 12,
          height: 7.6,
          numbered: true,
          total: ['', '合计', '', '', '', '', '', '', '', '', '', '', ''],
        },
        {
          kind: 'notes',
          items: [
            '实到、请假、缺席照签到表填，补学的另计；参会率＝实到÷应到，只算已经填了实到的场次。',
            '本表由本单位填写和保存，网站不收集。',
          ],
        },
        { kind: 'signatures', labels: ['填表人', '审核人'] },
      ],
    },
  ],
};
