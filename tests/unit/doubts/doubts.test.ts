import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDoubts } from '../../../src/domain/doubts/all-doubts.ts';
import { findOtherSigningDay } from '../../../src/domain/doubts/dates.ts';
import { meets } from '../../../src/domain/doubts/settled.ts';

const doubts = (...paragraphs: string[]) =>
  findDoubts(paragraphs).map(({ paragraph, kind, reason }) => `${paragraph} ${kind}：${reason}`);

/** Each rule in a sentence, with paragraphs that raise it, and with some that look alike and raise nothing. */
const RULES: readonly [rule: string, paragraphs: string[], said: string[]][] = [
  [
    'damage is told once, at its paragraph',
    ['好。', '就是勇?lián)敗_B日来，'],
    ['2 文字损坏：文字损坏，无法自动还原'],
  ],
  ['a lost character is damage', ['中\ufffd国'], ['1 文字损坏：文字损坏，无法自动还原']],
  ['a question mark before a bracket is no damage', ['问题（为什么?）如下。'.replace('?', '？')], []],
  ['blanks are told once a paragraph', ['20〔原文空缺〕年〔原文空缺〕月'], ['1 原文空缺：本段有 2 处空缺']],
  ['blanks of a template are told as they stand', ['20__年__月在__市召开'], ['1 原文空缺：本段有 3 处空缺']],
  ['a line to write on is no blank', ['姓名________'], []],
  [
    'names made unreadable are blanks',
    ['某市××局', '甲XX乙'],
    ['1 原文空缺：本段有 1 处空缺', '2 原文空缺：本段有 1 处空缺'],
  ],
  ['crosses in a law that prescribes a form are none', ['第一条 甲', '第二条 写“××法院”。', '第三条 乙'], []],
  [
    'places whose names somebody took away are told',
    ['在港综合保税区报批上突破。', '《群岛新区发展规划》获批，深化“平安”建设。', '“健康”的提出'],
    [
      '1 地名缺失：前面像是删去了地名',
      '2 地名缺失：书名号里像是删去了开头的地名',
      '2 地名缺失：引号里像是删去了地名（如“平安某地”）',
      '3 地名缺失：引号里像是删去了地名（如“平安某地”）',
    ],
  ],
  [
    'places with their names, or that need none, are right',
    [
      '在云港综合保税区，在港口、在市人民政府，《云川群岛新区发展规划》《新区》，深化“平安云川”建设，平安建设。',
      '人才引进“绿色”通道，“健康”二字。',
    ],
    [],
  ],
  [
    'words that are mistyped are told with what was meant',
    ['注意总经经验，归纳疏理意见。', '结对帮抚有会新的突破，纪念建市 40周年。'],
    [
      '1 疑似错字：“总经经验”疑为“总结经验”之误',
      '1 疑似错字：“疏理”疑为“梳理”之误',
      '2 疑似错字：“结对帮抚”疑为“结对帮扶”之误',
      '2 疑似错字：“有会新的”疑为“会有新的”之误',
      '2 疑似错字：词语和数字之间多出空格',
    ],
  ],
  [
    'words that only neighbours make look mistyped are right',
    ['发布署名文章，疏理肝气，帮抚养人，险峻工程，连贯撤回，没有会新的同志，第 3 届，10 周年。'],
    [],
  ],
  ['a stray word between Chinese is told', ['文明单位 and 系统创建'], ['1 夹杂外文：汉字之间夹有“and”']],
  ['units and abbreviations are at home', ['血压用mm汞柱，酸碱度ph值，下载app使用'], []],
  [
    'a quotation that does not close is told',
    ['开展“两排查一促进活动。'],
    ['1 标点不配对：“ 在本段没有另一半'],
  ],
  ['a quotation of several paragraphs is none', ['改为：“第一款。', '“第二款。', '“第三款。”'], []],
  ['brackets may close some paragraphs later', ['（2016年通过', '2018年修订）'], []],
  [
    'a title cut in two is told once',
    ['印发《关于', '甲的通知》。'],
    ['1 标点不配对：《 在本段没有另一半，可能断错了段'],
  ],
  [
    'half-width marks are told once a text',
    ['甲,乙', '丙,丁;戊'],
    ['1 半角标点：汉字之间有 3 处半角标点：, 2 处，; 1 处'],
  ],
  ['marks in figures and addresses are right', ['2018-06-20，1,500字，0516-1'], []],
  ['a doubled character is told', ['这是我们的的工作。'], ['1 文字重复：“的的”重复']],
  ['words that meet doubled are right', ['可以以单位名义，合并并入，实实在在，以营利为目的的。'], []],
  [
    'a clause twice in a sentence is told',
    ['促进人口均衡发展，推进改革，促进人口均衡发展。'],
    ['1 文字重复：“促进人口均衡发展”在一句里出现两次'],
  ],
  [
    'a long passage that stands again in the next paragraph is told',
    [
      '全面提升卫生事业发展的领导、协调、监测、评估和考核机制，争取将健康融入各项政策。',
      '打造高地，全面提升卫生事业发展的领导、协调、监测、评估和考核机制，争取将健康融入各项政策。',
    ],
    ['2 文字重复：“全面提升卫生事业发展的领导、协调…”等 40 个字已见第 1 段'],
  ],
  [
    'a slogan may be repeated',
    ['坚持人民至上、生命至上，做到便民利民惠民。', '坚持人民至上、生命至上，做到便民利民惠民。'],
    [],
  ],
  ['a day that does not exist is told', ['2月30日召开'], ['1 日期：没有2月30日这一天']],
  ['29 February of no stated year may be', ['2月29日召开'], []],
  ['29 February of a common year is told', ['2025年2月29日'], ['1 日期：没有2025年2月29日这一天']],
  ['a wrong weekday is told', ['2026年10月23日（星期四）'], ['1 日期：2026年10月23日是周五，不是周四']],
  ['a right weekday is right', ['2026年10月25日（星期天）'], []],
  ['a period that ends before it begins is told', ['6月20日至16日'], ['1 日期：“6月20日至16日”结束早于开始']],
  ['a period over the turn of the year is right', ['12月1日至1月31日'], []],
  [
    'three statements that disagree are told together',
    ['活动3月份开始。', '集中5个月左右的时间走访。', '6月25日前，报送书面总结。'],
    [
      '2 期限：几处说法对不上：第 1 段“3月份开始”、第 2 段“集中5个月左右的时间”、第 3 段“6月25日前，报送书面总结”',
    ],
  ],
  ['three statements that agree are right', ['活动3月份开始，集中5个月时间，8月10日前报送总结。'], []],
  [
    'two lengths of one thing are told',
    ['为期三个月。', '历时半年，为期5个月。'],
    ['2 期限：前后期限不同：第 1 段“为期三个月”、第 2 段“为期5个月”'],
  ],
  [
    'parts that are more than the whole are told',
    ['已回复17条，其中可以解决的12条，暂缓的8条。'],
    ['1 合计：“其中”各项 12＋8＝20，多于合计 17条'],
  ],
  [
    'parts that make up the whole are right',
    ['已回复17条，其中有条件的2条，没有条件的1条，需要时间的14条。'],
    [],
  ],
  ['parts of another thing are none of it', ['共17人，其中党员12人，平均每人写8篇。'], []],
  [
    'a rest that nobody speaks of is told',
    ['收到转来的群众意见22条，已回复17条。'],
    ['1 合计：收到 22条，办结 17条，余下 5条没有说明去向'],
  ],
  ['a rest that is told is right', ['收到意见22条，已回复17条，其余5条正在办理。'], []],
  [
    'ten grids that list nine are told',
    ['推进“健康教育进网格、健康管理进网格、卫生监督进网格”等“十进网格”工作。'],
    ['1 数字简称：“十进网格”列出 3 项（不符）'],
  ],
  [
    'five don’ts that list five are right',
    ['做到“五不准”：不准吃请，不准收礼，不准游玩，不准扰民，不准陪同。'],
    [],
  ],
  [
    'five don’ts that list four are told',
    ['做到“五不准”：不准吃请，不准收礼，不准游玩，不准扰民。'],
    ['1 数字简称：“五不准”列出 4 项（不符）'],
  ],
  ['a list that goes on is only partial', ['做到“五不准”：不准吃请，不准收礼等。'], []],
  [
    'three jobs in four points are told',
    ['抓好三项工作：一是学；二是查；三是改；四是评。'],
    ['1 数字简称：“三项工作”列出 4 项（不符）'],
  ],
  [
    'items below are counted',
    ['有下列三种情形：', '（一）甲', '（二）乙'],
    ['1 数字简称：“下列三种情形”列出 2 项（不符）'],
  ],
  ['one or several of what follows is no count', ['采取下列一项或者多项措施：', '（一）甲', '（二）乙'], []],
  [
    'telephone, identity numbers and mail addresses are told',
    ['电话0516-00000000，手机13800000000，邮箱a@example.cn，QQ：123456，证号110101199001011234。'],
    [
      '1 个人信息：正文含电话号码 0516-00000000',
      '1 个人信息：正文含手机号 13800000000',
      '1 个人信息：正文含电子邮箱 a@example.cn',
      '1 个人信息：正文含QQ 号 QQ：123456',
      '1 个人信息：正文含身份证号 110101199001011234',
    ],
  ],
  ['an ordinary paragraph raises no doubt', ['收到意见建议26336条，APP办理“马上就办”（五个工作日内）。'], []],
];

describe('in a text', () => {
  for (const [rule, paragraphs, said] of RULES) {
    it(rule, () => {
      assert.deepEqual(doubts(...paragraphs), said);
    });
  }
  it('that is hostile the rules terminate, and in an empty one they find nothing', () => {
    assert.deepEqual(doubts('', ' ', '\n'), []);
    for (const mark of ['一', 'a', '“', '（', '1', '其中1条', '一是', '不准、'])
      findDoubts([mark.repeat(2_000)]);
  });
  it('a closing date that differs from the entry’s date is reported', () => {
    const find = (date: string | null) => findOtherSigningDay(date)(['正文。', '2026年3月2日']);
    assert.deepEqual(find('2026-03-02'), []);
    assert.deepEqual(find(null), []);
    assert.equal(find('2026-03-12')[0]?.reason, '落款是 2026-03-02，字段 date 写的是 2026-03-12');
  });
});

describe('an answer', () => {
  const doubt = {
    kind: '数字简称',
    paragraph: 12,
    words: '等“十进网格”工作',
    reason: '“十进网格”列出 9 项',
  } as const;
  const because = '原件如此';

  it('settles a doubt of its kind at its paragraph, or with words of it', () => {
    for (const at of ['p12', '十进网格', '9 项'])
      assert.ok(meets({ doubt: '数字简称', at, because }, doubt), at);
  });
  it('settles none of another kind, paragraph or words', () => {
    assert.ok(!meets({ doubt: '合计', at: 'p12', because }, doubt));
    assert.ok(!meets({ doubt: '数字简称', at: 'p1', because }, doubt));
    assert.ok(!meets({ doubt: '数字简称', at: '五不准', because }, doubt));
    assert.ok(!meets({ doubt: '合计', at: 'p1', because }, { kind: '合计', words: '甲', reason: '乙' }));
  });
});
