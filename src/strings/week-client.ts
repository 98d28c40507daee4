/** Words of the home page's script. */
export const weekWords = {
  none: '还没有学习安排。',
  noneThisWeek: '这一周没有安排。接下来：',
  over: '安排的学习都已结束。',
  nextUndated: '接下来的时间待定，以通知为准。',
  all: '各周安排',
  onlyThis: '只看这一周',
  chosen: (unit: string) => `${unit}`,
  allUnits: '全部单位',
  failed: '本单位的安排读取失败，先列出全部单位的；联网后重试。',
} as const;
