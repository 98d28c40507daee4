import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWhen, type WhenContext } from '../../../src/domain/schedule/table/read-when.ts';

const CONTEXT: WhenContext = {
  period: { from: '2026-09-14', until: '2027-01-22' },
  stages: [
    { id: 'study', from: '2026-09-14', until: '2026-10-09' },
    { id: 'check', from: '2026-10-10', until: '2026-12-25' },
  ],
  stage: 'check',
};

function read(words: string, context: Partial<WhenContext> = {}) {
  return readWhen(words, { ...CONTEXT, ...context });
}

describe('The words for a time in a table', () => {
  it('name a day in many ways; without a year it is the one of the campaign', () => {
    for (const words of [
      '2026年10月16日',
      '2026-10-16',
      '2026/10/16',
      '2026.10.16',
      '10月16日',
      '10月16号',
      '10.16',
      '10/16',
      '10月16日（周五）',
      '10月16日星期五',
      '１０月１６日',
    ]) {
      const { when, isWhole, doubts } = read(words);
      assert.deepEqual([when, isWhole, doubts], [{ on: '2026-10-16' }, true, []], words);
    }
    assert.deepEqual(read('1月8日').when, { on: '2027-01-08' });
  });

  it('name the hour in many ways', () => {
    for (const words of [
      '10月16日 14:30',
      '10月16日14：30',
      '10月16日下午2:30',
      '10月16日下午2点半',
      '10月16日（周五）下午14时30分',
      '2026-10-16 14:30',
    ]) {
      assert.deepEqual(read(words).when, { on: '2026-10-16', time: '14:30' }, words);
    }
  });

  it('return hours with an end separately, because a plan has only a start', () => {
    const { when, time, until } = read('10月16日（周五）下午2:30—4:00');
    assert.deepEqual([when, time, until], [{ on: '2026-10-16' }, '14:30', '16:00']);
  });

  it('name a week, and the weekday or half of the day on which it is held', () => {
    assert.deepEqual(read('第二周').when, { week: 2 });
    const { when, weekday, half, isWhole } = read('第二周周五下午');
    assert.deepEqual([when, weekday, half, isWhole], [{ week: 2 }, 5, '下午', true]);
    assert.deepEqual(read('第12周星期三 15:00'), { ...read('第12周'), weekday: 3, time: '15:00' });
    assert.deepEqual([read('第二个周五').when, read('第二个周五').isWhole], ['unknown', false]);
  });

  it('name a month or a part of it; a week of it is no field, so the words are kept', () => {
    const { when, isWhole } = read('10月');
    assert.deepEqual([when, isWhole], [{ month: '2026-10' }, true]);
    assert.deepEqual(read('2027年1月').when, { month: '2027-01' });
    const parts = { start: '10月初', early: '10月上旬', mid: '10月中旬', late: '10月下旬', end: '10月底' };
    for (const [part, words] of Object.entries(parts))
      assert.deepEqual([read(words).when, read(words).isWhole], [{ month: '2026-10', part }, true], words);
    for (const words of ['10月第二周', '10月中']) {
      assert.deepEqual([read(words).when, read(words).isWhole], [{ month: '2026-10' }, false], words);
    }
  });

  it('name a half month, a quarter or a half-year', () => {
    const periods = {
      '10月上半月': '2026-10-a',
      第四季度: '2026-q4',
      四季度: '2026-q4',
      '2027年上半年': '2027-h1',
    };
    for (const [words, period] of Object.entries(periods))
      assert.deepEqual([read(words).when, read(words).isWhole], [{ period }, true], words);
    assert.equal(read('全年').when, 'unknown');
  });

  it('name a festival, or the time before it', () => {
    assert.deepEqual(read('国庆前').when, { before: '国庆', year: 2026 });
    assert.deepEqual(read('10月重阳节前').when, { before: '重阳', year: 2026 });
    assert.deepEqual(read('重阳节当天 9:00').when, { festival: '重阳', year: 2026, time: '09:00' });
    const inAnother = read('9月重阳节前');
    assert.equal(inAnother.when, 'unknown', 'the month must be that of the festival');
    assert.deepEqual(inAnother.doubts, ['2026年的重阳不在9月']);
    for (const words of ['国庆节', '清明前后', '元旦前', '节前', '腊八前'])
      assert.deepEqual([read(words).when, read(words).isWhole], ['unknown', false], words);
  });

  it('name a day by which it is done', () => {
    assert.deepEqual(read('10月16日前').when, { by: '2026-10-16' });
    assert.deepEqual(read('10月16日17:30前完成').when, { by: '2026-10-16', time: '17:30' });
    assert.deepEqual(read('10月底前').when, { by: '2026-10-31' });
    assert.deepEqual(read('本阶段结束前').when, { by: { stage: 'check', edge: 'end' } });
    assert.deepEqual(read('第一阶段结束前').when, { by: { stage: 'study', edge: 'end' } });
    assert.deepEqual(read('活动结束前').when, { by: { campaign: 'end' } });
  });

  it('name several days in a row, of which only the month is certain; self-study is done by the last of them', () => {
    for (const words of ['10月12日—16日', '10月12日至10月16日', '10.12-10.16']) {
      assert.deepEqual([read(words).when, read(words).isWhole], [{ month: '2026-10' }, false], words);
      const { when, isWhole } = read(words, { isSelfStudy: true });
      assert.deepEqual([when, isWhole], [{ by: '2026-10-16' }, false], words);
    }
    assert.deepEqual(read('10月30日至11月3日').when, 'unknown');
  });

  it('say that nothing is known yet', () => {
    for (const words of ['', '待定', '时间待定，另行通知', '另行通知']) {
      assert.deepEqual([read(words).when, read(words).isWhole], ['unknown', true], words);
    }
  });

  it('that are not understood yield an unknown time, and are kept', () => {
    for (const words of ['国庆节后', '每周五下午', '第四季度第二周', '全年', '2月30日']) {
      assert.deepEqual([read(words).when, read(words).isWhole], ['unknown', false], words);
    }
  });

  it('of which no day is known say no hours either: they stand in the words alone', () => {
    for (const words of ['每周五14:30—16:00', '10月中旬下午2:30', '国庆节后9:00', '14:30', '周五下午']) {
      const { time, half, weekday, isWhole } = read(words);
      assert.deepEqual([time, half, weekday, isWhole], [undefined, undefined, undefined, false], words);
    }
  });

  it('are a rule where a rule says exactly as much', () => {
    const rules = {
      每月5日: { every: 'month', day: 5 },
      每月五号: { every: 'month', day: 5 },
      '每月5日14:30': { every: 'month', day: 5, time: '14:30' },
      每月最后一天: { every: 'month', day: 31 },
      每月5日和20日: { every: 'half-month', day: 5 },
      每月第一个星期五: { every: 'month', weekday: 5, nth: 1 },
      每月最后一个周日: { every: 'month', weekday: 7, nth: 'last' },
      每周五: { every: 'week', weekday: 5 },
      '每周五14:30': { every: 'week', weekday: 5, time: '14:30' },
      每周: { every: 'week' },
      每半月一次: { every: 'half-month' },
      每月一次: { every: 'month' },
      每季度: { every: 'quarter' },
      每季度末前: { every: 'quarter' },
      每季度末月20日: { every: 'quarter', day: 20 },
      每季度最后一个月第二个周三: { every: 'quarter', weekday: 3, nth: 2 },
      每半年: { every: 'half-year' },
    };
    for (const [words, rule] of Object.entries(rules))
      assert.deepEqual([read(words).when, read(words).isWhole], [rule, true], words);
  });

  it('are no rule where a rule says more or less than they do', () => {
    for (const words of [
      ...[
        '每月29日',
        '每月31日',
        '每月5日前',
        '每月5日下午',
        '每周五下午2:30—4:00',
        '每月周五',
        '每月5日和15日',
      ],
      ...[
        '每季度5日',
        '每季度第一个星期五',
        '每季度末月',
        '每周5日',
        '每周第二个周五',
        '每半月5日',
        '每月第六个周五',
      ],
      ...[
        '每月末月5日',
        '每季度14:30',
        '每周二次',
        '每天',
        '每旬',
        '每年',
        '1月每月5日',
        '每月第〇个周五',
        '每月0日',
        '每月'.repeat(2),
      ],
    ])
      assert.deepEqual([read(words).when, read(words).isWhole], ['unknown', false], words);
  });

  it('without a year anywhere yield no day', () => {
    const { when, isWhole, doubts } = read('10月16日', { period: {} });
    assert.deepEqual([when, isWhole, doubts], ['unknown', false, ['10月16日没有年份']]);
    assert.deepEqual(read('10月16日', { period: {}, year: 2025 }).when, { on: '2025-10-16' });
  });

  it('whose weekday is another one are a doubt', () => {
    const { when, doubts } = read('10月16日（周四）');
    assert.deepEqual(when, { on: '2026-10-16' });
    assert.deepEqual(doubts, ['10月16日是周五，表上写的是另一个星期几']);
  });

  it('name groups and the days to make it up, each on a line of its own', () => {
    const { when, groups, makeUp } = read(
      '第1周\n第一批：10月13日（周二） 16:00—17:30\n第二批：10月15日，示教室\n第三批：10月16日 09:00，主持：组长，参加：甲科，乙科\n补学：10月20日 15:00\n补学：10月22日，示教室',
    );
    assert.deepEqual(when, { week: 1 });
    const present = (sittings: readonly object[]) =>
      sittings.map((each) =>
        Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)),
      );
    assert.deepEqual(present(groups), [
      { name: '第一批', on: '2026-10-13', time: '16:00', until: '17:30' },
      { name: '第二批', on: '2026-10-15', place: '示教室' },
      { name: '第三批', on: '2026-10-16', time: '09:00', chair: '组长', attendees: '甲科，乙科' },
    ]);
    assert.deepEqual(present(makeUp), [
      { name: '补学', on: '2026-10-20', time: '15:00' },
      { name: '补学', on: '2026-10-22', place: '示教室' },
    ]);
  });
});
