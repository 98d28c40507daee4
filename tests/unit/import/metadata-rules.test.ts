import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOf } from '../../../src/import/metadata/days.ts';
import { numberIn } from '../../../src/import/metadata/document-number.ts';
import { genreOf } from '../../../src/import/metadata/genre.ts';
import { readHead } from '../../../src/import/metadata/head.ts';
import { isAboutThePaper, isMasthead, letterheadOf } from '../../../src/import/metadata/letterhead.ts';
import { isOffice, officesIn } from '../../../src/import/metadata/offices.ts';
import { personIn } from '../../../src/import/metadata/people.ts';
import { readPrinting, readSignature } from '../../../src/import/metadata/signature.ts';
import { article } from './plain-article.ts';

const PARAGRAPH = '渡口的船旧了，村里凑钱修，请各组在月底以前把分摊的钱交到会计手里，不要拖。';

const metadataOf = (slice: string, fileName = 'a') => article(slice, { fileName }).metadata;

describe('a day in words', () => {
  it('is read with spaces between its figures, in full width, and with any zero', () => {
    for (const words of [
      ...[
        '2024年3月5日',
        '2024 年 3 月 5 日',
        '2 0 2 4 年 3 月 5 日',
        '2024　年3月5 日',
        '２０２４年３月５日',
        '2024-03-05',
      ],
      ...[
        '2024.3.5',
        '2024/03/05',
        '二〇二四年三月五日',
        '二0二四年三月五日',
        '二○二四年三月五日',
        '二零二四年三月五日',
        '二O二四年三月五日',
      ],
      ...['二 〇 二 四 年 三 月 五 日', '二〇二四年3月5日', '2024年三月五日', '2024年3月5号'],
    ])
      assert.equal(dayOf(words), '2024-03-05', words);
    assert.equal(dayOf('二〇二四年十二月廿一日'), '2024-12-21');
    assert.equal(dayOf('二〇二四年元月三十日'), '2024-01-30');
  });
  it('is none where a part is missing, or the calendar lacks it', () => {
    for (const words of [
      '2024年3月',
      '3月5日',
      '二〇二四年二月三十日',
      '2023年2月29日',
      '2024年13月1日',
      '2024-3',
      '〔2024〕3号',
      '',
    ])
      assert.equal(dayOf(words), undefined, words);
  });
});

describe('the name of a body', () => {
  it('ends as bodies of every kind do', () => {
    for (const name of [
      ...[
        '云川市卫生健康委员会',
        '中共云川市委办公室',
        '云川市人大常委会',
        '柳湾村村民委员会',
        '云川市中级人民法院',
        '云川大学',
        '县供销社',
      ],
      ...[
        '云川市自来水公司',
        '机关第二党支部',
        '云川市总工会',
        '市消防救援支队',
        '云川市第三人民医院（筹）',
        '创建工作领导小组',
        '××市财政局',
      ],
    ])
      assert.ok(isOffice(name), name);
  });
  it('is no sentence, no title, no thing that ends alike', () => {
    for (const words of [
      '基层干部',
      '开创工作新局',
      '村口多了一间卫生室',
      '关于修路的办法',
      '让群众满意的大厅',
      '各县（区）教育局',
      '会',
      '',
    ])
      assert.ok(!isOffice(words), words);
  });
  it('may stand beside others, spread, sealed or run together', () => {
    assert.deepEqual(officesIn('云川市教育局　云川市财政局'), ['云川市教育局', '云川市财政局']);
    assert.deepEqual(officesIn('云川市教育局、云川市财政局（盖章）'), ['云川市教育局', '云川市财政局']);
    assert.deepEqual(officesIn('云 川 市 教 育 局'), ['云川市教育局']);
    assert.deepEqual(officesIn('中共云川市委员会云川市人民政府'), ['中共云川市委员会', '云川市人民政府']);
    assert.deepEqual(officesIn('云川市教育局 请速办理'), []);
  });
});

describe('a person', () => {
  it('is a post and a name, in either order, the name spread or run on', () => {
    const person = { role: '云川市副市长', name: '沈知远' };
    for (const line of [
      '云川市副市长　沈知远',
      '云川市副市长沈知远',
      '云川市副市长 沈 知 远',
      '（云川市副市长 沈知远）',
      '沈知远（云川市副市长）',
      '沈知远 云川市副市长',
      '云川市副市长 沈知远同志',
    ])
      assert.deepEqual(personIn(line), person, line);
    assert.deepEqual(personIn('市委常委、副市长　沈　远'), { role: '市委常委、副市长', name: '沈远' });
    assert.deepEqual(personIn('县长 阿依努尔·买买提'), { role: '县长', name: '阿依努尔·买买提' });
    assert.deepEqual(personIn('总经理 ×××'), { role: '总经理', name: '×××' });
  });
  it('may be a name alone, under a label too, or of a body', () => {
    assert.deepEqual(personIn('汇报人：王某某'), { name: '王某某' });
    assert.deepEqual(personIn('欧阳静'), { name: '欧阳静' });
    assert.deepEqual(personIn('云川市水务局 穆青'), { role: '云川市水务局', name: '穆青' });
  });
  it('is not in lines that say something else', () => {
    for (const line of [
      '云川市水务局',
      '各科室负责人：',
      '局长要带头。',
      '第一条 局长负责',
      '关于局长的任命',
      '',
    ])
      assert.equal(personIn(line), undefined, line);
  });
});

describe('the document number', () => {
  it('is found in any brackets, spread, beside the body or the signer, and told without the spaces', () => {
    for (const [line, value] of [
      ['云卫发〔2024〕3号', '云卫发〔2024〕3号'],
      ['云卫发 [ 2024 ] 3 号', '云卫发[2024]3号'],
      ['（云卫发〔2024〕3号）', '云卫发〔2024〕3号'],
      ['云卫发〔2024〕3号　　签发人：沈知远', '云卫发〔2024〕3号'],
      ['签发人：沈知远　云卫发〔2024〕3号', '云卫发〔2024〕3号'],
      ['云川市水务局　云水发〔2024〕3号', '云水发〔2024〕3号'],
      ['云 水 发〔2024〕3号', '云水发〔2024〕3号'],
      ['云民复字〔2023〕第8号', '云民复字〔2023〕第8号'],
      ['2024年第11号', '2024年第11号'],
      ['第36号', '第36号'],
    ] as const)
      assert.equal(numberIn(line)?.value, value, line);
  });
  it('is not a number that a sentence or another title names', () => {
    for (const line of [
      '根据云卫发〔2024〕3号文件的要求，现将有关事项通知如下',
      '《通知》（云卫发〔2024〕3号）',
      '第36号提案',
      '3号楼',
      '',
    ])
      assert.equal(numberIn(line), undefined, line);
  });
  it('leaves the signer beside it in the body', () => {
    const slice = `云水发〔2024〕3号　　　签发人：顾长河\n关于修船的请示\n${PARAGRAPH}\n`;
    const { taken, lines } = article(slice);
    assert.deepEqual(lines, ['签发人：顾长河', PARAGRAPH]);
    assert.deepEqual(
      taken.map(({ field }) => field),
      ['documentNumber', 'title'],
    );
  });
});

describe('the letterhead', () => {
  it('is the bodies with 文件, the names of series, and the marks of secrecy, haste and number', () => {
    assert.deepEqual(letterheadOf('云川市财政局　文件'), ['云川市财政局']);
    assert.deepEqual(letterheadOf('云川市教育局等六部门文件'), ['云川市教育局']);
    for (const line of [
      '云川市财政局公告',
      '学习简报',
      '云川市人民政府令',
      '青石县人民政府专题会议纪要',
      '专题会议纪要',
    ])
      assert.ok(isMasthead(line), line);
    for (const line of [
      '000012',
      '秘密★1年',
      '特急',
      '附件2',
      '附件：',
      '第7期（总第18期）',
      '（此件公开发布）',
      '会议材料之三',
      '类别：A',
      '目　录',
    ])
      assert.ok(isAboutThePaper(line), line);
    for (const line of ['关于特急件的通知', '附件管理办法', '秘密花园'])
      assert.ok(!isAboutThePaper(line), line);
  });
  it('is no title; what stands below it is', () => {
    const title = (...lines: string[]) =>
      readHead([...lines, PARAGRAPH].join('\n')).lines.find(({ field }) => field === 'title')?.text;
    assert.equal(title('云川市水务局文件', '云水发〔2024〕3号', '关于修船的通知'), '关于修船的通知');
    assert.equal(title('附件3', '修船分摊表'), '修船分摊表');
    assert.equal(title('附件3：修船分摊表'), '修船分摊表');
    assert.equal(title('修船简报', '第3期', '柳湾渡口开工'), '柳湾渡口开工');
    assert.equal(title('云川市水务局公告', '第3号', '关于停渡的公告'), '关于停渡的公告');
    assert.equal(title('云川市水务局公告', '第3号'), '云川市水务局公告');
    const decree = [
      '云川市人民政府令',
      '第9号',
      '《云川市渡口办法》已经市政府会议通过，现予公布，自公布之日起施行。',
    ];
    assert.equal(title(...decree, '云川市', '渡口办法'), '云川市渡口办法');
    assert.equal(title(...decree), '云川市人民政府令');
    assert.equal(title('县长　蓝正山', '在修船动员会上的讲话'), '在修船动员会上的讲话');
    assert.equal(title('调查报告', '关于渡口的调查报告'), '关于渡口的调查报告');
    assert.equal(title('同志们！'), undefined);
    assert.equal(title('各位同学，大家好！'), undefined);
    assert.equal(title('云川市水务局文件'), undefined);
  });
});

describe('the kind of paper', () => {
  it('is told by the end of its title, marks of drafts and extracts aside', () => {
    for (const [title, genre] of [
      ['在会上的讲话提纲（摘要）', '讲话'],
      ['学习发言材料', '讲话'],
      ['办公会议纪要', '纪要'],
      ['关于修船的通知（征求意见稿）', '通知'],
      ['修船方案（试行）', '方案'],
      ['2024年工作总结', '报告'],
      ['2023年工作总结和2024年工作打算', '报告'],
      ['党课学习心得体会', '心得体会'],
      ['读《渡口》有感', '心得体会'],
      ['柳湾村经验交流材料', '经验材料'],
      ['渡口管理办法', '规章'],
      ['修船分摊表', '表册'],
    ] as const)
      assert.equal(genreOf(title)?.genre, genre, title);
  });
  it('is not told by words that only end alike', () => {
    for (const title of ['我看见的做法', '一位人大代表', '春天里'])
      assert.equal(genreOf(title), undefined, title);
  });
  it('is a note of experience where the writer tells what was felt, and the library has no kind of its own for it', () => {
    const { genre, kind } = metadataOf(
      '廉洁从我做起\n这次学习我深受教育，想谈谈自己的体会，写下来同大家商量。\n',
    );
    assert.deepEqual([genre.value, genre.confidence, kind.value], ['心得体会', '中', 'texts']);
  });
});

describe('the signature', () => {
  const LAST = '特此通知。';
  it('gives the day before the printing, the copies and the contact', () => {
    const signature = readSignature([
      LAST,
      '云川市水务局',
      '2024年3月5日',
      '（联系人：金某）',
      '抄送：市政府。',
      '云川市水务局办公室　2024年3月8日印发',
    ]);
    assert.deepEqual([signature?.day, signature?.offices], ['2024-03-05', ['云川市水务局']]);
  });
  it('stands before attachments, whose days are others', () => {
    const lines = [
      LAST,
      '附件：1. 分摊表',
      '云川市水务局',
      '2024年3月5日',
      '附件1',
      '分摊表',
      '填表日期',
      '1999年1月1日',
    ];
    assert.equal(readSignature(lines)?.day, '2024-03-05');
  });
  it('is less sure where attachments are signed too', () => {
    const { date } = metadataOf(
      `关于转发提示的通知\n${PARAGRAPH}\n云川市水务局\n2024年3月5日\n提示\n${PARAGRAPH}\n省水利厅\n2024年2月1日\n`,
    );
    assert.deepEqual([date.value, date.confidence], ['2024-03-05', '中']);
  });
  it('may name several bodies, on one line or more, and the day beside them', () => {
    const offices = (...lines: string[]) => readSignature([LAST, ...lines])?.offices;
    assert.deepEqual(offices('云川市水务局　云川市财政局', '2024年3月5日'), ['云川市水务局', '云川市财政局']);
    assert.deepEqual(offices('云川市水务局', '云川市财政局', '2024年3月5日'), [
      '云川市水务局',
      '云川市财政局',
    ]);
    assert.deepEqual(offices('云川市水务局　　2024年3月5日'), ['云川市水务局']);
    assert.deepEqual(offices('2024年3月5日', '（云川市水务局代章）'), ['云川市水务局']);
  });
  it('is no day of a sentence, a chronicle or a form', () => {
    for (const lines of [
      ['自2024年3月5日起施行。'],
      ['2024年3月5日', '开工，来了四十人，干到天黑。'],
      ['请在2024年3月5日以前交齐'],
      [],
    ])
      assert.equal(readSignature([LAST, ...lines])?.day, undefined, lines.join());
  });
  it('that gives a month only leaves the day unknown, and says which month', () => {
    const { date } = metadataOf(`渡口调查报告\n${PARAGRAPH}\n2021年10月\n`);
    assert.deepEqual([date.value, date.shown], ['unknown', '2021年10月，哪一天未注明']);
  });
  it('is told from the printing, whose day stands in for a missing one and is not sure', () => {
    assert.equal(readPrinting(['云川市水务局办公室 2024年3月8日印发'])?.day, '2024-03-08');
    const { date } = metadataOf(`关于修船的通知\n${PARAGRAPH}\n云川市水务局办公室 2024年3月8日印发\n`);
    assert.deepEqual([date.value, date.confidence], ['2024-03-08', '低']);
  });
});

describe('the issuers', () => {
  const issuer = (...lines: string[]) => {
    const found = metadataOf(`${lines.join('\n')}\n`).issuer;
    return [found?.value, found?.confidence];
  };
  it('are all that letterhead, title or signature name, whichever names most', () => {
    assert.deepEqual(
      issuer(
        '云川市水务局等两部门文件',
        '云水联发〔2024〕3号',
        '关于修船的通知',
        PARAGRAPH,
        '云川市水务局',
        '云川市财政局',
        '2024年3月5日',
      ),
      ['云川市水务局、云川市财政局', '高'],
    );
    assert.deepEqual(issuer('云川市水务局关于修船的通知', PARAGRAPH, '市水务局', '2024年3月5日'), [
      '云川市水务局',
      '高',
    ]);
  });
  it('are not sure where title and signature name different ones, or only a line under the title does', () => {
    assert.deepEqual(issuer('云川市水务局关于修船的通知', PARAGRAPH, '柳湾镇人民政府', '2024年3月5日'), [
      '云川市水务局',
      '中',
    ]);
    assert.deepEqual(issuer('渡口调研报告', '柳湾镇调研组', PARAGRAPH), ['柳湾镇调研组', '中']);
  });
});

describe('a day that may be another', () => {
  it('is not sure: minutes printed later, a day above the title, history in a report, an old day at the end', () => {
    const confidence = (...lines: string[]) => metadataOf(`${lines.join('\n')}\n`).date.confidence;
    assert.equal(
      confidence(
        '渡口会议纪要',
        '柳湾镇政府办公室　2024年3月8日',
        '2024年3月5日，镇长主持召开会议，议定修船。',
      ),
      '中',
    );
    assert.equal(confidence('2024年3月5日', '关于修船的通知', PARAGRAPH), '中');
    assert.equal(
      confidence('渡口记', '◎云川日报记者 严一白', '2019年9月1日，第一条船下水。到2024年，已有九条。'),
      '中',
    );
    assert.equal(
      confidence('渡口碑记', '渡口修于清末，2019年又修一次，船也换了新的。', '1986年5月1日'),
      '中',
    );
  });
  it('is no day of a chronicle', () => {
    assert.equal(
      metadataOf(`渡口大事记\n2024年1月5日\n${PARAGRAPH}\n2024年2月1日\n${PARAGRAPH}\n`).date.value,
      'unknown',
    );
  });
});

it('no field holds a mark or control character, whatever stands in a table of the head', () => {
  const slice =
    '云川市水务局\u001F文件\n\u001E云水发〔2024〕3号\u001F签发人：顾长河\n关于修船的通知\u001D\n各组\u001F渡口\n云川市水务局\u001F2024年3月5日\n';
  for (const finding of Object.values(metadataOf(slice)))
    assert.doesNotMatch(JSON.stringify(finding ?? ''), /\\u00[01]/u);
});

describe('what papers say of themselves in rarer ways', () => {
  it('a document number may have its year in Chinese figures, and is kept as written', () => {
    assert.equal(numberIn('渡发〔二〇二四〕9号')?.value, '渡发〔二〇二四〕9号');
    assert.equal(numberIn('渡发〔一九九八〕12号')?.value, '渡发〔一九九八〕12号');
    assert.equal(numberIn('渡发〔二〇二〕9号'), undefined);
  });
  it('a meeting’s material by its number is no title', () => {
    for (const words of ['2024年全镇渡运工作会议材料之三', '全镇渡工培训班交流材料（二）'])
      assert.equal(isAboutThePaper(words), true, words);
    assert.equal(isAboutThePaper('关于渡运工作会议材料的通知'), false);
  });
  it('a word such as 任前 is no name, and one who only stands before 发言 is not sure', () => {
    assert.equal(personIn('新任职干部任前'), undefined);
    const { speaker } = metadataOf(`镇长周平安表态发言\n同志们：\n${PARAGRAPH}`);
    assert.deepEqual(speaker?.value, { role: '镇长', name: '周平安' });
    assert.equal(speaker?.confidence, '中');
    assert.equal(metadataOf(`镇长周平安在渡运会上的发言\n同志们：\n${PARAGRAPH}`).speaker?.confidence, '高');
  });
  it('a body in the place of a post makes a speaker unsure', () => {
    const of = (line: string) =>
      metadataOf(`在渡运座谈会上的发言\n${line}\n各位同事：\n${PARAGRAPH}`).speaker;
    assert.equal(of('运输处 周平安')?.confidence, '中');
    assert.equal(of('运输处处长 周平安')?.confidence, '高');
  });
  it('a lecture is a speech; a report that calls its listeners may be one', () => {
    const lecture = metadataOf(`守好渡口\n——在渡工培训班上的辅导报告\n讲师 周平安\n各位学员：\n${PARAGRAPH}`);
    assert.deepEqual([lecture.kind.value, lecture.occasion?.value], ['speeches', '渡工培训班']);
    assert.equal(metadataOf(`渡口工作报告\n各位代表：\n${PARAGRAPH}`).kind.confidence, '中');
    assert.equal(metadataOf(`渡口工作报告\n镇政府：\n${PARAGRAPH}`).kind.confidence, '高');
  });
  it('a line that ends with 时强调, and a series above a number, stand over the title', () => {
    const title = (slice: string) => metadataOf(slice).title.value;
    assert.equal(title(`镇长周平安在渡口调研时强调\n把船修好再过河\n${PARAGRAPH}`), '把船修好再过河');
    const answer = `建议办理答复\n镇函〔2024〕2号　A类\n对第4号建议的答复\n周代表：\n${PARAGRAPH}`;
    assert.equal(title(answer), '对第4号建议的答复');
    const notice = `镇政府关于修船的通知\n镇发〔2024〕2号\n各组：\n${PARAGRAPH}`;
    assert.equal(title(notice), '镇政府关于修船的通知');
  });
});
