/** Words of the events in calendar files, and of the record of what was published. */
export const eventWords = {
  cancelled: (title: string) => `已取消：${title}`,
  gone: '原有安排',
  due: (title: string) => `报送截止：${title}`,
  makeUp: '补学',
  withinWeek: (title: string) => `本周内完成：${title}`,
  by: (title: string) => `完成截止：${title}`,
  form: '形式',
  said: '时间',
  chair: '主持',
  speakers: '发言',
  attendees: '参加人员',
  lead: '领学',
  observers: '列席',
  readings: '学习篇目',
  requirement: '要求',
  reason: '说明',
  awaiting: (what: string) => `放假安排${what}。`,
  recordHead:
    '# 日历发布记录：本单位已发布过的日历事项及其版次，由 npm run publish:record 更新，请随网站一同保存，不要手工改动。\n',
} as const;
