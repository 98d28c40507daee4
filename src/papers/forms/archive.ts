import type { Form } from '../form.ts';

/** 照片页 */
export const PHOTOS: Form = {
  id: 'photo-page',
  title: '照片页',
  purpose: '粘贴两张现场照片，写明时间、地点和内容。',
  group: '学习档案',
  sheets: [
    {
      id: 'photos',
      title: '学习活动照片',
      format: 'form',
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'meeting', label: '学习专题', wide: true },
            { name: 'time', label: '时间', wide: true },
            { name: 'place', label: '地点', wide: true },
          ],
        },
        { kind: 'frames', count: 2, height: 70, caption: '照片说明' },
      ],
    },
  ],
};

/** 归档目录, with what a study session leaves behind already named. */
export const ARCHIVE: Form = {
  id: 'archive-list',
  title: '归档目录',
  purpose: '一次学习的材料按次序归档。',
  group: '学习档案',
  sheets: [
    {
      id: 'archive',
      title: '学习档案归档目录',
      format: 'form',
      code: true,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'meeting', label: '学习专题', wide: true },
            { name: 'time', label: '时间', wide: true },
            { name: 'chair', label: '主持人' },
            { name: 'fileNumber', label: '档号' },
          ],
        },
        {
          kind: 'table',
          name: 'archive',
          columns: [
            { head: '序号', width: 7 },
            { head: '材料名称', width: 36 },
            { head: '形成日期', width: 18 },
            { head: '份数', width: 9 },
            { head: '页数', width: 9 },
            { head: '有／无', width: 9 },
            { head: '备注', width: 16 },
          ],
          rows: 13,
          height: 10,
          numbered: true,
        },
        { kind: 'signatures', labels: ['整理人', '接收人', '归档日期'] },
      ],
    },
  ],
};

/** What a study session leaves behind, in the order in which it is filed. */
export const ARCHIVE_ROWS: readonly (readonly string[])[] = [
  '会议通知',
  '签到表',
  '学习记录表及续页',
  '研讨发言提纲',
  '学习材料或篇目目录',
  '现场照片',
  '补学记录',
].map((name) => ['', name]);

/** 学习计划安排表, upright and lying. */
export const SCHEDULE: Form = {
  id: 'schedule',
  title: '学习计划安排表（竖式）',
  purpose: '一张纸上看全部场次。',
  group: '学习档案',
  sheets: [
    {
      id: 'schedule',
      title: '学习计划安排表',
      subtitle: '{unit:12}　{plan:14}',
      format: 'plan',
      code: true,
      blocks: [
        {
          kind: 'table',
          name: 'sessions',
          columns: [
            { head: '序号', width: 6 },
            { head: '时间、地点', width: 28 },
            { head: '专题和篇目', width: 28 },
            { head: '形式', width: 8 },
            { head: '主持人、领学人', width: 14 },
            { head: '完成要求', width: 16 },
          ],
          rows: 10,
          height: 18,
          numbered: true,
        },
        { kind: 'notes', name: 'reasons', items: [] },
        { kind: 'signatures', labels: ['制表人', '审核人'] },
      ],
    },
  ],
};

/** The lying form, with every field. */
export const SCHEDULE_WIDE: Form = {
  id: 'schedule-wide',
  title: '学习计划安排表（横式）',
  purpose: '横向纸，列出主持、领学、发言、地点、学时和责任科室。',
  group: '学习档案',
  sheets: [
    {
      id: 'schedule-wide',
      title: '学习计划安排表',
      subtitle: '{unit:12}　{plan:14}',
      format: 'wide',
      code: true,
      blocks: [
        {
          kind: 'table',
          name: 'sessionsWide',
          columns: [
            { head: '序号', width: 3.5 },
            { head: '起止时间', width: 10 },
            { head: '专题', width: 11 },
            { head: '学习篇目', width: 13.5 },
            { head: '形式', width: 5 },
            { head: '主持人', width: 6 },
            { head: '领学人', width: 6 },
            { head: '发言人', width: 6 },
            { head: '地点', width: 7 },
            { head: '参加人员', width: 7.5 },
            { head: '学时', width: 3.5 },
            { head: '完成要求', width: 10 },
            { head: '责任科室', width: 5 },
            { head: '备注', width: 10 },
          ],
          rows: 7,
          height: 16,
          numbered: true,
        },
        { kind: 'notes', name: 'reasons', items: [] },
        { kind: 'signatures', labels: ['制表人', '审核人'] },
      ],
    },
  ],
};
