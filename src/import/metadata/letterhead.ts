import { officesIn } from './offices.ts';

/** Secrecy, urgency and copy number (GB/T 9704, 7.2.1 to 7.2.3), and what answers to proposals and drafts say of themselves. */
const ABOUT_THE_PAPER = [
  /^(?:No\.?\s*)?\d{4,8}$/iu,
  /^(?:绝\s*密|机\s*密|秘\s*密|内部(?:资料|文件|材料|刊物|事项|使用)?)(?:\s*[★☆*].{0,12}|[\s，,]*(?:注意|妥善)保(?:存|管))?$/u,
  /^(?:特\s*急|特\s*提|加\s*急|平\s*急|急\s*件|紧\s*急)(?:\s*[·・•].{0,10})?$/u,
  /^(?:[A-C]类|类\s*别\s*[:：].{1,10}|公开(?:方式|属性|类别|程度)\s*[:：].{1,12}|是否公开\s*[:：].{1,10}|主动公开|依申请公开|不予公开)$/u,
  /^[（(]?(?:此件.{2,12}|主动公开|不公开)[）)]?$/u,
  /^(?:签\s*发\s*人|会\s*签\s*人)\s*[:：].{0,30}$/u,
  /^(?:[（(〔]?(?:总?第|(?:19|20)\d{2}\s*年?\s*第)\s*[\d一二三四五六七八九十百〇零]{1,6}\s*期[）)〕]?\s*)+(?:[（(].{1,14}[）)])?$/u,
  /^[〔[（(](?:19|20)\d{2}[〕\]）)]\s*第?\s*\d{1,4}\s*期$/u,
  /^附\s*(?:件|表|录|图)?\s*(?:[\d一二三四五六七八九十]{0,3}(?:\s*[-—]\s*\d{1,2})?)\s*[:：]?$/u,
  /^[（(]?(?:正文|讨论|送审|征求意见|内部讨论)稿?[）)]?$/u,
  /^(?:会议|汇报|参阅|学习|培训|交流|大会)?(?:材料|文件|资料)\s*之?\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?$/u,
  /^[^。，：；]{2,24}(?:会议?|班|论坛)(?:交流|典型|汇报|发言|参阅|书面){0,2}(?:材料|文件|资料)\s*(?:之\s*[一二三四五六七八九十\d]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)])$/u,
  /^(?:目\s*录|前\s*言|序\s*言|摘\s*要|引\s*言|正\s*文|封\s*面|编者按|按\s*语|卷首语)$/u,
  /^[（(](?:根据录音整理|根据记录整理|未经本人审阅|摘自.{1,20})[^（）()]{0,20}[）)]$/u,
];
const LABELLED =
  /^(?:时\s*间|日\s*期|地\s*点|主\s*持|主\s*题|议\s*题|内\s*容|参\s*加|参\s*会|出\s*席|列\s*席|缺\s*席|请\s*假|记\s*录|会\s*议|人\s*员|编\s*号|类\s*别|联系|主讲|单\s*位|姓\s*名|部\s*门|科\s*室|职\s*务|签\s*发|来\s*源|作\s*者|发\s*布|浏\s*览|抄\s*送|主\s*送)\p{Script=Han}{0,6}\s*[:：]/u;
const MASTHEAD =
  /(?<kind>文件|公告|通告|公报|令|简报|快报|专报|信息|动态|内参|会议纪要|纪要|公函|便函|函|通报|明电|发电)$/u;
const BULLETIN = /(?:简报|快报|专报|内参|工作动态|工作信息|信息专报)$/u;
const ATTACHMENT =
  /^附\s*(?:件|表)\s*[\d一二三四五六七八九十]{0,3}(?:\s*[:：]\s*|\s+)(?<title>\p{Script=Han}.{3,})$/u;
const LONGEST = 40;

/** Whether a line is one of the marks that a paper has about itself, such as 特急, 附件2, 第7期, （此件公开发布）. */
export function isAboutThePaper(words: string): boolean {
  return words.length <= LONGEST && ABOUT_THE_PAPER.some((pattern) => pattern.test(words));
}

/** Whether a line gives a fact under a label (时间：…), as minutes do. */
export function isLabelled(words: string): boolean {
  return LABELLED.test(words);
}

/** The bodies of a line that is the issuer's mark (发文机关标志): their names alone, or followed by 文件; none for any other line. */
export function letterheadOf(words: string): string[] {
  if (/^文\s*件$/u.test(words)) return [];
  const names = words
    .replace(/[\s（(]*文\s*件[）)]?$/u, '')
    .replace(/等[一二三四五六七八九十\d]{1,3}(?:个)?(?:部门|单位|家)?$/u, '');
  return officesIn(names);
}

/** Whether a line is the name of a series: a body's 公告, 令 or 会议纪要, a bulletin. */
export function isMasthead(words: string): boolean {
  if (words.length > LONGEST) return false;
  const compact = words.replace(/\s+/gu, '');
  if (
    BULLETIN.test(compact) ||
    /^(?:专题|常务|办公|工作|局长办公|党组|院长办公|党委)?(?:会议?)?纪要$/u.test(compact)
  )
    return true;
  const kind = MASTHEAD.exec(compact)?.groups?.kind;
  if (kind === undefined) return false;
  const name = compact
    .slice(0, -kind.length)
    .replace(/(?:专题|常务|办公会?|工作|党组|局长办公|党委)(?:会议?)?$/u, '');
  return officesIn(name).length > 0;
}

/** The title of a line such as 附件1：职责. */
export function titleOfAttachment(words: string): string | undefined {
  const title = ATTACHMENT.exec(words)?.groups?.title;
  return title === undefined || /[。；]|^\d+[.．、]/u.test(title) ? undefined : title;
}
