import type { Form } from '../form.ts';

/** 报送通知 with the cover sheet of what is handed in and the 单位汇总表. */
export const SUBMISSION: Form = {
  id: 'submission-notice',
  title: '报送通知（附封面、单位汇总表）',
  purpose: '布置材料报送；所附封面和汇总表由报送单位填写。',
  group: '材料报送',
  sheets: [
    {
      id: 'submission-notice',
      title: '关于报送{matter:10}的通知',
      format: 'official',
      code: true,
      blocks: [
        {
          kind: 'text',
          name: 'submission',
          paragraphs: [
            { text: '{addressee:10}：', flush: true },
            { text: '根据{plan:14}安排，请做好{matter:10}报送工作。现将有关事项通知如下：' },
            { lead: '一、内容和数量：', text: '{matter:8}，每单位{quota:3}份。' },
            {
              lead: '二、格式和篇幅：',
              text: '不超过{length:4}字。A4纸，题目2号小标宋，正文3号仿宋，一级标题3号黑体，二级标题3号楷体。',
            },
            {
              lead: '三、时间和方式：',
              text: '请于{deadline:9}前，将纸质件{copies:2}份（经主要负责人审签并加盖公章）送{place:8}，电子版通过{route:6}报送，文件名和邮件主题均为“单位+材料名称”。',
            },
            {
              lead: '四、有关要求：',
              text: '报送材料由作者本人撰写，不得涉密，不得含有不宜公开的个人信息。',
            },
            { text: '联系科室：{office:8}，电话：{phone:8}。' },
            { text: '附件：1.报送材料封面', apart: true },
            { text: '　　　2.单位汇总表' },
          ],
        },
        { kind: 'signed', signer: 'unit', day: 'issued' },
      ],
    },
    {
      id: 'submission-cover',
      title: '{matter:10}',
      subtitle: '报送材料封面',
      format: 'cover',
      blocks: [
        {
          kind: 'cover',
          fields: [
            { name: 'campaign', label: '专题活动' },
            { name: 'unit', label: '报送单位（盖章）' },
            { name: 'topic', label: '题目' },
            { name: 'speaker', label: '作者' },
            { name: 'post', label: '职务' },
            { name: 'phone', label: '联系电话' },
            { name: 'reviewer', label: '审签人' },
            { name: 'submitted', label: '报送日期' },
          ],
          foot: ['本材料由本人撰写，引用已注明出处，不涉及国家秘密和工作秘密。'],
        },
      ],
    },
    {
      id: 'submission-summary',
      title: '单位汇总表',
      subtitle: '{matter:10}',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'unit', label: '单位（盖章）' },
            { name: 'deadline', label: '报送截止' },
            { name: 'contact', label: '联系人' },
            { name: 'phone', label: '电话' },
          ],
        },
        {
          kind: 'table',
          name: 'summary',
          columns: [
            { head: '序号', width: 7 },
            { head: '题目', width: 36 },
            { head: '作者', width: 13 },
            { head: '职务', width: 16 },
            { head: '字数', width: 9 },
            { head: '份数', width: 8 },
            { head: '备注', width: 13 },
          ],
          rows: 14,
          height: 10,
          numbered: true,
          total: ['合计', '', '', '', '', '', ''],
        },
        { kind: 'signatures', labels: ['填表人', '审核人', '主要负责人'] },
      ],
    },
  ],
};

/** 应报送材料一览表: what a unit has to hand in, and by when. */
export const CALLS: Form = {
  id: 'calls',
  title: '应报送材料一览表',
  purpose: '一张表看清要交什么、何时交、交给谁。',
  group: '材料报送',
  sheets: [
    {
      id: 'calls',
      title: '应报送材料一览表',
      subtitle: '{unit:12}',
      format: 'plan',
      code: true,
      blocks: [
        {
          kind: 'table',
          name: 'calls',
          columns: [
            { head: '序号', width: 7 },
            { head: '材料', width: 26 },
            { head: '由谁报送', width: 16 },
            { head: '截止时间', width: 23 },
            { head: '报至', width: 17 },
            { head: '报出日期', width: 11 },
          ],
          rows: 14,
          height: 12,
          numbered: true,
        },
        { kind: 'notes', items: ['截止日逢休息日的，按括号内的日子提前报送。'] },
      ],
    },
  ],
};
