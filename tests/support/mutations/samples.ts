import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryFile, ROOT } from '../site.ts';

/** A sound file of a content folder that can stand there under many names at once. */
export interface Sample {
  /** Path relative to the content folder. */
  path: string;
  text: string;
}

/** The folder whose files are damaged, and in which the damaged ones stand. */
export const DEMO = join(ROOT, 'content');

/** What the demo office does not have: every field of every kind, and forms that are rarely written. */
const AWKWARD: readonly Sample[] = [
  {
    path: 'texts/every-field.mdx',
    text: entryFile(
      '第一段，有“引号”和（括号）。\n\n<Note title="说明">\n\n- 甲\n- 乙\n\n</Note>\n\n<Quote from="texts/conduct-plan#p1" source="方案">引文</Quote>\n\n<Figure src="five-working-days.svg" alt="图" caption="图题" />\n\n见<Ref to="texts/five-donts">五不准</Ref>[^1]。\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n[^1]: 注。',
      {
        subtitle: '副题',
        topics: ['作风建设', '某主题'],
        campaign: 'conduct-2026',
        units: ['市血液中心'],
        summary: '提要。',
        access: 'internal',
        approval: { draftedBy: '科员', reviewedBy: '科长', issuedBy: '主任' },
        source: {
          name: '某报',
          url: 'https://example.com/a',
          publishedOn: '2026-03-03',
          retrievedOn: '2026-03-04',
          note: '注',
        },
        corrections: [{ paragraph: 'p1', original: '第一', corrected: '首', reason: '误', on: '2026-03-05' }],
        issuer: '学习办',
        author: '某人',
        documentNumber: '云卫学〔2026〕3号',
        settled: [{ doubt: '日期', at: 'p1', because: '原件如此' }],
      },
    ),
  },
  {
    path: 'texts/one-line.md',
    text: '---\ntitle: 题名\ndate: unknown\n---\n正文',
  },
  {
    path: 'campaigns/awkward.yaml',
    text: `name: 又一个活动
organiser: 学习办
from: 2026-09-01
until: 2026-12-31
basis: [{ title: 方案, documentNumber: 云卫学〔2026〕3号, entry: texts/conduct-plan }]
stages:
  - { id: learn, title: 学习, from: 2026-09-01, until: 2026-09-30, tasks: [学, 议], standards: [真学] }
  - { id: mend, title: 整改, from: 2026-10-01 }
leadingGroup: { head: 主任, deputies: [副主任], members: [科长], office: 学习办, duties: [统筹] }
duties: [{ who: 各单位, what: 组织 }]
reports:
  - title: 小结
    deadline: { workingDays: 5, after: { stage: learn, edge: end }, time: "17:30" }
    from: 各单位
  - title: 总结
    deadline: { days: 7, before: { campaign: end } }
bulletins: { every: half-month, day: 15, from: { campaign: start }, until: { campaign: end } }
statements: [{ about: 期限, says: [三个月, 四个月] }]
`,
  },
  {
    path: 'plans/awkward.yaml',
    text: `campaign: conduct-2026
title: 又一个计划
onHoliday: before
sessions:
  - id: s1
    title: 一
    form: 集中学习
    when: { by: { session: s2 } }
  - id: s2
    title: 二
    form: 个人自学
    when: { by: { session: s3 } }
  - id: s3
    title: 三
    form: 交流研讨
    when: { by: { session: s1 } }
  - id: s4
    stage: mobilise
    title: 四
    form: 党课
    readings: [texts/five-donts]
    speakers: [书记]
    hours: 1.5
    when: { week: 2 }
  - id: s5
    title: 五
    form: 会议
    when: { on: 2026-10-01, time: "09:00" }
  - id: s6
    title: 六
    form: 调研
    when: { month: 2026-10 }
`,
  },
  {
    path: 'units/awkward.yaml',
    text: `name: 又一个单位
shortName: 又单位
aliases: [{ name: 从前的单位, from: 2000-01-01, until: 2019-03-31 }]
parent: health-commission
contact: { office: 办公室, phone: 0000-1234567, email: a@example.com, place: 二楼 }
meeting: { weekday: 3, time: "14:30", until: "16:00", place: 会议室 }
headcount: 12
plans:
  - plan: conduct-2026
    adjustments:
      - { session: s1, on: 2026-09-30, time: "09:00", place: 一楼, chair: 主任, reason: 有会 }
      - { session: s2, groups: [{ name: 一组, on: 2026-10-12 }, { name: 二组, on: 2026-10-13, time: "10:00" }], reason: 分批 }
      - { session: s3, makeUp: { on: 2026-10-20 }, reason: 补学 }
      - { session: s4, drop: true, reason: 合并 }
      - { session: b1, add: { title: 加, form: 会议, when: { week: 3 } }, reason: 增加 }
`,
  },
  {
    path: 'essays/awkward.mdx',
    text: `---
title: 又一次报送
campaign: conduct-2026
kind: 心得体会
writers: 全体
quota: 每人一篇
length: { min: 1000, max: 3000, unit: 汉字 }
topics: [一, 二]
format: { paper: A4, margins: 上37 下35 左28 右26（毫米）, lineSpacing: 28 }
deadline: { workingDays: 10, after: { stage: examine, edge: start }, time: "17:30" }
submitTo: { office: 学习办, routes: [OA, 纸质], phone: 0000-1234567 }
subjectLine: "{单位}+{姓名}"
fileName: "{单位}-{姓名}-{题目}"
awards: [一等奖]
attachments: [封面]
---

要求如下。

1. 原创
2. 真实
`,
  },
  {
    path: 'checklists/awkward.yaml',
    text: `title: 又一份清单
campaign: conduct-2026
stage: examine
columns: [事项, 标准, 自己起名]
items:
  - { id: a, group: 甲, text: 查一, standard: 清, owner: 科长, deadline: { on: 2026-10-10 }, evidence: 照片, note: 无 }
  - { group: 甲, text: 查二, deadline: { month: 2026-10 } }
  - text: 查三
    deadline: { every: month, day: 31, from: 2026-09-01, until: 2026-12-31 }
`,
  },
  {
    path: 'formulas/awkward.yaml',
    text: `name: 又三条
aliases: [又三条要求]
lists:
  - { number: 3, of: 条, items: [甲, { text: 乙, at: p1 }, 丙], more: true, source: texts/five-donts#p2 }
`,
  },
  {
    path: 'calendar/2027.yaml',
    text: 'year: 2027\nnotice: 国办发明电〔2026〕7号\nholidays:\n  - { name: 元旦, from: 2027-01-01, until: 2027-01-03 }\n  - { name: 春节, from: 2027-02-05, until: 2027-02-12 }\nworkdays: [2027-01-09, 2027-02-14]\n',
  },
  {
    path: 'published/blood-center.yaml',
    text: 'events:\n  - uid: conduct-2026-s1@zhixing\n    plan: conduct-2026\n    sequence: 0\n    fingerprint: "0123456789abcdef"\n    title: 学习\n    day: 2026-09-18\n    cancelledOn: 2026-09-20\n',
  },
  {
    path: 'site.yaml',
    text: 'name: 站\norganisation: 办\nfooter: [甲]\nprint: { code: true, sealed: true, format: { margins: 上37 下35 左28 右26（毫米） }, visitRules: [不] }\nfederation: [{ name: 邻站, url: "https://example.com/" }]\n',
  },
];

/** The rows of a ledger, and those of receipts, with as many kinds of cells as there are. */
export const TABLES = {
  ledgers:
    '编号,来件渠道,收到日期,签批日期,首次回复日,办结日期,答复类别,意见分类,状态,意见内容\n一,座谈会,2026-10-12,2026-10-12,2026-10-14,2026/10/16,已经解决,服务态度,,内容\n二,意见箱,46318,2026年10月13日,,,,办事流程,退回,"有,逗号"\n三,电话,20261014,2026.10.14,2026-10-15 09:00,,解释说明,其他,,\n合计,3,,,,,,,,\n',
  receipts:
    '事项,单位,收到日期,份数,备注\n小结,市血液中心,2026-10-09,1,\n小结,市疾控中心,46305,3份,迟\n总结,委机关,,,免报\n',
} as const;

/** What a table stands beside: the ledger whose rows it holds, the campaign whose reports it tells of. */
export const OWNER_OF_TABLE = {
  ledgers: () => 'title: 又一份台账\nasOf: 2026-11-20\nlimit: { workingDays: 5 }\n',
  receipts: (number: number) =>
    `name: 活动${number}\norganiser: 学习办\nreports:\n  - { title: 小结, deadline: { on: 2026-10-09 } }\n  - { title: 总结, deadline: unknown }\n`,
} as const;

/** Every file of the demo office that is text and stands by itself, and the awkward ones. */
export function samples(): Sample[] {
  const files = readdirSync(DEMO, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:mdx?|yaml|csv|svg)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(DEMO.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('ledgers/opinions-2026.'))
    .sort();
  return [...files.map((path) => ({ path, text: readFileSync(join(DEMO, path), 'utf8') })), ...AWKWARD];
}

/** A sample under a name of its own, with names of its own where no two files may bear the same. */
export function renamed({ path, text }: Sample, number: number): Sample {
  const folder = path.slice(0, path.indexOf('/') + 1);
  if (['', 'receipts/', 'calendar/', 'published/'].includes(folder)) return { path, text };
  const ending = path.slice(path.lastIndexOf('.'));
  const stem = path.slice(folder.length, -ending.length);
  return {
    path: `${folder}${stem}-m${number}${ending}`,
    text: ['campaigns/', 'units/', 'topics/', 'speakers/', 'formulas/'].includes(folder)
      ? text
          .replace(/^(\s*)(name|shortName): (\S.*)$/gm, `$1$2: $3${number}`)
          .replace(/\{ name: ([^,}]*)/g, `{ name: $1${number}`)
      : text
          .replace(/^formerIds: \[/m, `formerIds: [former-m${number}, `)
          .replace(/(?<=^formerIds: \[former-m\d+), [^\]]*/m, ''),
  };
}
