import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { dueWords, sharedDues } from '../../../src/domain/essays/due.ts';
import { fillPattern, readByPattern, unknownGaps } from '../../../src/domain/essays/file-name.ts';
import { parseFace, parseMargins, statedFormat, wholeFormat } from '../../../src/domain/essays/format.ts';
import { pointsOf, sizeName } from '../../../src/domain/essays/type-sizes.ts';
import { isSameFace } from '../../../src/domain/essays/typefaces.ts';
import { lengthWords } from '../../../src/domain/essays/wording.ts';
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
