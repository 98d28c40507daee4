import type { Form } from '../form.ts';

/** 检查清单 */
export const CHECKLIST: Form = {
  id: 'checklist',
  title: '检查清单',
  purpose: '逐项对照标准检查，写明完成情况和验收人。',
  group: '清单台账',
  sheets: [
    {
      id: 'checklist',
      title: '检查清单',
      subtitle: '{matter:12}',
      format: 'form',
      code: true,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'unit', label: '单位' },
            { name: 'stage', label: '阶段' },
          ],
        },
        {
          kind: 'table',
          name: 'checklist',
          columns: [
            { head: '序号', width: 6 },
            { head: '检查内容', width: 23 },
            { head: '标准', width: 19 },
            { head: '责任人', width: 10 },
            { head: '完成时间', width: 16 },
            { head: '完成情况', width: 16, blank: '□是　□否' },
            { head: '验收人', width: 9 },
            { head: '备注', width: 9 },
          ],
          rows: 11,
          height: 15,
          numbered: true,
        },
        { kind: 'signatures', labels: ['检查人', '负责人', '日期'] },
      ],
    },
  ],
};

/** 问题清单/整改台账 */
export const ISSUES: Form = {
  id: 'issue-ledger',
  title: '问题清单、整改台账',
  purpose: '一个问题一行，整改一条、核对一条、销号一条。',
  group: '清单台账',
  sheets: [
    {
      id: 'issues',
      title: '问题清单和整改台账',
      subtitle: '单位（盖章）：{unit:12}　　填表日期：{filledOn:8}',
      format: 'wide',
      blocks: [
        {
          kind: 'table',
          name: 'issues',
          columns: [
            { head: '序号', width: 4 },
            { head: '问题表现', width: 12 },
            { head: '来源', width: 6 },
            { head: '原因', width: 10 },
            { head: '整改目标', width: 9 },
            { head: '整改措施', width: 13 },
            { head: '责任领导', width: 6 },
            { head: '责任部门（人）', width: 9 },
            { head: '整改时限', width: 7 },
            { head: '进展', width: 8 },
            { head: '完成情况', width: 8 },
            { head: '验收人', width: 6 },
            { head: '销号日期', width: 7 },
            { head: '佐证', width: 7 },
          ],
          rows: 7,
          height: 15,
          numbered: true,
        },
        { kind: 'signatures', labels: ['填表人', '审核人', '主要负责人'] },
      ],
    },
  ],
};

/** 意见建议办理台账: its totals must come out even. */
export const OPINIONS: Form = {
  id: 'opinion-ledger',
  title: '意见建议办理台账',
  purpose: '从签收到答复逐件登记，合计栏须平。',
  group: '清单台账',
  sheets: [
    {
      id: 'opinions',
      title: '意见建议办理台账',
      subtitle: '单位：{unit:12}　　期次：{issue:6}',
      format: 'wide',
      blocks: [
        {
          kind: 'table',
          name: 'opinions',
          columns: [
            { head: '编号', width: 5 },
            { head: '来件渠道', width: 6 },
            { head: '收到日期', width: 6 },
            { head: '签收人', width: 5 },
            { head: '内容摘要', width: 16 },
            { head: '分类', width: 5 },
            { head: '签批人、日期', width: 8 },
            { head: '承办单位', width: 7 },
            { head: '办理时限', width: 7 },
            { head: '首次回复日', width: 7 },
            { head: '办理结果', width: 11 },
            { head: '办结日', width: 6 },
            { head: '类别', width: 5 },
            { head: '满意度', width: 6 },
            { head: '备注', width: 6 },
          ],
          rows: 6,
          height: 15.5,
          numbered: true,
        },
        {
          kind: 'fields',
          fields: [
            {
              name: 'totals',
              label: '合计',
              wide: true,
              blank: '收到　　　件＝办结　　　件＋在办　　　件＋退回或并件　　　件；其中超期　　　件',
            },
          ],
        },
        {
          kind: 'notes',
          items: [
            '收到＝办结＋在办＋退回或并件；超期的另行注明，不单列一类。当日签批，五个工作日内办结或者回复。',
            '类别：A 已解决，B 正在解决，C 列入计划，D 留作参考并说明。延期须经批准，写入备注。',
          ],
        },
      ],
    },
  ],
};

/** 问题分流表 */
export const ROUTING: Form = {
  id: 'issue-routing',
  title: '问题分流表',
  purpose: '收集的问题分给谁办、何时办结。',
  group: '清单台账',
  sheets: [
    {
      id: 'routing',
      title: '问题分流表',
      subtitle: '单位：{unit:12}　　汇总日期：{filledOn:8}',
      format: 'wide',
      blocks: [
        {
          kind: 'table',
          name: 'routing',
          columns: [
            { head: '序号', width: 5 },
            { head: '问题', width: 22 },
            { head: '来源', width: 9 },
            {
              head: '分流去向',
              width: 20,
              blank: '□当场解决　□本单位办\n□几家合办　□报上级',
            },
            { head: '承办单位', width: 11 },
            { head: '配合单位', width: 10 },
            { head: '办结时限', width: 9 },
            { head: '签收人、日期', width: 11 },
            { head: '反馈情况', width: 14 },
          ],
          rows: 7,
          height: 16,
          numbered: true,
        },
        { kind: 'signatures', labels: ['汇总人', '审批人', '日期'] },
      ],
    },
  ],
};
