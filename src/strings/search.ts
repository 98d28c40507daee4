import type { Facet } from '../domain/search/catalogue.ts';

/** Words of the search, on its page and in the browser. */
export const searchWords = {
  label: '检索词',
  placeholder: '词语、原句、文号或人名',
  submit: '检索',
  facets: '缩小范围',
  facet: {
    kind: '类别',
    speaker: '讲话人',
    year: '年份',
    unit: '单位',
    topic: '主题',
    campaign: '活动',
  } satisfies Record<Facet, string>,
  year: (year: string) => `${year}年`,
  unknownYear: '年份不详',
  moreValues: (count: number) => `其余 ${count} 项`,
  clear: '取消全部筛选',
  sort: '排序',
  byRelevance: '按相关程度',
  byDate: '新的在前',
  hints: '用法',
  hintList: [
    '词语之间用空格隔开，查同时含有这些词的材料。',
    '加引号，查连在一起的原话，如“为民 服务”。',
    '词前加减号，去掉含有这个词的材料，如 学习 -考试。',
    '可以粘贴一整句话，标点、繁简不影响查找。',
  ],
  loading: '正在检索…',
  found: (count: number) => (count === 0 ? '没有完全相符的材料' : `完全相符 ${count} 篇`),
  listed: (count: number) => `共 ${count} 篇`,
  nothing: '请减少检索词，或换一种说法。',
  nothingNarrowed: '在所选范围内没有。可以取消筛选再查。',
  results: '检索结果',
  near: '相近结果',
  nearNote: '以下材料与检索词不完全相同。',
  seekNear: '查找相近结果',
  more: (count: number) => `更多结果（还有 ${count} 篇）`,
  unknownDate: '日期：原文未注明',
  paragraphs: (count: number) => `${count} 段相符`,
  titleOnly: '题名相符',
  occurrences: '逐处查看',
  jump: (anchor: string) => `第 ${anchor.replace(/^p/, '')} 段`,
  retry: '重试',
  library: '到资料库按列表查找',
  fault: {
    network: '没能取到检索数据，可能是网络断了。请检查网络后重试，或到资料库按列表查找。',
    missing:
      '检索数据不完整，或网站刚刚更新。请重新载入本页；仍然不行，请告诉网站管理员，并先到资料库按列表查找。',
    browser: '这个浏览器无法检索。请换用较新的浏览器，或到资料库按列表查找。',
  },
  reload: '重新载入',
  noScript:
    '检索要用到脚本（JavaScript），而这个浏览器没有启用。请启用后再试，或到资料库按年份、类别、主题查找。',
  help: '输入提示',
  helpCount: (count: number) => (count === 0 ? '没有提示' : `${count} 条提示，用上下方向键选择`),
  helpKind: {
    formula: '名词解释',
    title: '材料',
    number: '文号',
    speaker: '讲话人',
    topic: '主题',
  },
} as const;

/** Kinds of help while typing. */
export type HelpKind = keyof typeof searchWords.helpKind;
