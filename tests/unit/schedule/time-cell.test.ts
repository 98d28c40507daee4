import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWhen, type WhenContext } from '../../../src/domain/schedule/table/read-when.ts';
import { whenTokens } from '../../../src/domain/schedule/table/when-tokens.ts';

const CONTEXT: WhenContext = {
  period: { from: '2026-09-14', until: '2027-01-22' },
  stages: [
    { id: 'study', from: '2026-09-14', until: '2026-10-09' },
    { id: 'check', from: '2026-10-10', until: '2026-12-25' },
  ],
  stage: 'check',
};

const read = (words: string, context: Partial<WhenContext> = {}) =>
  readWhen(words, { ...CONTEXT, ...context });

/** The plan's rule, and whether it is all that the words say. */
function rule(words: string, context?: Partial<WhenContext>) {
  const { when, isWhole } = read(words, context);
  return [when, isWhole];
}

const MONTH = { month: '2026-10' };

describe('The lines of a time cell behind the plan’s rule', () => {
  it('say the day and the hours that the unit keeps', () => {
    const { when, day, time, until, isWhole } = read('第4周\n10月9日（周五） 14:30—16:00');
    assert.deepEqual([when, day, time, until, isWhole], [{ week: 4 }, '2026-10-09', '14:30', '16:00', true]);
    const hours = read('10月9日（周五） 09:00\n14:30—16:00');
    assert.deepEqual(hours.when, { on: '2026-10-09', time: '09:00' });
    assert.deepEqual([hours.day, hours.time, hours.until], [undefined, '14:30', '16:00']);
  });

  it('leave the plan’s own hours where they name only a day', () => {
    const { when, day, time, until } = read('10月8日 09:00\n10月9日');
    assert.deepEqual([when, day], [{ on: '2026-10-08', time: '09:00' }, '2026-10-09']);
    assert.deepEqual([time, until], [undefined, undefined]);
  });

  it('say the day of the week and its part, where the rule names a week', () => {
    const { weekday, half, isWhole } = read('第1周\n周日下午');
    assert.deepEqual([weekday, half, isWhole], [7, '下午', true]);
    assert.equal(read('第1周上午\n周五下午').half, '上午');
  });

  it('confirm a day that is known by its weekday', () => {
    const fixed = read('10月16日\n周五');
    assert.deepEqual([fixed.weekday, fixed.isWhole], [undefined, true]);
    const named = read('第5周 10月16日 周五');
    assert.deepEqual([named.weekday, named.day, named.isWhole], [undefined, '2026-10-16', true]);
  });

  it('are kept where a weekday says what no field holds', () => {
    for (const words of ['第1周\n每周五', '第1周每周', '10月\n周五', '10月周五', '待定\n周五', '周五'])
      assert.equal(read(words).isWhole, false, words);
  });

  it('say the last day of a week or limit again, which adds nothing', () => {
    for (const words of [
      '第2周\n9月21日至9月27日内完成',
      '第二阶段结束前\n12月25日（周五）前',
      '第2周\n9月27日前',
    ])
      assert.equal(read(words).isWhole, true, words);
  });

  it('are kept where they set a limit to a session that the plan sets none', () => {
    for (const words of [
      '10月16日\n10月20日前',
      '10月\n10月20日前',
      '待定\n10月20日前',
      '待定\n10月12日—16日',
    ])
      assert.equal(read(words).isWhole, false, words);
    assert.equal(read('10月16日\n10月20日前').day, undefined);
  });

  it('are kept where a word in them is not understood', () => {
    assert.equal(read('第1周\n14:30').isWhole, true);
    assert.equal(read('第1周\n14:30左右').isWhole, false);
    assert.equal(read('第1周左右\n14:30').isWhole, false);
  });

  it('say that the unit does not hold it', () => {
    const { when, isDropped, isWhole } = read('第4周\n本单位不单独安排');
    assert.deepEqual([when, isDropped, isWhole], [{ week: 4 }, true, true]);
    assert.equal(read('第4周').isDropped, false);
  });

  it('say why the day is another one, as it stands', () => {
    const { why, isWhole } = read('第4周\n说明：10月2日国庆节放假，顺延');
    assert.deepEqual([why, isWhole], ['10月2日国庆节放假，顺延', true]);
    assert.equal(read('第4周').why, undefined);
    assert.equal(read('第4周\n见说明：').why, undefined);
  });

  it('may be parted by semicolons and blanks as well', () => {
    for (const words of ['第4周；10月9日', '第4周;10月9日', '  第4周  \n\n 10月9日 \n'])
      assert.deepEqual([read(words).when, read(words).day], [{ week: 4 }, '2026-10-09'], words);
    assert.equal(read('第4周\n 本单位不单独安排 ').isDropped, true);
    assert.equal(read('第4周\n 说明：放假').why, '放假');
  });

  it('need no rule before them: what stands first is the rule', () => {
    assert.deepEqual(read('14:30\n10月9日').when, { on: '2026-10-09', time: '14:30' });
    assert.deepEqual(read('第4周\n第5周').when, { week: 4 });
    assert.deepEqual(read('待定\n10月9日').when, 'unknown');
    assert.equal(read('待定\n10月9日').day, '2026-10-09');
  });
});

describe('The sittings of a time cell', () => {
  it('have a name of up to forty characters, a day and perhaps a place, in which commas may stand', () => {
    const [group] = read('第一批（机关）：2026年10月16日，四楼会议室，靠窗').groups;
    assert.deepEqual(group, {
      name: '第一批（机关）',
      on: '2026-10-16',
      time: undefined,
      until: undefined,
      place: '四楼会议室，靠窗',
    });
    assert.equal(read(`${'甲'.repeat(40)}：10月16日`).groups.length, 1);
    assert.equal(read(`${'甲'.repeat(41)}：10月16日`).groups.length, 0);
    assert.equal(read('：10月16日').groups.length, 0);
  });

  it('are none where a label says only that a time follows', () => {
    for (const label of ['时间', '日期']) {
      const { groups, when } = read(`${label}：10月16日`);
      assert.deepEqual([groups, when], [[], { on: '2026-10-16', time: undefined }]);
    }
    assert.equal(read('补课时间：10月16日').groups.length, 1);
    assert.equal(read('时间待补：10月16日').groups.length, 1);
  });

  it('are none where their day does not exist or words stand behind it', () => {
    for (const words of ['第1周\n第一批：2月30日', '第1周\n第一批：10月16日再议']) {
      const { groups, isWhole } = read(words);
      assert.deepEqual([groups, isWhole], [[], false], words);
    }
  });

  it('take the weekday for the year where two fit', () => {
    const period = { from: '2025-09-01', until: '2027-01-22' };
    const on = (words: string) => read(words, { period }).groups[0]?.on;
    assert.equal(on('第一批：10月16日（周四）'), '2025-10-16');
    assert.equal(on('第一批：10月16日（周五）'), '2026-10-16');
  });
});

describe('A day without a year', () => {
  const on = (words: string, context: Partial<WhenContext> = {}) => {
    const { when } = read(words, context);
    return when !== 'unknown' && 'on' in when ? when.on : undefined;
  };

  it('lies within the campaign from its first day to its last', () => {
    assert.equal(on('9月14日'), '2026-09-14');
    assert.equal(on('12月31日'), '2026-12-31');
    assert.equal(on('1月1日'), '2027-01-01');
    assert.equal(on('1月22日'), '2027-01-22');
  });

  it('lies in the year of a campaign of which only one end is known', () => {
    assert.equal(on('10月16日', { period: { from: '2025-09-14' } }), '2025-10-16');
    assert.equal(on('10月16日', { period: { until: '2025-12-14' } }), '2025-10-16');
    assert.equal(on('10月16日', { period: { from: '2025-09-14' }, year: 2024 }), '2025-10-16');
  });

  it('is what it says where it names its year, even outside of the campaign', () => {
    assert.equal(on('2025年10月16日'), '2025-10-16');
    assert.deepEqual(rule('2025年10月', { period: {} }), [{ month: '2025-10' }, true]);
  });

  it('is 29 February in the year that has one', () => {
    const period = { from: '2027-09-01', until: '2028-06-30' };
    assert.equal(on('2月29日', { period }), '2028-02-29');
    assert.deepEqual(read('2月29日').doubts, ['没有2月29日这一天']);
  });

  it('whose weekday fits no year is kept with its words', () => {
    assert.equal(read('10月16日（周四）').isWhole, false);
    assert.equal(read('10月16日（周五）').isWhole, true);
  });

  it('is the earlier of two that fit, unless the weekday says the later', () => {
    const period = { from: '2025-09-01', until: '2026-12-31' };
    assert.equal(on('10月16日', { period }), '2025-10-16');
    assert.equal(on('10月16日（周五）', { period }), '2026-10-16');
    assert.equal(on('10月16日（周一）', { period }), '2025-10-16');
  });
});

describe('A month without a year', () => {
  it('is one that the campaign touches, be it with a day', () => {
    const month = (words: string, period = CONTEXT.period) => rule(words, { period })[0];
    assert.deepEqual(month('9月'), { month: '2026-09' });
    assert.deepEqual(month('1月'), { month: '2027-01' });
    const long = { from: '2025-10-31', until: '2026-10-01' };
    assert.deepEqual(month('10月', long), { month: '2025-10' });
    assert.deepEqual(month('9月', long), { month: '2026-09' });
    assert.deepEqual(month('11月', long), { month: '2025-11' });
    assert.deepEqual(month('10月', { from: '2025-11-01', until: '2026-10-01' }), MONTH);
  });

  it('without a year anywhere is a doubt of its own', () => {
    const { when, isWhole, doubts } = read('10月', { period: {} });
    assert.deepEqual([when, isWhole, doubts], ['unknown', false, ['10月没有年份']]);
  });

  it('whose end is a limit ends on its last day', () => {
    assert.deepEqual(rule('9月底前'), [{ by: '2026-09-30' }, true]);
    assert.deepEqual(rule('12月末前'), [{ by: '2026-12-31' }, true]);
    assert.deepEqual(rule('2028年2月底前'), [{ by: '2028-02-29' }, true]);
    assert.deepEqual(rule('10月下旬前'), [{ by: '2026-10-31' }, true]);
    assert.equal(read('10月上旬前').isWhole, false);
  });

  it('is written 10月份 and 2026-10 as well', () => {
    assert.deepEqual(rule('10月份'), [MONTH, true]);
    assert.deepEqual(rule('2026-10'), [MONTH, true]);
    assert.deepEqual(rule('2025-12'), [{ month: '2025-12' }, true]);
  });

  it('with a week keeps its words', () => {
    assert.deepEqual(rule('10月第二周'), [MONTH, false]);
  });
});

describe('The moment by which a session is done', () => {
  it('is the edge of a stage or of the campaign, or another session', () => {
    assert.deepEqual(rule('第二阶段开始前'), [
      { by: { stage: 'check', edge: 'start' }, time: undefined },
      true,
    ]);
    assert.deepEqual(rule('该阶段结束前 17:30'), [
      { by: { stage: 'check', edge: 'end' }, time: '17:30' },
      true,
    ]);
    assert.deepEqual(rule('阶段“later”结束之前'), [
      { by: { stage: 'later', edge: 'end' }, time: undefined },
      true,
    ]);
    assert.deepEqual(rule('活动开始以前'), [{ by: { campaign: 'start' }, time: undefined }, true]);
    assert.deepEqual(rule('学习场次s2前'), [{ by: { session: 's2' }, time: undefined }, true]);
    assert.deepEqual(rule('学习计划p-1的学习场次s2前'), [
      { by: { plan: 'p-1', session: 's2' }, time: undefined },
      true,
    ]);
  });

  it('is unknown, and its words are kept, where the campaign has no such stage', () => {
    assert.deepEqual(rule('第三阶段结束前'), ['unknown', false]);
    assert.deepEqual(rule('第三阶段结束前17:30'), ['unknown', false]);
    assert.deepEqual(rule('本阶段结束前', { stage: undefined }), ['unknown', false]);
  });

  it('keeps its words where they do not say that it is a limit', () => {
    assert.deepEqual(rule('第二阶段结束'), [{ by: { stage: 'check', edge: 'end' }, time: undefined }, false]);
  });

  it('may be said with 截止 before the day', () => {
    assert.deepEqual(rule('截止10月16日'), [{ by: '2026-10-16', time: undefined }, true]);
  });

  it('is the end of a span, whose beginning is kept in its words', () => {
    assert.deepEqual(rule('2026年12月30日至2027年1月4日'), [{ by: '2027-01-04' }, false]);
    assert.deepEqual(rule('10月30日（周五）至11月3日'), [{ by: '2026-11-03' }, false]);
    assert.deepEqual(rule('2025年12月1日至5日'), [{ by: '2025-12-05' }, false]);
    assert.deepEqual(rule('2025年12月1日至12月5日'), [{ by: '2025-12-05' }, false]);
    assert.deepEqual(rule('2月1日—30日'), ['unknown', false]);
  });
});

describe('Hours', () => {
  const time = (words: string) => read(words).time;

  it('are those of the half of the day that stands before them', () => {
    assert.equal(time('早上8点半'), '08:30');
    assert.equal(time('上午9时'), '09:00');
    assert.equal(time('下午3点整'), '15:00');
    assert.equal(time('晚8点'), '20:00');
    assert.equal(time('晚上11:59'), '23:59');
  });

  it('at noon are those around twelve', () => {
    assert.equal(time('中午11:30'), '11:30');
    assert.equal(time('中午12:30'), '12:30');
    assert.equal(time('中午1点'), '13:00');
    assert.equal(time('下午12点'), '12:00');
  });

  it('to an end take its half from the beginning, unless it names its own', () => {
    const span = (words: string) => [read(words).time, read(words).until];
    assert.deepEqual(span('下午2:30至4:00'), ['14:30', '16:00']);
    assert.deepEqual(span('上午9:00至下午4:00'), ['09:00', '16:00']);
    assert.deepEqual(span('9:00-10:30'), ['09:00', '10:30']);
  });

  it('go from midnight to the last minute of the day; what no clock shows is kept in its words', () => {
    assert.equal(time('00:00'), '00:00');
    assert.equal(time('23:59'), '23:59');
    for (const words of ['14:60', '14:99'])
      assert.deepEqual([time(words), read(words).isWhole], [undefined, false]);
  });
});

describe('The pieces of words for a time', () => {
  it('are found in their order, blanks and marks left out', () => {
    assert.deepEqual(whenTokens('第二周（星期五），下午'), [
      { kind: 'week', number: 2 },
      { kind: 'weekday', weekday: 5, isEvery: false },
      { kind: 'half', words: '下午' },
    ]);
    assert.deepEqual(whenTokens(''), []);
    assert.deepEqual(whenTokens(' 、，。 '), []);
  });

  it('that are not understood stay together up to a mark or a piece that is', () => {
    assert.deepEqual(whenTokens('国庆节后，另议10月再定'), [
      { kind: 'rest', words: '国庆节后' },
      { kind: 'rest', words: '另议' },
      { kind: 'month', year: undefined, month: 10, part: undefined },
      { kind: 'rest', words: '再定' },
    ]);
    assert.deepEqual(whenTokens('𠮷'), [{ kind: 'rest', words: '𠮷' }]);
  });

  it('are days and months only as far as a calendar goes', () => {
    const kinds = (words: string) => whenTokens(words).map(({ kind }) => kind);
    assert.deepEqual(kinds('12月31日'), ['day']);
    assert.deepEqual(kinds('1月1日'), ['day']);
    assert.deepEqual(kinds('10月32日'), ['month', 'rest']);
    assert.deepEqual(kinds('10月0日'), ['month', 'rest']);
    assert.deepEqual(kinds('0月5日'), ['rest']);
    assert.deepEqual(kinds('12月'), ['month']);
    assert.deepEqual(kinds('0月'), ['rest']);
  });

  it('are weeks from the first on', () => {
    assert.deepEqual(whenTokens('第一周'), [{ kind: 'week', number: 1 }]);
    assert.deepEqual(whenTokens('第十二个周'), [{ kind: 'week', number: 12 }]);
    assert.deepEqual(
      whenTokens('第0周').map(({ kind }) => kind),
      ['rest'],
    );
  });

  it('are weekdays only with a word for the week, by each of its names', () => {
    const weekday = (words: string) => whenTokens(words).map((token) => 'weekday' in token && token.weekday);
    assert.deepEqual(weekday('周一'), [1]);
    assert.deepEqual(weekday('礼拜六'), [6]);
    assert.deepEqual(weekday('星期天'), [7]);
    assert.deepEqual(weekday('周日'), [7]);
    assert.deepEqual(
      whenTokens('三').map(({ kind }) => kind),
      ['rest'],
    );
  });

  it('say that something comes round every week, on a day or on none', () => {
    assert.deepEqual(whenTokens('每周五'), [{ kind: 'weekday', weekday: 5, isEvery: true }]);
    assert.deepEqual(whenTokens('每星期'), [{ kind: 'weekday', weekday: 0, isEvery: true }]);
  });

  it('are undecided in each of the words for it', () => {
    for (const words of ['待定', '另定', '时间待通知', '另行通知'])
      assert.deepEqual(whenTokens(words), [{ kind: 'undecided' }], words);
  });
});
