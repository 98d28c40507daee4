import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTime } from '../../../src/domain/time-words/read-time.ts';
import type { Festival } from '../../../src/domain/calendar/festivals.ts';
import type { SaidTime } from '../../../src/domain/time-words/said.ts';

/** What words say, without what is not said. */
function time(words: string | readonly string[]): SaidTime {
  return JSON.parse(JSON.stringify(readTime(words).time)) as SaidTime;
}

function assertAll(expected: SaidTime, ...each: (string | readonly string[])[]): void {
  for (const words of each) assert.deepEqual(time(words), expected, String(words));
}

describe('A time in words', () => {
  it('is a day, in Arabic or Chinese figures, with or without its year', () => {
    const day = { month: 1, day: 5 };
    assertAll(
      { kind: 'day', day },
      '1月5日',
      '1月5号',
      '1.5',
      '1/5',
      '01月05日',
      '一月五日',
      '1 月 5 日',
      '１月５日',
    );
    assertAll(
      { kind: 'day', day: { year: 2027, ...day } },
      ...['2027年1月5日', '2027-01-05', '2027/1/5', '2027.1.5', '20270105', '2027 年 1 月 5 日'],
      ...[
        '二〇二七年一月五日',
        '二零二七年一月五日',
        '二0二七年一月五日',
        '二○二七年一月五日',
        '二Ｏ二七年一月五日',
      ],
    );
    assertAll({ kind: 'day', day: { month: 12, day: 31 } }, '十二月三十一日');
    assertAll({ kind: 'day', day: { month: 11, day: 20 } }, '十一月二十日');
  });

  it('has its hours, weekday and half of the day beside it', () => {
    const { from, until, weekday } = readTime('3月26日（周五）下午2:30—4:00');
    assert.deepEqual([from, until, weekday], ['14:30', '16:00', 5]);
    for (const words of [
      '3月26日下午2点半',
      '3月26日 下午 2:30',
      '3月26日下午（2:30）',
      '3月26日14时30分',
      '3月26日十四时三十分',
    ])
      assert.equal(readTime(words).from, '14:30', words);
    assert.equal(readTime('3月26日上午').half, '上午');
    assert.equal(readTime('3月26日中午12点').from, '12:00');
  });

  it('has no hour where only the night would fit and no word says so', () => {
    const { from, isWhole } = readTime('3月26日2:30');
    assert.deepEqual([from, isWhole], [undefined, false]);
    assert.equal(readTime('3月26日凌晨5:30').from, '05:30');
  });

  it('in several columns is read as one: a month, and in another column the day', () => {
    assertAll(
      { kind: 'day', day: { month: 1, day: 22 } },
      ['1月', '1月22日下午'],
      ['1月', '22日'],
      ['第一季度', '1月22日'],
    );
    assertAll({ kind: 'day', day: { year: 2027, month: 2, day: 5 } }, ['2027年', '2月', '5日']);
    assertAll({ kind: 'within', period: { month: 3 }, isPart: true }, ['3月', '第二周'], ['3月', '周五下午']);
    assertAll({ kind: 'within', period: { month: 3 }, isPart: true, part: 'early' }, ['3月', '上旬']);
    assertAll({ kind: 'by end', of: { month: 3 } }, ['3月', '月底前'], ['第一季度', '3月底前']);
  });

  it('whose columns contradict each other is unread, and the conflict is told', () => {
    for (const columns of [
      ['1月', '2月5日'],
      ['第二季度', '3月26日'],
      ['2026年', '2027年3月1日'],
      ['下半年', '3月'],
    ]) {
      assert.deepEqual(time(columns), { kind: 'unread' }, String(columns));
      assert.match(readTime(columns).conflict ?? '', /对不上/);
    }
  });

  it('is only a part of a month where weeks or thirds of it are named', () => {
    const within = { kind: 'within', period: { month: 12 }, isPart: true };
    for (const words of ['12月第一周', '12月中', '12月第一个星期五'])
      assert.deepEqual(time(words), within, words);
    const parts = {
      ...{ '12月上旬': 'early', '12月中旬': 'mid', '12月下旬': 'late', '12月底': 'end', '12月末': 'end' },
      ...{ '12月初': 'start', 十二月上旬: 'early', '12月上半月': 'first half', '12月下半月': 'second half' },
    };
    for (const [words, part] of Object.entries(parts))
      assert.deepEqual(time(words), { ...within, part }, words);
    assertAll({ kind: 'within', period: { month: 12 }, isPart: false }, '12月', '12月份', '12月内', '十二月');
  });

  it('is done by a day, or by the end of a month, quarter or year', () => {
    assertAll({ kind: 'by', day: { month: 7, day: 1 } }, '7月1日前', '7月1日之前');
    const before = (festival: Festival) =>
      ({ kind: 'festival', festival, isBefore: true, period: {} }) as const;
    assertAll(before('七一'), '七一前', '“七一”前', '“七一”之前', '七一前完成', '建党节前');
    assertAll(before('国庆'), '国庆节前', '十一前', '“十一”前', '国庆前');
    assertAll(before('国家安全日'), '全民国家安全教育日前', '国家安全教育日之前');
    assertAll({ ...before('清明'), isBefore: false }, '清明当天', '清明节当日');
    assertAll({ kind: 'by end', of: { month: 3 } }, '3月底前', '3月末前', '三月底前完成');
    assertAll({ kind: 'by end', of: { quarter: 1 } }, '一季度末前', '第一季度末前', ['一季度', '季末前']);
    assertAll({ kind: 'by end', of: { year: 2027 } }, '2027年底前', '2027年年底前');
  });

  it('is nothing certain before a month, or before New Year', () => {
    for (const words of ['3月前', '3月中旬前', '元旦前', '七夕前', '冬至前', '月底前', '季末', '季末前'])
      assert.deepEqual(time(words), { kind: 'unread' }, words);
  });

  it('that comes again is said by turn, and is no single day', () => {
    assertAll({ kind: 'recurring', every: 'month', day: 5 }, '每月5日', '每月五日', ['1月', '每月5日']);
    assertAll(
      { kind: 'recurring', every: 'month', nth: 1, weekday: 5 },
      '每月第一个星期五',
      '每月第一个周五下午',
      '每个月第1个周五',
    );
    assertAll({ kind: 'recurring', every: 'month', nth: 'last', weekday: 5 }, '每月最后一个星期五');
    assertAll({ kind: 'recurring', every: 'week', weekday: 5 }, '每周五下午', '每周五14:30');
    assertAll(
      { kind: 'recurring', every: 'quarter', isInLastMonth: true, day: 5 },
      '每季度末月5日',
      '每季度最后一个月5日',
    );
    assertAll({ kind: 'recurring', every: 'month', day: 5, secondDay: 20 }, '每月5日、20日', '每月5日和20日');
    assertAll({ kind: 'recurring', every: 'month', day: 'last' }, '每月最后一天');
    assertAll({ kind: 'recurring', every: 'quarter' }, '每季度', '每季度一次', '每季末前', '每季度末之前');
    for (const words of [
      ...['每周一、三', '每月下旬', '每逢周五', '隔周周五', '每季度月底前', '每月两次', '每月至少一次'],
      ...['每季度末', '每月月底', '双周五', '每月5日—10日', '每月5日（遇节假日顺延）'],
    ])
      assert.deepEqual(time(words), { kind: 'unread' }, words);
  });

  it('over several days or months is no day of them', () => {
    assertAll(
      { kind: 'span', from: { month: 6, day: 28 }, until: { month: 6, day: 29 } },
      '6月28日—29日',
      '6月28日至6月29日',
      '6.28-6.29',
      ['6月', '6月28日—29日'],
      '6月28日～29日',
    );
    for (const words of [
      '1—3月',
      '1-3月',
      '1月—3月',
      '1月、4月、7月',
      '3月5日、12日',
      '3月5日和12日',
      '3月5日 3月12日',
      '第1-2周',
      '1月5日或6日',
      '10-16',
    ])
      assert.deepEqual(time(words), { kind: 'unread' }, words);
  });

  it('about, before or behind a day is not that day; nor is a day of the lunar calendar or one that may change', () => {
    for (const words of [
      '7月1日前后',
      '7月1日左右',
      '3月5日以后',
      '3月5日起',
      '暂定3月5日',
      '拟于3月5日',
      '3月5日（暂定）',
      '3月5日（农历正月廿五）',
      '农历九月初九',
      '原3月5日',
      '3月5日前三天',
      '5日内',
      '不晚于3月5日',
      '3月5日（遇会顺延）',
    ])
      assert.deepEqual(time(words), { kind: 'unread' }, words);
  });

  it('may have a harmless remark in brackets behind it, which is not said by the day', () => {
    const { time: said, isWhole } = readTime('3月5日（二楼会议室）');
    assert.deepEqual([said.kind, isWhole], ['day', false]);
  });

  it('is never half understood: words of no meaning leave nothing of the rest', () => {
    for (const words of [
      '甲3月5日',
      '3月5日乙',
      '各支部自定',
      '全年',
      '长期',
      '不定期',
      '13月5日',
      '3月32日',
      '2月第',
      '月',
      '年月日',
    ])
      assert.deepEqual(time(words), { kind: 'unread' }, words);
  });

  it('reads the longest and strangest words without failing', () => {
    for (const words of [
      '',
      ' ',
      '（'.repeat(5000),
      '3月5日'.repeat(5000),
      '一'.repeat(20_000),
      '(3月5日)'.repeat(3000),
      '\u0000\uD800',
      '1'.repeat(50_000),
    ])
      assert.doesNotThrow(() => readTime(words));
    assert.deepEqual(time(''), { kind: 'nothing' });
    assert.deepEqual(time('待定'), { kind: 'undecided' });
    assert.deepEqual(time('时间另行通知'), { kind: 'undecided' });
  });

  it('with words put into it is never another day', () => {
    const pieces = [
      '前',
      '后',
      '起',
      '每',
      '第',
      '周',
      '左右',
      '约',
      '旬',
      '、',
      '—',
      '月',
      '日',
      '3',
      '上',
      '末',
      '节',
      '第一周',
      '农历',
    ];
    for (const words of ['1月22日', '3月5日下午', '12月31日', '2027年3月5日']) {
      const own = readTime(words).time;
      assert.equal(own.kind, 'day');
      for (const piece of pieces)
        for (let at = 0; at <= words.length; at += 1) {
          const changed = words.slice(0, at) + piece + words.slice(at);
          const { time: said } = readTime(changed);
          if (said.kind !== 'day' || own.kind !== 'day') continue;
          const isNamed = new RegExp(
            `(?<!\\d)0?${said.day.month}(?:月|[./-])\\s*0?${said.day.day}(?!\\d)`,
          ).test(changed);
          assert.ok(isNamed, `${changed}: ${JSON.stringify(said)}`);
        }
    }
  });
});
