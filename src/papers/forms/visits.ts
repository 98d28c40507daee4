import type { Form } from '../form.ts';

/** The five rules on the back of a visit record, where the office gives none of its own. */
export const VISIT_RULES: readonly string[] = [
  '不准提前打招呼、要求层层陪同',
  '不准接受宴请、礼品和土特产',
  '不准要求基层准备汇报材料、布置展板',
  '不准干预被访单位的正常工作和经营',
  '不准当场随意表态、许诺办不到的事',
];

/** 走访调研记录表, with the rules on its back. */
export const VISIT: Form = {
  id: 'visit-record',
  title: '走访调研记录表（背面五不准）',
  purpose: '记录走访情况、诉求和后续责任；双面打印。',
  group: '调研整改',
  sheets: [
    {
      id: 'visit',
      title: '走访调研记录表',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'time', label: '时间' },
            { name: 'place', label: '地点' },
            { name: 'visited', label: '走访对象' },
            { name: 'recorder', label: '记录人' },
            { name: 'visitors', label: '走访人员', wide: true, blank: '（不超过5人）' },
            { name: 'matter', label: '调研课题', wide: true },
            { name: 'situation', label: '基本情况', wide: true, lines: 3 },
            { name: 'problems', label: '反映的问题', wide: true, lines: 4 },
            { name: 'wishes', label: '诉求和建议', wide: true, lines: 4 },
            { name: 'onTheSpot', label: '现场措施', wide: true, lines: 3 },
            { name: 'next', label: '后续计划', wide: true, lines: 2 },
            { name: 'responsible', label: '责任人' },
            { name: 'deadline', label: '办结时限' },
            { name: 'feedback', label: '反馈情况', wide: true, lines: 2 },
          ],
        },
        { kind: 'signatures', labels: ['走访负责人', '被访单位（人）'] },
      ],
    },
    {
      id: 'visit-back',
      title: '走访“五不准”',
      format: 'form',
      blocks: [
        { kind: 'notes', items: VISIT_RULES, name: 'visitRules', numbered: true, large: true },
        {
          kind: 'notes',
          title: '走访提醒',
          items: [
            '每组不超过5人，轻车简从，说明来意后再提问。',
            '原话照录；当场能办的当场办，办不了的写明由谁、何时答复。',
            '回来后两天内整理记录，问题填入问题分流表。',
          ],
        },
      ],
    },
  ],
};

/** 征求意见表 */
export const ASKING: Form = {
  id: 'opinion-form',
  title: '征求意见表',
  purpose: '请服务对象、基层和职工提意见，可以不署名。',
  group: '调研整改',
  sheets: [
    {
      id: 'asking',
      title: '征求意见表',
      subtitle: '{unit:12}',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'matter', label: '征求意见事项', wide: true },
            { name: 'who', label: '您的身份', wide: true },
          ],
        },
        { kind: 'area', name: 'service', label: '一、服务态度方面', lines: 4 },
        { kind: 'area', name: 'efficiency', label: '二、办事效率方面', lines: 4 },
        { kind: 'area', name: 'methods', label: '三、工作方法、遵守规矩方面', lines: 4 },
        { kind: 'area', name: 'otherAdvice', label: '四、其他意见和建议', lines: 3 },
        {
          kind: 'fields',
          fields: [
            { name: 'contact', label: '联系方式（可不填）' },
            { name: 'filledOn', label: '填写日期' },
          ],
        },
        { kind: 'notes', items: ['意见只用于改进工作，不向被提意见的人透露来源。'] },
      ],
    },
  ],
};

/** 改革创新措施公示表 */
export const REFORM: Form = {
  id: 'reform-notice',
  title: '改革创新措施公示表',
  purpose: '公示措施，收集意见，写明修改情况。',
  group: '调研整改',
  sheets: [
    {
      id: 'reform',
      title: '改革创新措施公示表',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'unit', label: '单位（盖章）', wide: true },
            { name: 'measureOne', label: '措施一', wide: true, lines: 4 },
            { name: 'responsibleOne', label: '责任人' },
            { name: 'deadlineOne', label: '完成时限' },
            { name: 'measureTwo', label: '措施二', wide: true, lines: 4 },
            { name: 'responsibleTwo', label: '责任人' },
            { name: 'deadlineTwo', label: '完成时限' },
            { name: 'noticeFrom', label: '公示起' },
            { name: 'noticeUntil', label: '公示止' },
            { name: 'office', label: '受理科室' },
            { name: 'phone', label: '电话' },
            { name: 'route', label: '反馈方式', wide: true },
            { name: 'opinions', label: '收到的意见', wide: true, lines: 3 },
            { name: 'changes', label: '修改情况', wide: true, lines: 3 },
            { name: 'outcome', label: '公示结果', wide: true },
            { name: 'submitted', label: '报送日期', wide: true },
          ],
        },
        { kind: 'signatures', labels: ['填表人', '主要负责人'] },
        { kind: 'notes', items: ['公示期从公示当日起算。'] },
      ],
    },
  ],
};
