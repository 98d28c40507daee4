import { isTitleLike } from '../shapes.ts';

/** How the names of bodies end that issue papers: organs of party and state, courts, schools, firms, associations, and what these consist of. */
const ENDINGS = [
  ...[
    '部',
    '局',
    '委',
    '厅',
    '院',
    '办',
    '室',
    '处',
    '科',
    '股',
    '署',
    '所',
    '站',
    '中心',
    '队',
    '馆',
    '校',
    '园',
  ],
  ...[
    '社',
    '台',
    '厂',
    '矿',
    '林场',
    '农场',
    '机场',
    '政府',
    '人大',
    '政协',
    '法庭',
    '机关',
    '街道',
    '社区',
    '海关',
  ],
  ...[
    '委员会',
    '常委会',
    '管委会',
    '居委会',
    '村委会',
    '协会',
    '学会',
    '工会',
    '总会',
    '分会',
    '联合会',
    '商会',
    '促进会',
  ],
  ...[
    '基金会',
    '理事会',
    '董事会',
    '监事会',
    '校友会',
    '职代会',
    '研究会',
    '红十字会',
    '慈善会',
    '侨联',
    '妇联',
    '残联',
  ],
  ...[
    '科协',
    '文联',
    '工商联',
    '总支',
    '团委',
    '总公司',
    '公司',
    '集团',
    '银行',
    '支行',
    '分行',
    '联社',
    '大学',
    '小学',
  ],
  ...[
    '中学',
    '基地',
    '部队',
    '专班',
    '组',
    '指挥部',
    '联盟',
    '俱乐部',
    '合作社',
    '教会',
    '代表大会',
    '次会议',
    '次全体会议',
    '总行',
    '幼儿园',
  ],
].join('|');
const OFFICE = new RegExp(
  `^[\\p{Script=Han}×Ｘ][\\p{Script=Han}×ＸA-Za-z\\d（）()“”·]*(?:${ENDINGS})(?:[（(]\\p{Script=Han}{1,12}[）)])?$`,
  'u',
);
/** What no body's name holds: it makes a title or a sentence of the words. */
const INSIDE =
  /关于|印发|转发|[的了着被让很吧吗]|召开|举行|开展|落实|推进|加强|做好|进行|举办|为中心|围绕|^(?:走进|建强|打造|争创|我|致|在|对|从|向|以|各|一|这|那|每)/u;
/** Words that end as bodies do and are none. */
const NO_BODY =
  /(?:干部|全部|内部|局部|外部|大局|全局|格局|布局|结局|开局|新局|大厅|展厅|客厅|餐厅|大院|小院|住院|出院|入院|督办|查办|交办|经办|创办|兴办|合办|举办|承办|主办|协办|教室|卧室|好处|用处|之处|长处|短处|到处|深处|住处|难处|益处|坏处|相处|惩处|查处|本科|百科|学科|场所|厕所|换届|团队|排队|站队|家园|乐园|田园|校园|平台|舞台|后台|出台|上台|分组|车站|一站)$/u;
const LONGEST = 40;
const SHORTEST = 3;
const SEAL = /[（(](?:盖章|印章|公章|章|印|签章|代章)[）)]$/u;
const SPREAD = /^(?:\p{Script=Han}[ \u00A0\u3000]+){3,}\p{Script=Han}$/u;

/** Whether some words, trimmed, could be the name of one body, by its last word. */
export function isOffice(words: string): boolean {
  const isNamed = words.length >= SHORTEST && words.length <= LONGEST && isTitleLike(words);
  return isNamed && OFFICE.test(words) && !INSIDE.test(words) && !NO_BODY.test(words);
}

/** The bodies that a line names if it names nothing else: one, or several set apart by spaces or 、; else none. */
export function officesIn(line: string): string[] {
  const words = line.trim().replace(SEAL, '').trim();
  if (SPREAD.test(words)) return officesIn(words.replace(/[ \u00A0\u3000]+/gu, ''));
  const parts = words.split(/[\s、，,]+/u).filter((part) => part !== '');
  return parts.length > 0 && parts.every(isOffice) ? parts.flatMap(unrun) : [];
}

/** Names run into one another (甲市教育局甲市财政局) are told apart by the place with which both begin. */
function unrun(words: string): string[] {
  const place = /^(?:中共)?(?<place>\p{Script=Han}{1,5}?[省市县区州镇乡])/u.exec(words)?.groups?.place;
  if (place === undefined) return [words];
  const names: string[] = [];
  let start = 0;
  for (const { index } of words.matchAll(new RegExp(`中共${place}|(?<!中共)${place}`, 'gu'))) {
    if (!isOffice(words.slice(start, index)) || !isOffice(words.slice(index))) continue;
    names.push(words.slice(start, index));
    start = index;
  }
  return [...names, words.slice(start)];
}
