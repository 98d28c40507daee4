import type { Column, Form, FormSheet } from '../form.ts';

/** 会议通知: its text comes from the session, or from blanks to fill in. */
export const NOTICE: Form = {
  id: 'meeting-notice',
  title: '会议通知',
  purpose: '通知开会的时间、地点、人员和要求。',
  group: '学习会议',
  sheets: [
    {
      id: 'notice',
      title: '关于召开{meeting:12}的通知',
      format: 'official',
      code: true,
      blocks: [
        {
          kind: 'text',
          name: 'notice',
          paragraphs: [
            { text: '{addressee:10}：', flush: true },
            { text: '现就召开{meeting:12}有关事项通知如下：' },
            { lead: '一、时间：', text: '{time:18}' },
            { lead: '二、地点：', text: '{place:18}' },
            { lead: '三、参加人员：', text: '{attendees:16}' },
            { lead: '四、内容：', text: '{content:18}' },
            { text: '{contentMore:24}' },
            { lead: '五、要求：', text: '{requirement:18}' },
            { text: '因故不能参加的，请于会前向{office:8}请假。' },
          ],
        },
        { kind: 'signed', signer: 'unit', day: 'issued' },
      ],
    },
  ],
};

/** Who came, to be filled in by hand after the meeting; how many were to come, where that is known. */
export function countsLine(expected?: number): string {
  const due = expected === undefined ? '　　　' : ` ${expected} `;
  return `应到${due}人，实到　　　人，请假　　　人，缺席　　　人，补学　　　人`;
}

const NAMES: readonly Column[] = [
  { head: '序号', width: 10 },
  { head: '姓名', width: 19 },
  { head: '部门、职务', width: 26 },
  { head: '签名', width: 29 },
  { head: '备注', width: 16 },
];

/** Rows of each half of a sign-in page. */
const ROSTER_ROWS = 15;

const SIGN_IN_SHEET: FormSheet = {
  id: 'sign-in',
  title: '签到表',
  format: 'form',
  blocks: [
    {
      kind: 'fields',
      fields: [
        { name: 'meeting', label: '会议名称', wide: true },
        { name: 'time', label: '时间', wide: true },
        { name: 'place', label: '地点' },
        { name: 'chair', label: '主持人' },
      ],
    },
    { kind: 'roster', columns: NAMES, rows: ROSTER_ROWS, height: 8.2 },
    {
      kind: 'fields',
      fields: [
        { name: 'counts', label: '人数', wide: true, blank: countsLine() },
        { name: 'absences', label: '请假缺席原因', wide: true, lines: 2 },
        { name: 'observers', label: '列席', lines: 2 },
        { name: 'makeUp', label: '补学时间', lines: 2 },
      ],
    },
  ],
};

/** 签到表: never with a code, since it is passed round and photographed. */
export const SIGN_IN: Form = {
  id: 'sign-in',
  title: '签到表',
  purpose: '参会人员签到；名单可以粘贴，只留在本机。',
  group: '学习会议',
  sheets: [SIGN_IN_SHEET],
};

/** 学习记录表 with its 续页. */
export const RECORD: Form = {
  id: 'study-record',
  title: '学习记录表',
  purpose: '记录学习内容、发言要点和小结，附续页。',
  group: '学习会议',
  sheets: [
    {
      id: 'record',
      title: '学习记录表',
      format: 'form',
      code: true,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'meeting', label: '学习专题', wide: true },
            { name: 'time', label: '时间', wide: true },
            { name: 'place', label: '地点', wide: true },
            { name: 'chair', label: '主持人' },
            { name: 'recorder', label: '记录人' },
            { name: 'form', label: '学习方式', wide: true },
            { name: 'counts', label: '人数', wide: true, blank: countsLine() },
            { name: 'observers', label: '列席', wide: true },
            { name: 'absences', label: '请假、缺席及原因', wide: true },
            { name: 'makeUp', label: '补学', wide: true },
            { name: 'content', label: '学习内容', wide: true, lines: 2 },
          ],
        },
        { kind: 'area', name: 'points', label: '发言要点（逐人记录）', lines: 7 },
        { kind: 'area', name: 'summary', label: '主持人小结', lines: 2 },
        { kind: 'signatures', labels: ['主持人签字', '记录人签字'] },
      ],
    },
    {
      id: 'record-continued',
      title: '学习记录表（续页）',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'meeting', label: '学习专题', wide: true },
            { name: 'time', label: '时间', wide: true },
            { name: 'place', label: '地点' },
            { name: 'sheetNumber', label: '页次', blank: '第　　页，共　　页' },
          ],
        },
        { kind: 'area', name: 'pointsContinued', label: '发言要点（续）', lines: 17 },
        { kind: 'signatures', labels: ['主持人签字', '记录人签字'] },
      ],
    },
  ],
};

/** 研讨发言提纲 */
export const SPEECH_OUTLINE: Form = {
  id: 'speech-outline',
  title: '研讨发言提纲',
  purpose: '会前列出体会、差距、思路和建议。',
  group: '学习会议',
  sheets: [
    {
      id: 'outline',
      title: '研讨发言提纲',
      format: 'form',
      code: true,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'meeting', label: '研讨专题', wide: true },
            { name: 'topic', label: '发言题目', wide: true },
            { name: 'speaker', label: '发言人' },
            { name: 'post', label: '职务' },
            { name: 'time', label: '时间', wide: true },
          ],
        },
        { kind: 'area', name: 'gains', label: '一、学习体会', lines: 4 },
        { kind: 'area', name: 'gaps', label: '二、问题差距', lines: 4 },
        { kind: 'area', name: 'measures', label: '三、思路措施', lines: 4 },
        { kind: 'area', name: 'advice', label: '四、意见建议', lines: 3 },
      ],
    },
  ],
};
