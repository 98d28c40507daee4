import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsIn } from '../../../src/import/readers/facts.ts';
import { dayOf } from '../../../src/import/metadata/days.ts';
import { readEventDay, type DayClues } from '../../../src/import/metadata/event-day.ts';
import { readHead } from '../../../src/import/metadata/head.ts';
import { readKind } from '../../../src/import/metadata/kind.ts';
import { readPageDay } from '../../../src/import/metadata/page-day.ts';
import { readSignature } from '../../../src/import/metadata/signature.ts';
import { readSiteName, readSiteUrl } from '../../../src/import/metadata/site.ts';
import { readOccasion, readSpeaker } from '../../../src/import/metadata/speaker.ts';
import { readTitle } from '../../../src/import/metadata/title.ts';
import { readIssuer } from '../../../src/import/metadata/issuer.ts';
import { readTopics } from '../../../src/import/metadata/topics.ts';
import { readUnits } from '../../../src/import/metadata/units.ts';
import { article } from './plain-article.ts';

const TEXT = '6月14日下午，市卫生健康委召开学习会，逐条研究群众提出的意见建议，当场定下办理的科室。';

describe('the head of an article', () => {
  it('is split into its fields', () => {
    const head = readHead(
      `云卫学〔2026〕3号\n作风建设再提速\n——记市卫生健康委学习会\n◎云川日报记者 孟小祥 通讯员 谈小荣\n${TEXT}`,
    );
    assert.deepEqual(
      head.lines.map(({ field, text }) => [field, text]),
      [
        ['documentNumber', '云卫学〔2026〕3号'],
        ['title', '作风建设再提速'],
        ['subtitle', '记市卫生健康委学习会'],
        ['byline', '云川日报记者 孟小祥 通讯员 谈小荣'],
      ],
    );
  });
  it('has a plain secondary title only where the writers follow', () => {
    assert.deepEqual(
      readHead(`标题甲乙\n副题丙丁\n王小明\n${TEXT}`).lines.map(({ field }) => field),
      ['title', 'subtitle', 'byline'],
    );
    assert.deepEqual(
      readHead(`标题甲乙\n小标题丙丁\n${TEXT}`).lines.map(({ field }) => field),
      ['title'],
    );
  });
  it('takes no organisation for a person', () => {
    assert.deepEqual(
      readHead(`管理办法\n文化部\n${TEXT}`).lines.map(({ field }) => field),
      ['title', 'officeLine'],
    );
  });
  it('may be a question', () => {
    assert.equal(readHead(`对照检查怎么写？\n${TEXT}`).lines[0]?.text, '对照检查怎么写？');
  });
  it('may be missing', () => {
    assert.deepEqual(readHead(`${TEXT}\n${TEXT}`).lines, []);
  });
  it('leaves lines in the body for which the kind has no field', () => {
    const { lines, metadata } = article(`关于开展学习活动的通知\n市卫生局局长 张小三\n${TEXT}`);
    assert.equal(metadata.kind.value, 'texts');
    assert.deepEqual(lines, ['市卫生局局长 张小三', TEXT]);
  });
});

describe('the kind', () => {
  const kind = (title: string, more: Partial<Parameters<typeof readKind>[0]> = {}) =>
    readKind({ title, byline: undefined, newspaper: undefined, firstParagraph: TEXT, ...more });

  it('follows the end of the title', () => {
    assert.deepEqual(
      [kind('局长在动员会上的讲话').value, kind('局长在动员会上的讲话').confidence],
      ['speeches', '高'],
    );
    assert.equal(kind('大讨论活动实施方案').value, 'texts');
    assert.equal(kind('关于印发方案的通知（试行）').value, 'texts');
  });
  it('is a report where a newspaper or reporters are named', () => {
    assert.equal(kind('作风建设再提速', { newspaper: '云川日报' }).value, 'articles');
    assert.equal(kind('作风建设再提速', { byline: '本报记者 张小三' }).value, 'articles');
    assert.equal(kind('作风建设再提速', { byline: '张小三' }).confidence, '中');
  });
  it('is a speech where the listeners are called', () => {
    assert.equal(kind('认清形势', { firstParagraph: '同志们：' }).value, 'speeches');
  });
  it('is a text for want of anything else, and says so', () => {
    const plain = kind('认清形势', { firstParagraph: '形势是逼人的，任务是具体的。' });
    assert.deepEqual([plain.value, plain.confidence], ['texts', '低']);
  });
  it('is a report, though not surely, where the text begins as news do', () => {
    assert.deepEqual([kind('认清形势').value, kind('认清形势').confidence], ['articles', '低']);
  });
});

describe('the title', () => {
  const title = (clues: Partial<Parameters<typeof readTitle>[0]>) =>
    readTitle({
      ...{
        titleLine: undefined,
        stated: undefined,
        hasHead: false,
        firstParagraph: TEXT,
        fileName: 'a',
        ...clues,
      },
    });
  it('is sure where it ends as papers do or stands in a head, else likely', () => {
    assert.equal(title({ titleLine: '读书班方案' }).confidence, '高');
    assert.equal(title({ titleLine: '灯下', hasHead: true }).confidence, '高');
    assert.equal(title({ titleLine: '灯下' }).confidence, '中');
  });
  it('comes from the file name, without its numbers and copies, where no line gives it', () => {
    assert.equal(title({ fileName: '2026年学习体会' }).value, '2026年学习体会');
    assert.equal(title({ fileName: '03_A-12 学习体会(2)' }).value, '学习体会');
    assert.equal(title({ fileName: 'no-title-发言稿' }).value, '发言稿');
  });
  it('is none where only opening words are there, which are told in the evidence', () => {
    for (const fileName of ['001', '新建文本文档', '扫描件 3', '文档1']) {
      const found = title({ fileName, firstParagraph: '转作风，要见行动。后面还有。' });
      assert.deepEqual([found.value, found.confidence], ['无标题', '低'], fileName);
      assert.match(found.evidence, /转作风，要见行动/);
    }
  });
});

describe('the speaker', () => {
  const speaker = (title: string, speakerLine?: string, more = {}) =>
    readSpeaker({ title, speakerLine, ...more }).value;
  it('is a role read from the title or from the line below it', () => {
    assert.deepEqual(speaker('局长在卫生党建调研会讲话'), { role: '局长' });
    assert.deepEqual(speaker('在动员会上的讲话', '市卫生局党委书记'), { role: '市卫生局党委书记' });
    assert.equal(speaker('动员会讲话').role, '原文未注明');
  });
  it('has a name where one stands beside the role', () => {
    assert.deepEqual(speaker('市卫生局局长张小三在动员会上的讲话'), { name: '张小三', role: '市卫生局局长' });
    assert.deepEqual(speaker('讲话', '市卫生局局长 李四'), { name: '李四', role: '市卫生局局长' });
    assert.deepEqual(speaker('讲话', '李　四'), { name: '李四', role: '原文未注明' });
    assert.deepEqual(speaker('讲话', '张小三（市卫生局局长）'), { name: '张小三', role: '市卫生局局长' });
  });
  it('may hold any post of an office, a firm, a school, a court', () => {
    for (const post of '市长 省长 县长 区长 校长 总经理 董事长 检察长 庭长 政委 秘书长 理事长 总工程师 支部书记 村党支部书记 副院长 二级巡视员 护士长 工会主席'.split(
      ' ',
    ))
      assert.deepEqual(speaker('讲话', `云川${post}　秋某某`), { name: '秋某某', role: `云川${post}` }, post);
  });
  it('is the body for which somebody speaks, where a body stands under the title', () => {
    assert.deepEqual(speaker('在现场会上的发言', undefined, { officeLine: '柳湾镇人民政府' }), {
      role: '柳湾镇人民政府',
    });
  });
  it('speaks on an occasion', () => {
    assert.equal(readOccasion('局长在卫生党建调研会讲话')?.value, '卫生党建调研会');
    assert.equal(readOccasion('在全市动员会上的讲话')?.value, '全市动员会');
    assert.equal(readOccasion('讲话'), undefined);
  });
});

describe('a day in words', () => {
  it('is read in figures and in Chinese', () => {
    assert.equal(dayOf('2018年6月4日'), '2018-06-04');
    assert.equal(dayOf('二〇一八年十二月三十一日'), '2018-12-31');
    assert.equal(dayOf('二○一九年十月十日'), '2019-10-10');
  });
  it('must exist', () => {
    assert.equal(dayOf('2018年2月30日'), undefined);
    assert.equal(dayOf('2018年6月'), undefined);
  });
});

describe('the day of the event', () => {
  const day = (clues: Partial<DayClues>) =>
    readEventDay({
      kind: 'articles',
      title: '标题',
      dateLine: undefined,
      paragraphs: [TEXT],
      sourceText: TEXT,
      pageDay: undefined,
      publishedOn: undefined,
      statedDay: undefined,
      fileName: 'a',
      ...clues,
    });

  it('takes its year from a page put up shortly after', () => {
    const found = day({ pageDay: '2018-06-20' });
    assert.deepEqual([found.value, found.confidence], ['2018-06-14', '高']);
    assert.match(found.evidence, /6月14日下午.*2018-06-20/);
  });
  it('takes the year before for December news on a page of January', () => {
    assert.equal(
      day({ paragraphs: ['12月30日，召开会议。'], sourceText: '', pageDay: '2019-01-04' }).value,
      '2018-12-30',
    );
  });
  it('does not take the year of a page put up long after', () => {
    assert.equal(day({ pageDay: '2022-05-02' }).value, 'unknown');
    assert.equal(
      day({ pageDay: '2018-06-20', sourceText: '2012年，召开会议。' }).value === '2018-06-14',
      false,
    );
  });
  it('takes its year from the text, or less surely from another article of the file', () => {
    const own = day({ paragraphs: [TEXT, '2019年的工作'], sourceText: `${TEXT}2019年的工作` });
    assert.deepEqual([own.value, own.confidence], ['2019-06-14', '中']);
    const other = day({ sourceText: `${TEXT}2019年的工作` });
    assert.deepEqual([other.value, other.confidence], ['2019-06-14', '低']);
  });
  it('is not guessed where several years are named', () => {
    assert.equal(day({ sourceText: '2018年和2019年' }).value, 'unknown');
  });
  it('comes from a signature or a date line first', () => {
    const paragraphs = [TEXT, '云川市卫生健康委', '2026年9月1日'];
    assert.equal(
      day({ kind: 'texts', paragraphs, signature: readSignature(paragraphs) }).value,
      '2026-09-01',
    );
    assert.equal(day({ kind: 'speeches', dateLine: '（2012年3月5日）' }).value, '2012-03-05');
  });
  it('is no deadline, no span and no day of a web page', () => {
    const text = '活动从4月16日至6月20日，3月28日前报送。';
    const found = day({ kind: 'texts', paragraphs: [text], sourceText: text, pageDay: '2021-03-24' });
    assert.equal(found.value, 'unknown');
    assert.match(found.evidence, /网页日期 2021-03-24 不是成文日期/);
  });
  it('is unknown where only a year is told, and the finding says by how much the page differs', () => {
    const found = day({
      kind: 'speeches',
      paragraphs: ['2012年我们的任务'],
      sourceText: '2012年',
      pageDay: '2022-05-02',
    });
    assert.equal(found.value, 'unknown');
    assert.match(found.evidence, /2012年.*相差 10 年/);
  });
});

describe('the source', () => {
  it('has a page day from its label or its address', () => {
    assert.equal(readPageDay(['来源:某网 | 时间:2021-03-24 11:39:22'])?.value, '2021-03-24');
    assert.equal(readPageDay(['本文地址:http://www.example.cn/a/2018-06-20/1.html'])?.value, '2018-06-20');
    assert.equal(readPageDay(['链接地址:http://www.example.cn/a/233675.html']), undefined);
  });
  it('has the name and address that the page gives itself', () => {
    assert.equal(
      readSiteName(['来源:网络整理', 'Copyright © 2009 - 2019 某某网(WWW.EXAMPLE.CN)'])?.value,
      '某某网',
    );
    assert.equal(
      readSiteUrl(['链接地址:http://www.example.cn/a.html'])?.value,
      'http://www.example.cn/a.html',
    );
    assert.equal(readSiteUrl(['见 http://www.example.cn/']), undefined);
  });
  it('is a newspaper where the last sentence is followed by its credit', () => {
    const { metadata, lines } = article(`标题甲乙\n${TEXT}(《云川日报》2022年9月27日 文/王小飞 谈小荣)`);
    assert.equal(metadata.newspaper?.value, '云川日报');
    assert.equal(metadata.publishedOn?.value, '2022-09-27');
    assert.equal(metadata.byline?.value, '王小飞 谈小荣');
    assert.deepEqual(lines, [TEXT]);
  });
});

it('units are matched by present and former names, and never invented', () => {
  const units = [{ id: 'blood-center', names: ['云川市血液中心', '云川市中心血站'] }];
  assert.deepEqual(readUnits(units, ['云川市中心血站召开会议'], [])?.value, ['blood-center']);
  assert.equal(
    readUnits(
      units,
      ['云川市人民医院召开会议'],
      ['云川市中心血站供血。'].flatMap((line) => ['', '', line]),
    ),
    undefined,
  );
});

describe('what a page says of itself', () => {
  const lines = ['各科室：', '请按时参加。', '云川市中心血站', '2026年9月1日'];
  it('is the issuer where it says so; else the title begins with it, or it signs the text', () => {
    const issuer = (title: string, own: string[], facts = new Map<string, string>()) =>
      readIssuer({ facts, title, letterhead: [], underTitle: [], signature: readSignature(own) })?.value;
    assert.equal(issuer('关于甲的通知', lines, new Map([['发文机关', '云川市政府']])), '云川市政府');
    assert.equal(issuer('云川市卫生健康委员会关于甲的通知', lines), '云川市卫生健康委员会');
    assert.equal(issuer('关于甲的通知', lines), '云川市中心血站');
    assert.equal(issuer('读书方案', ['一段话。']), undefined);
  });
  it('stands in labelled lines, several in one, spaces inside of the labels aside', () => {
    const facts = factsIn([
      '索 引 号：0001',
      '发文字号：云卫发〔2026〕3号 发布日期：2026年9月2日',
      '注明"来源：甲网"的稿件',
    ]);
    assert.deepEqual(
      [...facts],
      [
        ['文号', '云卫发〔2026〕3号'],
        ['发布日期', '2026年9月2日'],
      ],
    );
  });
  it('gives the day of the paper only after the paper itself', () => {
    assert.equal(
      article('关于甲的通知\n各科室：\n请按时参加。\n', { facts: new Map([['成文日期', '2026年9月1日']]) })
        .metadata.date.value,
      '2026-09-01',
    );
    assert.equal(
      article('关于甲的通知\n各科室：\n请按时参加。\n2025年3月2日\n', {
        facts: new Map([['成文日期', '2026年9月1日']]),
      }).metadata.date.value,
      '2025-03-02',
    );
  });
});

describe('topics', () => {
  it('are proposed from those that the library has: named in the title, or three times in the text', () => {
    const topics = ['作风建设', '医院管理', '为民服务'];
    const found = readTopics(topics, '作风建设方案', ['医院管理、医院管理、医院管理。', '为民服务。']);
    assert.deepEqual([found?.value, found?.confidence], [['作风建设', '医院管理'], '低']);
    assert.equal(readTopics(topics, '读书方案', ['为民服务。']), undefined);
  });
});

describe('the day of a law', () => {
  const day = (...lines: string[]) => article(`云川市献血条例\n${lines.join('\n')}\n`).metadata.date.value;
  it('is the last day on which it was passed, approved or revised, as said under its title', () => {
    assert.equal(
      day(
        '2018年12月27日 云川市人民代表大会常务委员会第十七次会议通过',
        '2019年2月12日 云川省人民代表大会常务委员会第十次会议批准',
        '第一条 为了献血。',
      ),
      '2019-02-12',
    );
    assert.equal(
      day('（1998年6月29日云川市人大常委会通过 根据2018年3月1日决定修正）', '第一条 为了献血。'),
      '2018-03-01',
    );
  });
  it('is never the day from which it is in force', () => {
    assert.equal(day('第一条 为了献血。', '第二条 本条例自2019年7月1日起施行'), 'unknown');
  });
});
