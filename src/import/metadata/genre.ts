import type { LibraryKind } from '../../schemas/collections.ts';

/** The kinds of paper (文种) that a clerk tells apart, by their usual names, each with how titles of the kind end. */
const ENDINGS = {
  讲话: '辅导报告|宣讲报告|辅导讲座|讲座|讲话|讲话要点|讲话提纲|讲话材料|讲话纪要|发言要点|发言提纲|发言材料|发言稿|讲话稿|宣讲提纲|授课提纲|党课提纲|发言|致辞|致词|献词|祝词|贺词|开幕词|闭幕词|答谢词|欢迎词|悼词|讲稿|宣讲|宣讲稿|演讲|演讲稿|党课|主持词|主持稿|寄语|动员词|谈话|访谈录|开幕辞|闭幕辞|祝辞|贺辞',
  纪要: '纪要|记录|会议记录|会议记要|座谈记录|学习记录',
  心得体会: '心得体会|心得|体会|感悟|有感|读后感|观后感|感想|启示|随想|随感|学习笔记|读书笔记',
  经验材料:
    '经验交流材料|交流材料|经验材料|典型材料|先进事迹|事迹材料|经验做法|典型经验|工作经验|典型案例|先进经验',
  对照检查: '对照检查|对照检查材料|剖析材料|检视材料|自我剖析|自查材料|检查材料|检讨书|整改清单',
  通知: '通知|通知书|告知书|预通知|补充通知',
  请示: '请示',
  批复: '批复',
  函: '函|复函|答复|回复',
  通报: '通报',
  公告: '公告|通告|布告|公示|公报|启事|声明',
  决定: '决定|决定书|决议|命令|裁定书|判决书',
  令: '令',
  意见: '意见|指导意见|实施意见',
  报告: '报告|总结|汇报|汇报提纲|汇报材料|情况说明|说明|小结|综述|述职|述评|报告书|调查|自评|白皮书|情况',
  方案: '方案|计划|规划|要点|安排|预案|安排表|计划表|日程|议程|路线图|时间表|设想|打算|纲要|任务书|部署',
  规章: '办法|规定|条例|细则|规则|规程|制度|须知|守则|职责|章程|准则|规范|公约|流程|指南|标准|解释|法|承诺制|工作法|指引|手册|机制|工作规则',
  简报: '简报|快报|动态|专报|信息|内参|大事记|大事年表|日志|日记|年表',
  书信: '公开信|一封信|慰问信|感谢信|表扬信|倡议书|倡议|贺信|贺电|唁电|承诺书|责任书|邀请书|志愿书|申请书|建议书|保证书|协议书|合同',
  表册: '表|清单|名单|目录|台账|一览|花名册|汇编|样式|样表|登记册|题库|试题|问答|考题',
} as const;

/** A kind of paper; 报道 is a press report, 其他 anything that its title does not tell. */
export type Genre = keyof typeof ENDINGS | '报道' | '其他';

/** How a draft or an extract is called; it says nothing of the kind. */
const TAIL =
  /(?:[（(〔［[][^（）()〔〕]{1,20}[）)〕］\]])+$|(?<=讲话|发言|党课|致辞|授课|交流|宣讲|主持|讲)(?:稿|提纲|摘要|摘编|节选|全文|实录|要点|材料|辞|词)+$|(?<=通知|方案|意见|报告|计划|总结|办法)(?:稿|草案|初稿|摘要|全文|文本|提纲|样本|模板|范文)+$|[一二三四五六七八九十\d]+$|[！!？?”"』」]+$/u;
const ALL_ENDINGS = (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[])
  .flatMap((genre) => ENDINGS[genre].split('|').map((words) => ({ genre, words })))
  .sort((a, b) => b.words.length - a.words.length);
/** Words that end as a kind of paper and name none. */
const NO_ENDING =
  /(?:代表|发表|外表|一表|方法|做法|看法|想法|说法|书法|执法|司法|守法|普法|违法|无法|依法|合法|用法|立法|宪法精神|夏令|司令|指令|口令|县令|时令|打算盘)$/u;
/** 2023年工作总结和2024年工作打算 */
const SUMMARY_AND_MORE = /总结[和暨及、与].*(?:打算|计划|安排|要点|思路|谋划)$/u;
const SPEECH_MADE =
  /^(?:.{0,30}在)?.{2,60}(?:会议?|大会|仪式|论坛|活动|班|典礼|座谈会|时|上)的?(?:讲话|发言|致辞)/u;

/** The kind of paper that a title names, with its words; `undefined` where it names none. */
export function genreOf(title: string): { genre: Genre; words: string } | undefined {
  if (SUMMARY_AND_MORE.test(title)) return { genre: '报告', words: '总结' };
  for (
    let words = title.trim(), before = '';
    words !== before && words !== '';
    words = words.replace(TAIL, '')
  ) {
    const found = endingOf(words);
    if (found) return found;
    before = words;
  }
  const made = SPEECH_MADE.exec(title);
  return made ? { genre: '讲话', words: made[0].slice(-2) } : undefined;
}

/** The longest ending that words have. */
function endingOf(title: string): { genre: Genre; words: string } | undefined {
  const found = ALL_ENDINGS.find(({ words }) => title.endsWith(words));
  return found?.words.length === 1 && NO_ENDING.test(title) ? undefined : found;
}

/** In which part of the library a paper of a kind stands. */
export function kindOfGenre(genre: Genre): LibraryKind {
  if (genre === '讲话') return 'speeches';
  return genre === '报道' ? 'articles' : 'texts';
}
