/**
 * What a line of an official text looks like. Lines are given trimmed, in half-width or full-width punctuation.
 */

const SENTENCE_END = /[。！？!?；;…](?:[”’」』）)》]*)$/u;
/** A title may be a question or an exclamation: 对照检查怎么写？ */
const LONGEST_QUESTION = 30;
const LONGEST_TITLE = 90;
const ANY_SENTENCE_END = /[。！？；]|[!?;](?=\p{Script=Han}|$)/u;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤谈温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝奚凤酆廉常傅皮萧湛禹狄贝伏茅昝裘宣贲郁杭洪诸钮嵇荀羊惠芮羿储汲邴糜乌巴弓牧隗宓蓬郗班伊钭厉戎幸韶郜蓟薄邰鄂索咸籍赖蔺屠阴胥苍闻莘贡劳逄扶堵宰郦雍却璩濮寿扈冀郏浦阎慕茹戈庾暨衡禄阙殳沃蔚夔厍晁勾訾阚毋乜鞠蒯荆竺逯桓仉汝鄢钦帅缑亢况郈琴佴谯笪';
const BODIES = /(?:部|局|委|厅|院|会|办|公室|政府|处|室|科|省|市|县|区|乡|镇|站|所|中心|学校)$/u;
/** How speeches are called: a title ends in one of these. */
export const SPEECH_TITLE = /(?:讲话|发言|致辞|讲稿|述职|党课)(?:稿|提纲|摘要|全文)?$/u;
/** How papers are called. */
export const PAPER_TITLE =
  /(?:方案|通知|意见|办法|规定|条例|计划|要点|规则|细则|决定|决议|公告|通告|公报|通报|批复|答复|函|令|请示|报告|纪要|法|解释|条文|布告|公示|预案|规划|总结|复函|回复|指引|守则|章程|职责|指南|标准|纲要|汇编|提纲|制度|须知|清单|安排)(?:[（(].*[)）])?$/u;
const COMPOUND =
  '欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|南宫|独孤|轩辕|钟离|西门|申屠|澹台|呼延|万俟|闻人|赫连|公羊|太史|第五';
/** A personal name by its surname, as the source of a pattern. */
export const PERSON = `(?:(?:${COMPOUND})\\p{Script=Han}{1,2}|[${SURNAMES}]\\p{Script=Han}{1,2})`;

/** Whether a line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Whether a line ends in a mark after which nothing is missing: the end of a sentence, a colon, a long dash. */
export function endsWhole(line: string): boolean {
  return endsSentence(line) || /(?:[：:]|——)[”’）)]*$/u.test(line);
}

/** Whether a line is running text: it holds a sentence end, or it calls the listeners (同志们：). */
export function isRunningText(line: string): boolean {
  const mayAskOrCall = line.length <= LONGEST_QUESTION && /[？！?!]$/u.test(line);
  return (
    (line.length > 20 && ANY_SENTENCE_END.test(line.slice(0, -1))) ||
    /[：:]$/u.test(line) ||
    (endsSentence(line) && !mayAskOrCall)
  );
}

/** Whether a line could be a title or a heading: short, and not ended as a sentence is. */
export function isTitleLike(line: string): boolean {
  return (
    line.length > 1 &&
    line.length <= LONGEST_TITLE &&
    !/[。；;，,、：:]$/u.test(line) &&
    !/。/u.test(line) &&
    /\p{Script=Han}/u.test(line)
  );
}

/** Whether a line is a secondary title set off by a dash (——…). */
export function isDashedSubtitle(line: string): boolean {
  return /^(?:——|─{2}|--|—|－－)\s*(?:\p{Script=Han}|\d{4}年|[“《])/u.test(line) && isTitleLike(line);
}

/** Whether a line begins as numbered headings, dated lines, credits and secondary titles do, so that it continues nothing. */
export function beginsAnew(line: string): boolean {
  return /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百零〇\d]+[章节条编部阶,，]|附件|附[:：]|[◎●■▲◆★※•]|——|\d{4}年)/u.test(
    line,
  );
}

/** Whether a line begins with the number of a heading or a clause: 一、 （二） 第三条. */
export function beginsNumbered(line: string): boolean {
  return /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|第[一二三四五六七八九十百零〇\d]+[章节条编部])/u.test(
    line,
  );
}

/** Whether a line could be the name of a body, by its last word. */
export function isBodyName(line: string): boolean {
  return line.length > 2 && BODIES.test(line);
}

/** Whether a line ends as titles of papers and speeches do. */
export function endsAsPaper(line: string): boolean {
  return PAPER_TITLE.test(line) || SPEECH_TITLE.test(line);
}

/** Whether a line is nothing but personal names. */
export function isNamesOnly(line: string): boolean {
  if (BODIES.test(line)) return false;
  return new RegExp(`^${PERSON}(?:[\\s、，,]+${PERSON}){0,5}$`, 'u').test(line);
}

/** Whether a line says in words that it names the writers. */
export function isMarkedByline(line: string): boolean {
  if (line.length > 60 || endsSentence(line)) return false;
  return (
    /^[◎●■▲□○\s]*(?:[\p{Script=Han}《》]{0,14})(?:记者|通讯员|特约记者|特约通讯员)[\s:：]*\p{Script=Han}/u.test(
      line,
    ) ||
    /^(?:本报|本刊|本台|本网|\p{Script=Han}{2,10}(?:日报|晚报|时报|周刊|杂志|网))(?:特约)?(?:评论员|编辑部|记者|编者)$/u.test(
      line,
    ) ||
    /^[（(]?(?:文|作者|撰稿|供稿|撰文|图\/文|文\/图)[\/／:：]\s*\p{Script=Han}/u.test(line)
  );
}

const CALLED =
  '同志们?|朋友们?|同学们?|老师们?|女士们?|先生们?|来宾们?|嘉宾们?|代表们?|委员们?|战友们?|乡亲们?|同事们?|同仁们?|家长们?|党员们?|领导们?|评委们?|大家|(?:各位|尊敬的|敬爱的|亲爱的)[\\p{Script=Han}（）()]{1,16}';
const LISTENERS_CALL = new RegExp(
  `^(?:(?:${CALLED})[、，,！!：:\\s]*)+(?:大家好|你们好|上午好|下午好|晚上好)?[！!：:，,。]?$`,
  'u',
);

/** Whether a line calls the listeners: 同志们：, 各位代表，各位来宾！ */
export function isListenersCall(line: string): boolean {
  return (
    line.length <= 60 &&
    LISTENERS_CALL.test(line) &&
    /[：:，,！!]|^(?:同志们|各位\p{Script=Han}{2})$/u.test(line)
  );
}

/** A title stripped of everything but letters and digits, for telling whether two lines say the same. */
export function titleKey(line: string): string {
  return line
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
