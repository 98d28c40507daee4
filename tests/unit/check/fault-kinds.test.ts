import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { LONGEST_CELL } from '../../../src/domain/forms/longest-cell.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { gif, pdf, png } from '../../support/pictures.ts';
import { entryFile, SITE_YAML, writeContent, type ContentFiles } from '../../support/site.ts';

const CAMPAIGN = 'name: 大讨论\norganiser: 学习办\n';
const STAGES = 'stages:\n  - { id: learn, title: 学习 }\n';
const plan = (session: string) => `campaign: study\ntitle: 计划\nsessions:\n  - ${session}\n`;
const SESSION = '{ id: s1, title: 学习, form: 集中学习, when: unknown';
const OFFICE = {
  'campaigns/study.yaml': CAMPAIGN + STAGES,
  'plans/plan.yaml': plan(`${SESSION} }`),
  'texts/good.md': entryFile('第一段。\n\n第二段，第二段。'),
};
const corrected = (correction: Record<string, string>) =>
  entryFile('第一段。\n\n第二段，第二段。', {
    corrections: [{ paragraph: 'p1', original: '一', corrected: '壹', reason: '核对原件', ...correction }],
  });
const essay = (fields: string) => `---\ntitle: 文章\ncampaign: study\n${fields}\n---\n`;
const unit = (fields: string) => `name: 血液中心\n${fields}\n`;
const receipts = (row: string) => `事项,单位,收到日期,份数,备注\n${row}\n`;

const TOO_LONG = `太长，表格的一格放不下，超过 ${LONGEST_CELL} 字 — 写短些；长的内容写成学习材料，这里列出它的题名`;

const ADDRESSES =
  '库中条目写 texts/文件名，本站页面写 /units/…/，别的网页写 https://…；不是链接的，方括号前加 \\';

/** One slip a row: what it is, the files that hold it beside a sound office, and everything that is said of it. */
const KINDS: readonly [slip: string, files: ContentFiles, said: string[]][] = [
  [
    'no name in site.yaml',
    { 'site.yaml': 'organisation: 学习办\n' },
    ['site.yaml:1:1 缺少必填字段 name — 加上 name: …（网站名称，必填）'],
  ],
  [
    'an unknown field in site.yaml',
    { 'site.yaml': SITE_YAML + 'titel: 甲\n' },
    [
      'site.yaml:3:1 未知字段 titel — 删去；可用的字段：name、organisation、url、base、deploy、description、contact、notice、footer、campaign、print、federation、pagefind',
    ],
  ],
  [
    'a default campaign that does not exist',
    { 'site.yaml': SITE_YAML + 'campaign: none\n' },
    [
      'site.yaml:3:11 没有叫“none”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/none.yaml',
    ],
  ],
  [
    'words that the bundler would take for a picture',
    {
      'site.yaml': SITE_YAML + 'notice: __ASTRO_IMAGE_./a.svg\n',
      'texts/bad.md': entryFile('正文。', { topics: ['甲', '__ASTRO_IMAGE_./a.svg'] }),
    },
    [
      'site.yaml:3:9 不能以 __ASTRO_IMAGE_ 开头：生成页面的程序会把它当作图片文件 — 在前面加字，或改写',
      'texts/bad.md:4:14 不能以 __ASTRO_IMAGE_ 开头：生成页面的程序会把它当作图片文件 — 在前面加字，或改写',
    ],
  ],
  [
    'site.yml instead of site.yaml',
    { 'site.yml': SITE_YAML },
    ['site.yml:1:1 文件名 site.yml 不认 — 改成 site.yaml'],
  ],
  [
    'an entry outside every folder',
    { 'outline.md': entryFile('正文。') },
    ['outline.md:1:1 不在任何一个文件夹里，不会读取 — 移到 texts/ 等文件夹里'],
  ],
  [
    'a folder of an unknown name',
    { 'text/a.md': entryFile('正文。') },
    ['text/a.md:1:1 没有 text/ 这种文件夹，里面的文件不会读取 — 是不是 texts/？'],
  ],
  [
    'a .yml file',
    { 'units/a.yml': unit('') },
    ['units/a.yml:1:1 units/ 里的文件不认扩展名 .yml — 改成 .yaml'],
  ],
  [
    'an extension in capitals',
    { 'texts/a.MD': entryFile('正文。') },
    ['texts/a.MD:1:1 texts/ 里的文件不认扩展名 .MD — 改成 .md'],
  ],
  [
    'a Word file among the texts',
    { 'texts/a.docx': 'PK' },
    ['texts/a.docx:1:1 texts/ 里的文件不认扩展名 .docx — 移出内容文件夹，用 npm run import 转成草稿'],
  ],
  [
    'a picture among the texts',
    { 'texts/a.png': 'x' },
    ['texts/a.png:1:1 texts/ 里的文件不认扩展名 .png — 图片放进 media/'],
  ],
  [
    'a picture whose name is no part of an address',
    {
      'media/a\nb.svg': '<svg/>',
      'media/100%.png': 'x',
      'media/e\u0301.png': 'x',
      'media/流程 1.png': png(),
    },
    ['100%.png', 'a␊b.svg', 'e\u0301.png'].map(
      (name) => `media/${name}:1:1 文件名里有不能作地址的字符 — 改成英文、数字、汉字、连字符，如 flow-1.svg`,
    ),
  ],
  [
    'a file whose name says something else than its bytes',
    {
      'media/a.png': gif(),
      'media/b.svg': '<!DOCTYPE html><p>x</p>',
      'media/c.pdf': pdf(),
      'media/d.docx': 'PK\u0003\u0004',
      'media/e.txt': 'x',
    },
    [
      'media/a.png:1:1 扩展名是 .png，内容却不是（是 GIF） — 扩展名改成 .gif，或换成真正的 .png 文件',
      'media/b.svg:1:1 扩展名是 .svg，内容却不是（是网页） — 换成与扩展名相符的文件，或移出 media/',
      'media/d.docx:1:1 压缩结构损坏，打不开 — 用 Office 或 WPS 打开后另存一份，再放进来',
      'media/e.txt:1:1 不是图片，也不是附件 — media/ 里只放 svg、png、jpg、jpeg、gif、webp、avif、pdf、docx、xlsx、zip 文件',
    ],
  ],
  [
    'files or folders whose names differ in capital letters only',
    {
      'media/Flow.png': png(),
      'media/flow.PNG': png(),
      'media/图/a.png': png(),
      'media/A/b.png': png(),
      'media/a/c.png': png(),
    },
    [
      'media/a/c.png:1:1 media/a 与 media/A 只差大小写，有的系统分不开 — 改掉其中一个名字',
      'media/flow.PNG:1:1 media/flow.PNG 与 media/Flow.png 只差大小写，有的系统分不开 — 改掉其中一个名字',
    ],
  ],
  [
    'a formula by a name that no text would hold',
    {
      'formulas/long.yaml': `name: ${'名'.repeat(101)}\naliases: [${'名'.repeat(101)}]\nlists: [{ source: texts/good#p1 }]\n`,
    },
    [
      'formulas/long.yaml:1:7 name：名称太长，超过 100 字 — 改为：名称，必填：如 六大行动',
      'formulas/long.yaml:2:10 aliases：名称太长，超过 100 字 — 改为：别的写法，如 优化服务六项行动',
    ],
  ],
  [
    'a link whose address is a bare word, none at all, or the words of a note',
    { 'texts/link.md': entryFile('见[官网](www.example.org)和[空]()。\n\n[注]: 见附件') },
    [
      `texts/link.md:6:2 链接“www.example.org”不是地址 — ${ADDRESSES}`,
      `texts/link.md:6:24 链接没有写地址 — ${ADDRESSES}`,
      `texts/link.md:8:1 链接“见附件”不是地址 — ${ADDRESSES}`,
    ],
  ],
  [
    'words of a session that no cell of a table holds, once for all units that follow the plan',
    {
      'plans/plan.yaml': plan(`${SESSION}, requirement: ${'写'.repeat(LONGEST_CELL + 1)} }`),
      'units/blood.yaml': unit('plans: [{ plan: plan }]'),
      'units/disease.yaml': 'name: 疾控中心\nplans: [{ plan: plan }]\n',
    },
    [`plans/plan.yaml:4:5 学习场次 s1 的“完成要求”${TOO_LONG}`],
  ],
  [
    'readings whose titles no cell of a table holds, and a plan’s title as long',
    {
      'plans/plan.yaml': `campaign: study\ntitle: ${'计'.repeat(LONGEST_CELL)}\nsessions:\n  - ${SESSION}, readings: [texts/long, texts/longer] }\n`,
      'texts/long.md': entryFile('甲。', { title: '长'.repeat(LONGEST_CELL / 2) }),
      'texts/longer.md': entryFile('甲。', { title: '更'.repeat(LONGEST_CELL / 2) }),
      'units/blood.yaml': unit('plans: [{ plan: plan }]'),
    },
    [
      `plans/plan.yaml:2:8 学习计划、专题活动或单位的名称${TOO_LONG}`,
      `plans/plan.yaml:4:5 学习场次 s1 的“学习篇目”${TOO_LONG}`,
    ],
  ],
  [
    'an old Excel file among the receipts',
    { 'receipts/study.xls': 'x' },
    ['receipts/study.xls:1:1 receipts/ 里的文件不认扩展名 .xls — 在 Excel 或 WPS 里另存为 .xlsx'],
  ],
  [
    'a Chinese file name',
    { 'texts/提纲.md': entryFile('正文。') },
    ['texts/提纲.md:1:1 文件名“提纲”不能作地址 — 只用小写英文、数字和连字符，如 ti-gang'],
  ],
  [
    'two files of one id',
    { 'texts/2026/good.mdx': entryFile('正文。') },
    ['texts/good.md:1:1 与 texts/2026/good.mdx 重名，地址相同 — 改其中一个的文件名'],
  ],
  [
    'a file that is not UTF-8',
    { 'texts/a.md': Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa]) },
    ['texts/a.md:1:1 不是 UTF-8 编码 — 用 npm run import 转成草稿，或另存为 UTF-8'],
  ],
  [
    'a null character',
    { 'texts/a.md': entryFile('正\0文。') },
    ['texts/a.md:6:2 含有空字符，不是文本文件 — 删去空字符，或换成文本文件'],
  ],
  [
    'no front matter',
    { 'texts/a.md': '正文。\n' },
    [
      'texts/a.md:1:1 开头没有字段 — 文件开头写一行 ---，再写 title: 题名 和 date: 2026-09-18（没有日期写 unknown），再写一行 ---，然后是正文',
    ],
  ],
  [
    'front matter that does not close',
    { 'texts/a.md': '---\ntitle: 甲\n\n正文。\n' },
    ['texts/a.md:1:1 开头的 --- 没有配对 — 在字段之后另起一行写 ---'],
  ],
  [
    'an unclosed quotation in YAML',
    { 'units/a.yaml': 'name: "甲\n' },
    ['units/a.yaml:1:7 YAML 缺少配对的引号或括号 — 补上引号、方括号或花括号的另一半'],
  ],
  [
    'a field twice',
    { 'units/a.yaml': 'name: 甲\nname: 乙\n' },
    ['units/a.yaml:2:1 YAML 字段重复 — 只留一个'],
  ],
  [
    'a tab for an indent',
    { 'units/a.yaml': 'name: 甲\naliases:\n\t- name: 乙\n' },
    ['units/a.yaml:3:1 YAML 用了制表符缩进 — 改用空格缩进'],
  ],
  [
    'a colon within words',
    { 'units/a.yaml': 'name: 甲: 乙\n' },
    [
      'units/a.yaml:1:7 YAML 冒号用法不对 — 字段写成 名称: 内容（英文冒号，后面空一格）；内容里有冒号就加引号',
    ],
  ],
  [
    'a required field missing',
    { 'texts/a.md': '---\ndate: 2026-01-01\n---\n正文。\n' },
    ['texts/a.md:1:1 缺少必填字段 title — 加上 title: …（题名，必填）'],
  ],
  [
    'an unknown field',
    { 'texts/a.md': entryFile('正文。', { issuser: '甲' }) },
    ['texts/a.md:4:1 未知字段 issuser — 是不是 issuer？'],
  ],
  [
    'a year of which no office writes',
    { 'texts/a.md': entryFile('正文。', { date: '9999-12-31' }) },
    [
      'texts/a.md:3:7 date：年份应在 1800 到 2200 之间 — 改为：日期，必填：事情发生或成文的那一天；原文没有写 unknown',
    ],
  ],
  [
    'a deadline counted from a year of which no office writes',
    {
      'checklists/a.yaml':
        'title: 清单\nitems:\n  - { text: 甲, deadline: { days: 366, after: 9999-12-31 } }\n',
    },
    [
      'checklists/a.yaml:3:46 items.第1项.deadline.after：年份应在 1800 到 2200 之间 — 改为：从哪天起算：日期；{ campaign: start } 活动开始；{ stage: study, edge: end } 阶段结束；{ session: s3 } 某次学习当天',
    ],
  ],
  [
    'a body with too many marks in a paragraph',
    { 'texts/a.md': entryFile('['.repeat(100_000)) },
    ['texts/a.md:6:1 这一段里的标记太多，超过 2000 个 — 删去多余的 * _ ~ [ ] < 和网址，或分成几段'],
  ],
  [
    'a body with quotations in quotations without end',
    { 'texts/a.md': entryFile(`${'>'.repeat(100_000)}甲`) },
    ['texts/a.md:6:100001 套得太深 — 删去多余的 > 和列表符号，或改成并列的几段'],
  ],
  [
    'a day that does not exist',
    { 'texts/a.md': entryFile('正文。', { date: '2026-02-30' }) },
    [
      'texts/a.md:3:7 date：不是有效日期，写成 2026-09-18 这样的年-月-日；原文没有日期写 unknown — 改为：日期，必填：事情发生或成文的那一天；原文没有写 unknown',
    ],
  ],
  [
    'a word where a list is wanted',
    { 'texts/a.md': entryFile('正文。', { topics: '作风' }) },
    ['texts/a.md:4:9 topics：主题应为列表，写成 [甲, 乙] — 改为：主题，用中文，如 [作风建设]'],
  ],
  [
    'an audience that there is not',
    { 'texts/a.md': entryFile('正文。', { access: 'secret' }) },
    ['texts/a.md:4:9 access：只能是 public（公开）或 internal（内部） — 改为：公开范围，不写即 public'],
  ],
  [
    'an address of a source that is none',
    { 'texts/a.md': entryFile('正文。', { source: { name: '网站', url: 'www' } }) },
    ['texts/a.md:4:28 source.url：应为 http:// 或 https:// 开头的网址 — 改为：来源网址'],
  ],
  [
    'a campaign that ends before it begins',
    { 'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nfrom: 2026-05-01\nuntil: 2026-04-01\n' },
    ['campaigns/a.yaml:4:8 until：早于开始日期 2026-05-01 — 改为：结束日期，原文没有就不写'],
  ],
  [
    'a stage that ends before it begins',
    {
      'campaigns/a.yaml':
        'name: 甲\norganiser: 乙\nstages:\n  - { id: a, title: 学, from: 2026-05-01, until: 2026-04-01 }\n',
    },
    ['campaigns/a.yaml:4:49 stages.第1项.until：早于开始日期 2026-05-01 — 改为：结束日期，原文没有就不写'],
  ],
  [
    'a former name that ends before it begins',
    { 'units/a.yaml': unit('aliases: [{ name: 血站, from: 2026-05-01, until: 2026-04-01 }]') },
    ['units/a.yaml:2:48 aliases.第1项.until：早于开始日期 2026-05-01 — 改为：停用日期'],
  ],
  [
    'two stages of one id',
    { 'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nstages: [{ id: a, title: 一 }, { id: a, title: 二 }]\n' },
    ['campaigns/a.yaml:3:37 stages.第2项.id：代号 a 重复 — 改为：阶段代号，如 study'],
  ],
  [
    'two topic files of one name',
    { 'topics/a.yaml': 'name: 作风\n', 'topics/b.yaml': 'name: 作风\n' },
    ['topics/b.yaml:1:7 名称“作风”与 topics/a.yaml 相同 — 合并成一个文件，或改名称'],
  ],
  [
    'an entry of a campaign that does not exist',
    { 'texts/a.md': entryFile('正文。', { campaign: 'none' }) },
    [
      'texts/a.md:4:11 没有叫“none”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/none.yaml',
    ],
  ],
  [
    'an entry of a unit that does not exist',
    { 'texts/a.md': entryFile('正文。', { units: ['none'] }) },
    [
      'texts/a.md:4:9 没有叫“none”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/none.yaml',
    ],
  ],
  [
    'a part of a unit whose address is that of another unit',
    {
      'units/a.yaml': unit('parts:\n  - { id: b, name: 第一支部, plans: [] }'),
      'units/a-b.yaml': 'name: 甲\n',
    },
    ['units/a.yaml:3:11 地址 /units/a-b/ 已属于 units/a-b.yaml — 换一个代号，如 group-1'],
  ],
  [
    'two parts of a unit with the same code',
    { 'units/a.yaml': unit('parts:\n  - { id: b, name: 第一支部 }\n  - { id: b, name: 第二支部 }') },
    ['units/a.yaml:4:11 parts.第2项.id：代号 b 重复 — 改为：代号，必填，如 group-1'],
  ],
  [
    'a group that is a part which the unit has not',
    {
      ...OFFICE,
      'units/a.yaml': unit(
        'parts: [{ id: b, name: 第一支部 }]\nplans: [{ plan: plan, adjustments: [{ session: s1, groups: [{ part: c, on: 2026-09-18 }] }] }]',
      ),
    },
    ['units/a.yaml:3:69 本单位没有下设“c” — 改成 parts 里的代号：b；不是下设组织的写 name'],
  ],
  [
    'a group of a part that is another part of its unit, and one that is none',
    {
      ...OFFICE,
      'units/a.yaml': unit(
        'parts: [{ id: b, name: 第一支部, plans: [{ plan: plan, adjustments: [{ session: s1, groups: [{ part: c, on: 2026-09-18 }, { part: d, on: 2026-09-19 }] }] }] }, { id: c, name: 第二支部 }]',
      ),
    },
    ['units/a.yaml:2:127 本单位没有下设“d” — 改成 parts 里的代号：c；不是下设组织的写 name'],
  ],
  [
    'hosts that do not hold the session themselves, and waiting for one another',
    {
      ...OFFICE,
      'units/a.yaml': unit('plans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: b }] }]'),
      'units/b.yaml': 'name: 乙\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: a }] }]\n',
      'units/c.yaml': 'name: 丙\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: c }] }]\n',
      'units/d.yaml': 'name: 丁\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: e }] }]\n',
      'units/e.yaml': 'name: 戊\n',
      'units/f.yaml': 'name: 己\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: nobody }] }]\n',
      'units/g.yaml': 'name: 庚\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: h }] }]\n',
      'units/h.yaml': 'name: 辛\nplans: [{ plan: plan, adjustments: [{ session: s1, drop: true }] }]\n',
      'units/i.yaml':
        'name: 壬\nplans: [{ plan: plan, adjustments: [{ session: s1, hostedBy: h, place: 礼堂 }] }]\n',
    },
    [
      'units/a.yaml:2:62 承办单位 b 的 s1 也由别的单位（a）承办 — 写真正承办的那一个单位，由它自己安排时间地点',
      'units/b.yaml:2:62 承办单位 a 的 s1 也由别的单位（b）承办 — 写真正承办的那一个单位，由它自己安排时间地点',
      'units/c.yaml:2:62 承办单位是自己 — 删去 hostedBy；自己安排的写 on、time、place',
      'units/d.yaml:2:62 承办单位 e 没有执行计划 plan — 在它的 plans 里写上这份计划，或改承办单位',
      'units/f.yaml:2:62 没有叫“nobody”的承办单位 — 改成 units/ 里有的文件名，或先建 units/nobody.yaml',
      'units/g.yaml:2:62 承办单位 h 自己不安排 s1 — 改承办单位，或删去它那一场的 drop',
      'units/i.yaml:2:72 plans.第1项.adjustments.第1项.place：由别的单位承办的，日期、时刻、地点、主持人都随承办单位，不再写 — 改为：改在哪里',
    ],
  ],
  [
    'what a unit sets for one of all the turns of a recurring session that it adds',
    {
      ...OFFICE,
      'units/a.yaml': unit(
        'plans: [{ plan: plan, adjustments: [{ session: a1, add: { title: 甲, form: 党课, when: { every: month, day: 5 } }, place: 礼堂, reason: 乙 }] }]',
      ),
    },
    [
      'units/a.yaml:2:120 plans.第1项.adjustments.第1项.place：按规律安排的，都写在 add 里；只是某一次的，另写一条，session 写那一次的代号，如 a1-2027-03 — 改为：改在哪里',
    ],
  ],
  [
    'a group without a name, and one with two',
    {
      ...OFFICE,
      'units/a.yaml': unit(
        'parts: [{ id: b, name: 第一支部 }]\nplans: [{ plan: plan, adjustments: [{ session: s1, groups: [{ on: 2026-09-18 }, { part: b, name: 甲, on: 2026-09-19 }] }] }]',
      ),
    },
    [
      'units/a.yaml:3:61 缺少必填字段 plans.第1项.adjustments.第1项.groups.第1项.name — 加上 name: …（批次）',
      'units/a.yaml:3:98 plans.第1项.adjustments.第1项.groups.第2项.name：写了 part 的，名称随它，不再写 name — 改为：批次',
    ],
  ],
  [
    'a unit under itself',
    { 'units/a.yaml': unit('parent: a') },
    ['units/a.yaml:2:9 上级单位是自己 — 改为真正的上级，或删去 parent'],
  ],
  [
    'a unit under none that exists',
    { 'units/a.yaml': unit('parent: b') },
    ['units/a.yaml:2:9 没有叫“b”的上级单位 — 改成 units/ 里有的文件名，或先建 units/b.yaml'],
  ],
  [
    'a basis that does not exist',
    { 'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nbasis: [{ title: 丙, entry: texts/none }]\n' },
    ['campaigns/a.yaml:3:28 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名'],
  ],
  [
    'a former file name that another entry has',
    { 'texts/a.md': entryFile('正文。', { formerIds: ['good'] }) },
    ['texts/a.md:4:13 曾用文件名 good 已属于 texts/good.md — 删去这一项'],
  ],
  [
    'a correction of a paragraph that is not there',
    { 'texts/a.md': corrected({ paragraph: 'p9' }) },
    ['texts/a.md:4:28 texts/a 没有第 9 段 — 改段落号；texts/a 共 2 段'],
  ],
  [
    'a correction of words that do not stand there',
    { 'texts/a.md': corrected({ original: '三' }) },
    ['texts/a.md:4:44 第 1 段里没有“三” — 照正文抄写原文，一字不差；正文保留原样，不要先改'],
  ],
  [
    'a correction of words that stand there twice',
    { 'texts/a.md': corrected({ paragraph: 'p2', original: '第二段' }) },
    ['texts/a.md:4:44 第 2 段里“第二段”不止一处 — 原文前后多抄几个字，只对上一处'],
  ],
  [
    'a correction without a reason',
    {
      'texts/a.md': entryFile('正文。', {
        corrections: [{ paragraph: 'p1', original: '正', corrected: '政' }],
      }),
    },
    ['texts/a.md:4:15 缺少必填字段 corrections.第1项.reason — 加上 reason: …（理由，为什么更正）'],
  ],
  [
    'a link to an entry that does not exist',
    { 'texts/a.md': entryFile('见[甲](speeches/none)。') },
    ['texts/a.md:6:2 资料库里没有 speeches/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名'],
  ],
  [
    'a link to a paragraph that does not exist',
    { 'texts/a.md': entryFile('见[甲](texts/good#p9)。') },
    ['texts/a.md:6:2 texts/good 没有第 9 段 — 改段落号；texts/good 共 2 段'],
  ],
  [
    'a picture that does not exist',
    { 'texts/a.md': entryFile('![图](none.png)') },
    ['texts/a.md:6:1 没有图片 media/none.png — 把图片放进 media/ 文件夹，或改文件名'],
  ],
  [
    'an expression in MDX',
    { 'texts/a.mdx': entryFile('一{x}。') },
    ['texts/a.mdx:6:2 不能用表达式 {…} — 删去花括号，直接写内容；要显示花括号写成 \\{ 和 \\}'],
  ],
  [
    'an import in MDX',
    { 'texts/a.mdx': entryFile("import a from 'b'") },
    [
      'texts/a.mdx:6:1 不能用 import 语句 — 删去这一行；组件不用导入，可用的组件：Quote、Note、Figure、Formula、Ref',
    ],
  ],
  [
    'an unknown component',
    { 'texts/a.mdx': entryFile('<Video src="a" />') },
    [
      'texts/a.mdx:6:1 没有组件 <Video> — 可用的组件：Quote、Note、Figure、Formula、Ref；要显示尖括号写成 &lt; 和 &gt;',
    ],
  ],
  [
    'a wrong attribute of a component',
    { 'texts/a.mdx': entryFile('<Note titel="甲">乙</Note>') },
    ['texts/a.mdx:6:1 组件 <Note> 没有属性 titel — 写成 <Note title="说明">内容</Note>'],
  ],
  [
    'a component that does not close',
    { 'texts/a.mdx': entryFile('<Note>乙') },
    [
      'texts/a.mdx:6:1 组件标签 <Note> 没有配对 — 补上配对的标签，或写成 &lt;；检查尖括号与花括号是否成对；要显示尖括号写成 &lt;，花括号写成 \\{',
    ],
  ],
  [
    'a plan of a campaign that does not exist',
    { 'plans/a.yaml': 'campaign: none\ntitle: 计划\n' },
    ['plans/a.yaml:1:11 没有专题活动“none” — 改成 campaigns/ 里有的文件名，或先建 campaigns/none.yaml'],
  ],
  [
    'two sessions of one id',
    {
      'plans/a.yaml':
        'campaign: study\ntitle: 计划\nsessions:\n  - ' + SESSION + ' }\n  - ' + SESSION + ' }\n',
    },
    ['plans/a.yaml:5:11 sessions.第2项.id：代号 s1 重复 — 改为：学习场次代号，必填，如 s1'],
  ],
  [
    'a session in a stage that does not exist',
    { 'plans/a.yaml': plan(SESSION + ', stage: none }') },
    ['plans/a.yaml:4:60 活动 study 没有阶段 none — 改成 learn 之一'],
  ],
  [
    'a reading that does not exist',
    { 'plans/a.yaml': plan(SESSION + ', readings: [texts/none#p1] }') },
    ['plans/a.yaml:4:64 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名'],
  ],
  [
    'a revision of a session that the plan has not',
    {
      'plans/a.yaml': plan(SESSION + ' }') + 'revisions:\n  - { on: 2026-09-20, what: 取消, session: s9 }\n',
    },
    ['plans/a.yaml:6:42 本计划没有学习场次 s9 — 改成 s1 之一；这一场已经取消的，删去 session，写进 what'],
  ],
  [
    'a plan that states the day of its revision twice',
    {
      'plans/a.yaml':
        plan(SESSION + ' }') + 'revised: 2026-09-20\nrevisions: [{ on: 2026-09-20, what: 改期 }]\n',
    },
    [
      'plans/a.yaml:5:10 revised：已写修订记录（revisions），修订日期不再另写 — 改为：修订日期：改动计划时一并改；写了 revisions 的删去这一行，以其中最近的一天为准',
    ],
  ],
  [
    'a session of an unknown form',
    { 'plans/a.yaml': plan('{ id: s1, title: 学习, form: 打卡, when: unknown }') },
    [
      'plans/a.yaml:4:32 sessions.第1项.form：学习形式只能是：个人自学、集中学习、交流研讨、中心组学习、辅导报告、党课、主题党日、组织生活会、读书班、现场教学、警示教育、收听收看、调研、动员会、总结会、会议 — 改为：学习形式，必填：个人自学、集中学习、交流研讨、中心组学习、辅导报告、党课、主题党日、组织生活会、读书班、现场教学、警示教育、收听收看、调研、动员会、总结会、会议',
    ],
  ],
  [
    'a unit that follows a plan that does not exist',
    { 'units/a.yaml': unit('plans: [{ plan: none }]') },
    ['units/a.yaml:2:17 没有学习计划 none — 改成 plans/ 里有的文件名，或先建 plans/none.yaml'],
  ],
  [
    'a unit that follows a plan twice',
    { 'units/a.yaml': unit('plans: [{ plan: plan }, { plan: plan }]') },
    ['units/a.yaml:2:33 学习计划 plan 列了两次 — 合并成一项，调整都写在它下面'],
  ],
  [
    'an adjustment of a session that does not exist',
    { 'units/a.yaml': unit('plans: [{ plan: plan, adjustments: [{ session: s9, drop: true }] }]') },
    ['units/a.yaml:2:48 计划 plan 没有学习场次 s9 — 改成 s1 之一'],
  ],
  [
    'an added session with the id of a planned one',
    {
      'units/a.yaml': unit(
        'plans: [{ plan: plan, adjustments: [{ session: s1, add: { title: 加, form: 党课, when: unknown } }] }]',
      ),
    },
    ['units/a.yaml:2:48 增加的学习场次 s1 与已有的代号相同 — 换一个代号，如 a1'],
  ],
  [
    'a meeting day that is none',
    { 'units/a.yaml': unit('meeting: { weekday: 8, time: "14:30" }') },
    [
      'units/a.yaml:2:21 meeting.weekday：应为 1（周一）到 7（周日）的数字 — 改为：学习日，1 是周一，7 是周日',
    ],
  ],
  [
    'a deadline of no known form',
    { 'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nreports: [{ title: 总结, deadline: 年底 }]\n' },
    [
      'campaigns/a.yaml:3:34 reports.第1项.deadline：写法不对 — 改为：截止时间：unknown；{ on: 2026-06-25 }；{ month: 2026-10 }；{ workingDays: 5, after: 时刻 } 等',
    ],
  ],
  [
    'a deadline that leans on an unknown session',
    {
      'campaigns/a.yaml':
        'name: 甲\norganiser: 乙\nreports: [{ title: 总结, deadline: { workingDays: 5, after: { session: s9 } } }]\n',
    },
    ['campaigns/a.yaml:3:70 本活动的学习计划没有学习场次 s9 — 改成已有的学习场次代号'],
  ],
  [
    'an essay with a margin that cannot be read',
    { 'essays/a.md': essay('format: { margins: 适中 }') },
    ['essays/a.md:4:20 页边距“适中”读不出四边 — 写成 上37 下35 左28 右26（毫米）'],
  ],
  [
    'an essay with a size that there is not',
    { 'essays/a.md': essay('format: { bodySize: 大号 }') },
    ['essays/a.md:4:21 没有字号“大号” — 写成 二号、小三、16磅 这样的字号；其他要求写进 note'],
  ],
  [
    'an essay with an unknown gap in its file name',
    { 'essays/a.md': essay('fileName: "{姓氏}"') },
    ['essays/a.md:4:11 花括号里的“姓氏”不认识 — 只用 {单位}、{姓名}、{职务}、{题目}、{种类}、{日期}、{电话}'],
  ],
  [
    'an essay whose least length is more than its most',
    { 'essays/a.md': essay('length: { min: 3000, max: 1500 }') },
    ['essays/a.md:4:27 length.max：最少大于最多 — 改为：最多'],
  ],
  [
    'a checklist with a stage and no campaign',
    { 'checklists/a.yaml': 'title: 清单\nstage: learn\nitems: [{ text: 甲 }]\n' },
    ['checklists/a.yaml:2:8 写了阶段 learn，没有写专题活动 — 加上 campaign: campaigns/ 里的文件名'],
  ],
  [
    'a checklist without items',
    { 'checklists/a.yaml': 'title: 清单\nitems: []\n' },
    ['checklists/a.yaml:2:8 items：至少写一项 — 改为：事项，必填：每项至少写 text'],
  ],
  [
    'a ledger without figures',
    { 'ledgers/a.yaml': 'title: 台账\n' },
    [
      'ledgers/a.yaml:1:1 没有数字 — 写 groups（各来源合计）或 rows（逐条登记），或在旁边放同名的 .csv 或 .xlsx',
    ],
  ],
  [
    'a ledger with a figure that is no number',
    { 'ledgers/a.yaml': 'title: 台账\ngroups: [{ name: 甲, received: 若干 }]\n' },
    ['ledgers/a.yaml:2:31 groups.第1项.received：收到应为从 0 起的整数 — 改为：收到，件数'],
  ],
  [
    'a former name of a file that is none',
    { 'texts/a.md': entryFile('正文。', { formerIds: ['旧名'] }) },
    [
      'texts/a.md:4:13 formerIds.第1项：曾用文件名应为小写英文、数字和连字符，如 old-name — 改为：曾用文件名，旧地址会转到新地址',
    ],
  ],
  [
    'a ledger table alone',
    { 'ledgers/a.csv': '收到日期\n2026-10-12\n' },
    ['ledgers/a.csv:1:1 旁边没有同名的 .yaml — 建 ledgers/a.yaml，写 title: 题名 和 asOf: 截至日期'],
  ],
  [
    'a table without its columns',
    { 'receipts/study.csv': '单位,日期\n甲,2026-10-12\n' },
    ['receipts/study.csv:1:1 表里没有列 事项 — 列名写成：事项,单位,收到日期,份数,备注'],
  ],
  [
    'a receipt of an unknown matter',
    { 'units/a.yaml': unit(''), 'receipts/study.csv': receipts('总结,血液中心,2026-10-12,1,') },
    ['receipts/study.csv:2:1 没有叫“总结”的事项 — 写材料报送的题名或专题活动里的报告名称'],
  ],
  [
    'a receipt without a day',
    {
      'units/a.yaml': unit(''),
      'campaigns/a.yaml': 'name: 甲\norganiser: 乙\nreports: [{ title: 总结, deadline: unknown }]\n',
      'receipts/a.csv': receipts('总结,血液中心,,1,'),
    },
    ['receipts/a.csv:2:1 没有收到日期 — 写上收到日期；不用报的在备注写 免报；还没收到的删去这一行'],
  ],
  [
    'a holiday outside its year',
    {
      'calendar/2027.yaml':
        'year: 2027\nnotice: 通知\nholidays: [{ name: 元旦, from: 2028-01-01, until: 2028-01-01 }]\n',
    },
    [
      'calendar/2027.yaml:3:30 holidays.第1项.from：不在2027年，也不在前一年十二月 — 改为：放假第一天',
      'calendar/2027.yaml:3:49 holidays.第1项.until：不在2027年，也不在前一年十二月 — 改为：放假最后一天；只放一天的与第一天相同',
    ],
  ],
];

describe('a content folder with', () => {
  for (const [slip, files, said] of KINDS) {
    it(`${slip} is reported, and nothing else`, async () => {
      const { faults } = await checkContent(await writeContent({ ...OFFICE, ...files }));
      assert.deepEqual(faults.map(formatFault), said);
    });
  }
});

describe('the kinds of fault', () => {
  it('are at least forty, names and figures aside', () => {
    const kinds = KINDS.map(([, , [first = '']]) =>
      first.replace(/^\S+ | — .*/gu, '').replace(/[\w./]+|“[^”]*”/gu, ''),
    );
    assert.ok(new Set(kinds).size >= 40, `${new Set(kinds).size}`);
  });
});

describe('a file that is at fault itself', () => {
  const said = async (files: ContentFiles) =>
    (await checkContent(await writeContent({ ...OFFICE, ...files }))).faults.map(formatFault);

  it('is the only fault: campaigns, units and plans that others name are not missed', async () => {
    assert.deepEqual(
      await said({
        'campaigns/study.yaml': `${CAMPAIGN}organizer: 甲\n`,
        'units/blood.yaml': `${unit('aliases: [{ name: 血站 }]')}names: 1\n`,
        'plans/plan.yaml': 'campaign: study\ntitle: 计划\nsessions: [\n',
        'units/other.yaml':
          'name: 医院\nparent: blood\nplans: [{ plan: plan, adjustments: [{ session: s9, drop: true }] }]\n',
        'texts/a.md': entryFile('正文。', { campaign: '大讨论', units: ['blood', '血液中心', '血站'] }),
        'receipts/study.csv': receipts('总结,血站,2026-10-12,1,'),
        'checklists/a.yaml': 'title: 清单\ncampaign: study\nstage: none\nitems: [{ text: 甲 }]\n',
      }),
      [
        'campaigns/study.yaml:3:1 未知字段 organizer — 是不是 organiser？',
        'plans/plan.yaml:3:11 YAML 缺少配对的引号或括号 — 补上引号、方括号或花括号的另一半',
        'units/blood.yaml:3:1 未知字段 names — 是不是 name？',
      ],
    );
  });
  it('is the only fault: entries, their paragraphs and their corrections are not missed', async () => {
    assert.deepEqual(
      await said({
        'texts/bad.md': '---\ntitle: 甲\n---\n\n正文。\n',
        'texts/body.mdx': corrected({ original: '无' }).replace('第一段', '{x}'),
        'texts/a.md': entryFile('见[甲](texts/bad#p3)和[乙](texts/body#p3)。'),
        'plans/plan.yaml': plan(`${SESSION}, readings: [texts/bad, texts/body#p9] }`),
      }),
      [
        'texts/bad.md:1:1 缺少必填字段 date — 加上 date: …（日期，必填：事情发生或成文的那一天；原文没有写 unknown）',
        'texts/body.mdx:7:1 不能用表达式 {…} — 删去花括号，直接写内容；要显示花括号写成 \\{ 和 \\}',
      ],
    );
  });
});
