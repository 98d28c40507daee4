/** Words that the reader's choices, the place in a text and read-aloud use in the browser. */
export const comfortWords = {
  title: '阅读设置',
  close: '关闭',
  help: '只记在这台设备上，随时可以改回。',
  kept: '本机保存的内容',
  reset: '恢复原样',
  size: '字号',
  sizeStep: (pixels: number) => `${pixels} 像素`,
  sample: '字',
  face: '字体',
  song: '宋体',
  hei: '黑体',
  line: '行距',
  tight: '紧',
  medium: '适中',
  loose: '宽',
  paragraphs: '段落',
  indented: '首行缩进',
  spaced: '段间空行',
  theme: '颜色',
  system: '随系统',
  light: '浅色',
  sepia: '米黄',
  dark: '深色',
  contrast: '高对比',
  readAloud: '朗读',
  stop: '停止朗读',
} as const;

/** Words of the place in a text. */
export const placeWords = {
  label: '阅读进度',
  reading: (paragraph: string, minutes: number) => `读到第 ${paragraph} 段，还有约 ${minutes} 分钟`,
  end: '读完了',
  back: (paragraph: string) => `回到上次读到的地方（第 ${paragraph} 段）`,
  notNow: '不用',
} as const;

/** Words of the page that lists what is kept on the device. */
export const keptWords = {
  nothing: '这台设备上没有保存任何内容。',
  refused: '浏览器没有开放本机存储，所以什么也没有保存。',
  remove: '删除',
  removeWhat: (what: string) => `删除：${what}`,
  removed: (what: string) => `已删除：${what}`,
  removedAll: '已全部删除',
  comfort: '阅读设置',
  comfortWhat: (count: number) => `改过 ${count} 项：字号、颜色等`,
  unit: '本单位',
  ticks: (schedule: string) => `完成勾选：${schedule}`,
  ticksWhat: (count: number) => `勾选 ${count} 项`,
  notice: (what: string) => `会议通知的改动：${what}`,
  noticeWhat: '改过的日期、时间、地点、主持或备注',
  place: (title: string) => `读到的位置：${title}`,
  placeWhat: (paragraph: string, day: string) => `第 ${paragraph} 段，${day}`,
  other: (key: string) => `其他：${key}`,
  otherWhat: (length: number) => `约 ${length} 个字符`,
} as const;
