import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDoubts } from '../../../src/domain/doubts/all-doubts.ts';
import { DOUBT_KINDS } from '../../../src/domain/doubts/doubt.ts';
import { findOtherSigningDay } from '../../../src/domain/doubts/dates.ts';
import { countOf } from '../../../src/domain/doubts/numbers.ts';
import { meets } from '../../../src/domain/doubts/settled.ts';

const doubts = (...paragraphs: string[]) =>
  findDoubts(paragraphs).map(({ paragraph, kind, reason }) => `${paragraph} ${kind}：${reason}`);

/** Twenty-one letters, each once. */
const LETTERS = '甲丑丙卯戊巳庚未壬酉亥乙寅丁辰己午辛申癸戌';

/** Words that are never right, with what was meant. */
const SLIPS = {
  布署: '部署',
  贯澈: '贯彻',
  再接再励: '再接再厉',
  竞竞业业: '兢兢业业',
  以身做则: '以身作则',
  一如继往: '一如既往',
  迫不急待: '迫不及待',
  走头无路: '走投无路',
  穿流不息: '川流不息',
  按步就班: '按部就班',
  融汇贯通: '融会贯通',
  相形见拙: '相形见绌',
  谈笑风声: '谈笑风生',
  甘败下风: '甘拜下风',
  松驰: '松弛',
  急燥: '急躁',
  追朔: '追溯',
  脉博: '脉搏',
  璀灿: '璀璨',
  峻工: '竣工',
};

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
    'common slips are told wherever they stand',
    Object.keys(SLIPS).map((slip) => `他们${slip}的样子`),
    Object.entries(SLIPS).map(([slip, meant], at) => `${at + 1} 疑似错字：“${slip}”疑为“${meant}”之误`),
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
  [
    'every mark that opens asks for the one that closes it',
    ['甲（乙', '甲〔乙', '甲【乙', '甲‘乙'],
    ['（', '〔', '【', '‘'].map((mark, at) => `${at + 1} 标点不配对：${mark} 在本段没有另一半`),
  ],
  ['a mark that closes asks for the one that opens it', ['甲）乙'], ['1 标点不配对：） 在本段没有另一半']],
  [
    'of very many marks the first twenty are shown and all are counted',
    [[...LETTERS].map((letter) => `${letter}）`).join('')],
    [`1 标点不配对：${Array(20).fill('）').join(' ')} 等 21 个 在本段没有另一半`],
  ],
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
  [
    'marks in what is damaged are told as damage only',
    ['就是勇?lián)敗_B日来，'],
    ['1 文字损坏：文字损坏，无法自动还原'],
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
  [
    'a day, a weekday and a period are right to their edges',
    [
      '6月20日至20日，2026年1月1日至2026年1月1日，2026年10月23日周五，10月23日（星期四）',
      '星期四10月1日，2月29日至2月1日',
    ],
    ['2 日期：“2月29日至2月1日”结束早于开始'],
  ],
  [
    'a period of two years is held against both',
    ['2026年3月1日至2025年3月1日', '2025年12月1日至2026年1月31日', '3月2日至2026年3月1日'],
    ['1 日期：“2026年3月1日至2025年3月1日”结束早于开始'],
  ],
  [
    'a period to a day that does not exist is told for the day',
    ['2月1日至30日', '4月20日至4月31日'],
    ['2 日期：没有4月31日这一天'],
  ],
  ['a period over the turn of the year is right', ['12月1日至1月31日'], []],
  [
    'three statements that disagree are told together',
    ['活动3月份开始。', '集中5个月左右的时间走访。', '6月25日前，报送书面总结。'],
    [
      '2 期限：几处说法对不上：第 1 段“3月份开始”、第 2 段“集中5个月左右的时间”、第 3 段“6月25日前，报送书面总结”',
    ],
  ],
  ['a length is doubted by a beginning and an end together only', ['集中2个月时间，8月10日前报送总结。'], []],
  [
    'an end before the beginning says nothing of the length',
    ['活动9月份开始，集中5个月时间，2月10日前报送总结。'],
    [],
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

/** What an editor is told to do about each kind. */
const REMEDIES: Record<string, string[]> = {
  文字损坏: ['查到原文后写进 corrections，原样保留正文'],
  原文空缺: ['查到原文后写进 corrections；查不到就写进 settled'],
  地名缺失: ['查到原文后写进 corrections；查不到就写进 settled，不要自己补'],
  疑似错字: ['对照原件核实；原件有误的写进 corrections，原样保留正文'],
  夹杂外文: ['对照原件核实；是误入的写进 corrections'],
  标点不配对: ['对照原件核实；原件有误的写进 corrections 或 settled'],
  半角标点: ['改成全角标点；用 npm run import 重新导入会自动改好'],
  文字重复: ['对照原件核实；原件有误的写进 corrections', '对照原件核实是不是误重；原件如此的写进 settled'],
  日期: ['对照原件核实；原件有误的写进 corrections'],
  期限: ['向主办单位核实；核实以前，在专题活动的 statements 里并列写出'],
  合计: ['对照原件核实各数；原件如此的写进 settled', '向有关单位核实；原件如此的写进 settled'],
  数字简称: ['对照原件核实；原件如此的写进 settled，不要自己补'],
  个人信息: ['删去；是单位公开电话的，写进 settled'],
};

/** Paragraphs, and the words that a doubt of theirs shows: what it is about, with some characters around where those help to find it. */
const SHOWN: readonly [paragraph: string, words: string[]][] = [
  ['前面有六个字，就是勇?lián)敗_B日来，后面还有', ['字，就是勇?lián)敗_B日来，后']],
  ['我们要注意总经经验，归纳疏理意见。', ['们要注意总经经验，归纳疏', '验，归纳疏理意见。']],
  ['创建文明单位 and 系统创建活动', ['创建文明单位 and 系统创建活动']],
  ['今天我们开展“两排查一促进活动。', ['今天我们开展“两排查一促进活动']],
  ['我们说这是我们的的工作和生活。', ['这是我们的的工作和生']],
  ['会议定于2月30日召开', ['2月30日']],
  ['会议于2026年10月23日（星期四）召开', ['2026年10月23日（星期四']],
  ['时间是6月20日至16日，不变', ['6月20日至16日']],
  [
    '本院收到意见，已回复17条，其中可以解决的12条，暂缓的8条。',
    ['收到意见，已回复17条，其中可以解决的12条，暂缓的'],
  ],
  ['办公电话0516-00000000，', ['0516-00000000']],
];

describe('in a text', () => {
  it('every doubt shows words that stand where it says, and tells what to do', () => {
    for (const [, paragraphs] of RULES)
      for (const { paragraph, at, words, kind, remedy } of findDoubts(paragraphs)) {
        assert.ok(words !== '', kind);
        assert.equal(paragraphs[paragraph - 1]!.slice(at, at + words.length), words);
        assert.ok(REMEDIES[kind]?.includes(remedy), `${kind}: ${remedy}`);
      }
  });
  it('a doubt shows what it is about, with the characters that help to find it', () => {
    for (const [paragraph, words] of SHOWN)
      assert.deepEqual(
        findDoubts([paragraph]).map((doubt) => doubt.words),
        words,
      );
  });
  it('the kinds of doubts never change, for editors write them into settled', () => {
    assert.equal(
      DOUBT_KINDS.join(' '),
      '文字损坏 少见字符 原文空缺 地名缺失 疑似错字 夹杂外文 标点不配对 半角标点 文字重复 日期 期限 合计 数字简称 引用 所引未公开 个人信息 说法不一 编号 学习安排 放假安排 答复',
    );
  });
  for (const [rule, paragraphs, said] of RULES) {
    it(rule, () => {
      assert.deepEqual(doubts(...paragraphs), said);
    });
  }
  it('that is empty the rules find nothing', () => {
    assert.deepEqual(doubts('', ' ', '\n'), []);
  });
  it('a closing date that differs from the entry’s date is reported', () => {
    const find = (date: string | null) => findOtherSigningDay(date)(['正文。', '2026年3月2日']);
    assert.deepEqual(find('2026-03-02'), []);
    assert.deepEqual(find(null), []);
    assert.deepEqual(find('2026-03-12'), [
      {
        kind: '日期',
        paragraph: 2,
        at: 0,
        words: '2026年3月2日',
        reason: '落款是 2026-03-02，字段 date 写的是 2026-03-12',
        remedy: '核实成文日期，改其中一处；确是两个日期的写进 settled',
      },
    ]);
  });
  it('a day within a sentence is no day under it', () => {
    const find = (...paragraphs: string[]) => findOtherSigningDay('2026-03-12')(paragraphs);
    assert.deepEqual(find('正文。', '会议于2026年3月2日'), []);
    assert.deepEqual(find('正文。', '2026年3月2日召开'), []);
    assert.equal(find('正文。', '　2026年3月2日 ').length, 1);
  });
  it('counts are read as texts write them, up to 99', () => {
    assert.deepEqual(
      ['4', '两', '四', '九', '十', '十二', '二十', '二十八', '九十九', '2026'].map(countOf),
      [4, 2, 4, 9, 10, 12, 20, 28, 99, 2026],
    );
    for (const written of ['', '百', '4个', '第4', '十百', '一二', '二十八天', '12345', '若干'])
      assert.equal(countOf(written), undefined, written);
  });
  it('units of measurement and terms in small letters are at home between Chinese', () => {
    const terms =
      'mm cm dm km nm um mg kg ml dl kw kwh hz khz mhz ghz db pa kpa mpa ppm ph app vs pm ip mol min ha www com cn';
    for (const term of terms.split(' ')) assert.deepEqual(doubts(`甲${term}乙`), [], term);
    for (const word of ['kgs', 'xmm', 'of'])
      assert.deepEqual(doubts(`甲${word}乙`), [`1 夹杂外文：汉字之间夹有“${word}”`]);
  });
  it('telephone numbers of every form are told, figures that only look like them are not', () => {
    const found = (text: string) => findDoubts([text]).map(({ words }) => words);
    assert.deepEqual(found('热线：12345678'), ['12345678']);
    assert.deepEqual(found('400-800-1234，4008001234'), ['400-800-1234', '4008001234']);
    assert.deepEqual(found('证号11010119900101123X'), ['11010119900101123X']);
    assert.deepEqual(found('编号12345678，金额23800000000元，3.13800000000'), []);
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
  it('does not settle a doubt of another kind, paragraph or wording', () => {
    assert.ok(!meets({ doubt: '合计', at: 'p12', because }, doubt));
    assert.ok(!meets({ doubt: '数字简称', at: 'p1', because }, doubt));
    assert.ok(!meets({ doubt: '数字简称', at: '五不准', because }, doubt));
    assert.ok(!meets({ doubt: '数字简称', at: 'p12x', because }, doubt));
    assert.ok(meets({ doubt: '数字简称', at: 'xp12', because }, { ...doubt, words: 'xp12' }));
    assert.ok(!meets({ doubt: '数字简称', at: 'p', because }, { ...doubt, paragraph: undefined }));
    assert.ok(!meets({ doubt: '合计', at: 'p1', because }, { kind: '合计', words: '甲', reason: '乙' }));
  });
});
