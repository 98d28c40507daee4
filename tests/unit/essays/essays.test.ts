import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { dueWords, sharedDues } from '../../../src/domain/essays/due.ts';
import { fillPattern, readByPattern, unknownGaps } from '../../../src/domain/essays/file-name.ts';
import { parseFace, parseMargins, statedFormat, wholeFormat } from '../../../src/domain/essays/format.ts';
import { pointsOf, sizeName } from '../../../src/domain/essays/type-sizes.ts';
import { isSameFace } from '../../../src/domain/essays/typefaces.ts';
import { countedAs, lengthWords } from '../../../src/domain/essays/wording.ts';
import { resolveDeadline } from '../../../src/domain/deadlines/resolve-deadline.ts';
import { workOutSchedules, type EssayCall } from '../../../src/domain/schedule/work-out.ts';

describe('format as notices write it', () => {
  test('margins of four sides in millimetres or centimetres, and nothing of fewer', () => {
    assert.deepEqual(parseMargins('上37 下35 左28 右26（毫米）'), {
      top: 37,
      bottom: 35,
      left: 28,
      right: 26,
    });
    assert.deepEqual(parseMargins('上3.5厘米、下3.3厘米，左右各2.7厘米'), {
      top: 35,
      bottom: 33,
      left: 27,
      right: 27,
    });
    assert.deepEqual(parseMargins('四周各30毫米'), { top: 30, bottom: 30, left: 30, right: 30 });
    assert.equal(parseMargins('上37 下35'), undefined);
  });
  test('type sizes by name, by figure and in points', () => {
    assert.deepEqual(
      ['三号', '3号', '小二', '小二号', '16磅', '初号'].map(pointsOf),
      [16, 16, 18, 18, 16, 42],
    );
    assert.equal(pointsOf('大号'), undefined);
    assert.deepEqual([16, 10.5, 17].map(sizeName), ['三号', '五号', '17磅']);
  });
  test('faces with size and weight', () => {
    assert.deepEqual(parseFace('三号仿宋_GB2312加粗'), { name: '仿宋_GB2312', size: 16, isBold: true });
    assert.deepEqual(parseFace('黑体'), { name: '黑体', size: undefined, isBold: undefined });
  });
  test('a face under another name is the same', () => {
    assert.ok(isSameFace('仿宋', 'FangSong_GB2312'));
    assert.ok(isSameFace('方正小标宋_GBK', '方正小标宋简体'));
    assert.ok(!isSameFace('仿宋', '宋体'));
  });
  test('a face of many names is one, and two faces never are', () => {
    const names = [
      '仿宋 仿宋_GB2312 FangSong FangSong_GB2312 华文仿宋 STFangsong 方正仿宋_GBK 方正仿宋简体',
      '楷体 楷体_GB2312 KaiTi KaiTi_GB2312 华文楷体 STKaiti 方正楷体_GBK 方正楷体简体',
      '黑体 SimHei 华文黑体 STHeiti 方正黑体_GBK 方正黑体简体',
      '宋体 SimSun 新宋体 NSimSun 华文宋体 STSong 方正书宋_GBK 方正书宋简体',
      '小标宋 小标宋体 方正小标宋简体 方正小标宋_GBK FZXiaoBiaoSong-B05 FZXiaoBiaoSong-B05S FZXBSJW--GB1-0',
      '等线 DengXian',
    ].map((line) => line.split(' '));
    for (const [at, family] of names.entries())
      for (const name of family) {
        assert.ok(isSameFace(name, family[0]!), name);
        assert.ok(!isSameFace(name, names[(at + 1) % names.length]![0]!), name);
      }
    assert.ok(isSameFace('微软雅黑', ' microsoft yahei '));
    assert.ok(isSameFace('某某体', '某某体') && !isSameFace('某某体', '另一体'));
  });
  test('margins of four sides, each said, and nothing where one is not', () => {
    const sides = ['上37', '下35', '左28', '右26'];
    for (const side of sides)
      assert.equal(parseMargins(sides.filter((other) => other !== side).join(' ')), undefined, side);
    assert.deepEqual(parseMargins('上、下各2.54cm，左和右各3.17公分'), {
      top: 25.4,
      bottom: 25.4,
      left: 31.7,
      right: 31.7,
    });
    assert.deepEqual(statedFormat({ margins: sides.join(' ') }).margins?.right, 26);
    assert.equal(statedFormat({}).margins, undefined);
  });
  test('type sizes with blanks between, and nothing that only holds one', () => {
    assert.deepEqual(['三 号', ' 小 四', '12.5 磅', '16PT'].map(pointsOf), [16, 12, 12.5, 16]);
    assert.deepEqual(['约16磅', '16磅半', '9号', '过小四号'].map(pointsOf), Array(4).fill(undefined));
  });
  test('a face is what is left without size and weight, and none where nothing is', () => {
    assert.deepEqual(parseFace('三号加粗'), { name: undefined, size: 16, isBold: true });
    assert.deepEqual(parseFace('楷体，加黑；小三'), { name: '楷体', size: 15, isBold: true });
    assert.deepEqual(parseFace('黑体字体、粗体').name, '黑体');
  });
  test('the official page is that of GB/T 9704-2012', () => {
    assert.deepEqual(wholeFormat(), {
      margins: { top: 37, bottom: 35, left: 28, right: 26 },
      title: { name: '方正小标宋简体', size: 22, isBold: false },
      body: { name: '仿宋_GB2312', size: 16, isBold: false },
      headings: ['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'].map((name) => ({
        name,
        size: 16,
        isBold: false,
      })),
      linePitch: 28,
    });
    assert.deepEqual(wholeFormat({ titleFont: '黑体', headings: ['楷体加粗'] }).title, {
      name: '黑体',
      size: 22,
      isBold: false,
    });
    assert.deepEqual(wholeFormat({ headings: ['楷体加粗'] }).headings[0], {
      name: '楷体',
      size: 16,
      isBold: true,
    });
  });
  test('what a call is silent about is not held against a file, and is official in a template', () => {
    assert.deepEqual(statedFormat({ bodySize: '四号' }).linePitch, undefined);
    const whole = wholeFormat({ bodySize: '四号', bodyFont: '宋体' });
    assert.deepEqual(whole.body, { name: '宋体', size: 14, isBold: false });
    assert.deepEqual(
      whole.headings.map(({ name }) => name),
      ['黑体', '楷体_GB2312', '宋体', '宋体'],
    );
    assert.deepEqual([whole.linePitch, whole.margins.top], [28, 37]);
  });
});

describe('file names', () => {
  test('gaps are filled and read back', () => {
    assert.equal(fillPattern('{单位}-{姓名}-{题目}', { 单位: '市血液中心' }), '市血液中心-{姓名}-{题目}');
    assert.deepEqual(readByPattern('{单位}+{姓名}+理论文章', '市血液中心+某某+理论文章.docx'), {
      单位: '市血液中心',
      姓名: '某某',
    });
    assert.equal(readByPattern('{单位}-{姓名}', '市血液中心.docx'), undefined);
    assert.deepEqual(unknownGaps('{单位}-{名字}'), ['名字']);
  });
});

test('lengths are worded by their ends', () => {
  assert.deepEqual(
    [{ min: 1500, max: 3000 }, { min: 1500 }, { max: 3000 }, {}].map((length) =>
      lengthWords({ ...length, unit: '字数' }),
    ),
    ['1500字至3000字', '不少于1500字', '不超过3000字', undefined],
  );
});

describe('deadlines of calls', () => {
  const calendar = workCalendar();
  const on = (day: string) => resolveDeadline({ on: day, time: '17:30' }, { calendar });
  test('units with the same deadline are told together, the earliest first', () => {
    const shared = sharedDues([
      { unit: '甲', result: on('2026-11-06') },
      { unit: '乙', result: on('2026-10-23') },
      { unit: '丙', result: on('2026-11-06') },
    ]);
    assert.deepEqual(
      shared.map(({ units }) => units),
      [['乙'], ['甲', '丙']],
    );
    assert.deepEqual(
      shared.map(({ result }) => dueWords(result)),
      ['2026年10月23日17:30前', '2026年11月6日17:30前'],
    );
  });

  const campaign = { id: 'c', name: '活动', from: '2026-09-14', until: '2027-01-22' };
  const plan = {
    id: 'p',
    campaign: 'c',
    title: '计划',
    onHoliday: 'confirm' as const,
    sessions: [{ id: 's1', title: '专题', form: '集中学习' as const, when: { week: 1 } }],
  };
  const unit = (id: string, weekday: number) => ({
    id,
    meeting: { weekday, time: '14:30' },
    plans: [{ plan: 'p' }],
  });
  const call: EssayCall = {
    id: 'essays',
    campaign: 'c',
    title: '文章',
    deadline: { days: 7, after: { session: 's1' } },
    address: '/essays/essays/',
  };
  const due = (calls: EssayCall[]) =>
    workOutSchedules([unit('a', 2), unit('b', 5)], [plan], [campaign], calendar, calls).map(({ deadlines }) =>
      deadlines.map(({ id, address, result }) => [
        id,
        address,
        result.kind === 'date' ? result.date : result.kind,
      ]),
    );
  test('stand on the schedule of every unit of the campaign, counted from its own session', () => {
    assert.deepEqual(due([call]), [
      [['essay-essays', '/essays/essays/', '2026-09-22']],
      [['essay-essays', '/essays/essays/', '2026-09-25']],
    ]);
  });
  test('stand on the schedules of the units named only, and of this campaign only', () => {
    assert.deepEqual(
      due([{ ...call, units: ['b'] }]).map((all) => all.length),
      [0, 1],
    );
    assert.deepEqual(
      due([{ ...call, campaign: 'other' }]).map((all) => all.length),
      [0, 0],
    );
  });
  test('a call without a deadline says that the source does not say', () => {
    assert.deepEqual(due([{ ...call, deadline: undefined }])[0], [
      ['essay-essays', '/essays/essays/', 'unknown'],
    ]);
  });
});

describe('a deadline in one line', () => {
  const explanation = '';
  const none = { counted: [], skipped: [], explanation };
  test('is its day and hour, its month, its days, or why there is none', () => {
    assert.equal(
      dueWords({ kind: 'date', date: '2026-10-23', time: '17:30', ...none }),
      '2026年10月23日17:30前',
    );
    assert.equal(dueWords({ kind: 'date', date: '2026-10-23', ...none }), '2026年10月23日');
    assert.equal(dueWords({ kind: 'month', month: '2026-03', explanation }), '2026年3月');
    const occurrences = [{ date: '2026-11-30' }, { date: '2026-12-15' }];
    assert.equal(
      dueWords({ kind: 'occurrences', occurrences, time: '17:30', explanation }),
      '2026年11月30日17:30前、2026年12月15日17:30前',
    );
    assert.equal(dueWords({ kind: 'unknown', reason: '原文未注明', ...none }), '原文未注明');
  });

  test('that holds for several units is told once, each unit once, the earliest first and those without a day last', () => {
    const on = (date: string) => ({ kind: 'date' as const, date, ...none });
    const unknown = { kind: 'unknown' as const, reason: '原文未注明' as const, ...none };
    const dues = sharedDues([
      { unit: 'a', result: unknown },
      { unit: 'b', result: on('2026-10-30') },
      { unit: 'c', result: on('2026-10-23') },
      { unit: 'd', result: on('2026-10-30') },
      { unit: 'b', result: on('2026-10-30') },
    ]);
    assert.deepEqual(
      dues.map(({ units, result }) => [units.join(' '), result.kind === 'date' ? result.date : null]),
      [
        ['c', '2026-10-23'],
        ['b d', '2026-10-30'],
        ['a', null],
      ],
    );
  });
});

describe('the words of a length', () => {
  test('say one figure for two that are the same, and how it is counted', () => {
    assert.equal(lengthWords({ min: 2000, max: 2000, unit: '字数' }), '2000字');
    assert.equal(lengthWords({ min: 1999, max: 2000, unit: '字数' }), '1999字至2000字');
    assert.equal(countedAs({ unit: '汉字' }), '只数汉字，标点、数字、字母不计');
    assert.equal(countedAs({ unit: '字数' }), '按 Word 的“字数”计，标点计入，空格不计');
  });
});

describe('the gaps of a pattern', () => {
  test('are seven, and any other is told', () => {
    assert.deepEqual(unknownGaps('{单位}{姓名}{职务}{题目}{种类}{日期}{电话}'), []);
    assert.deepEqual(unknownGaps('{部门}-{姓名}{}'), ['部门', '']);
  });
  test('are read from a name whatever program wrote it, blanks around aside', () => {
    for (const name of ['甲-乙.docx', '甲-乙.PDF', ' 甲-乙 .wps', '甲-乙'])
      assert.deepEqual(readByPattern('{单位}-{姓名}.docx', name), { 单位: '甲', 姓名: '乙' }, name);
    assert.equal(readByPattern('{单位}-{姓名}', '甲乙.docx'), undefined);
    assert.deepEqual(readByPattern('{姓名}', '甲.docx.乙'), { 姓名: '甲.docx.乙' });
  });
});
