import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type { Deadline } from '../../../src/domain/deadlines/deadline.ts';
import { resolveMoment, type DeadlineContext, type Moment } from '../../../src/domain/deadlines/moment.ts';
import { resolveDeadline } from '../../../src/domain/deadlines/resolve-deadline.ts';
import { rhythmWords } from '../../../src/domain/deadlines/rhythm.ts';
import {
  countedWords,
  dayAfter,
  skippedWords,
  spanWords,
  timeWords,
} from '../../../src/domain/deadlines/wording.ts';

const calendar = workCalendar();
const context: DeadlineContext = {
  calendar,
  campaign: { from: '2026-09-14', until: '2027-01-22' },
  stages: [{ id: 'mobilise', from: '2026-09-14', until: '2026-10-09' }, { id: 'examine' }],
};
const explained = (deadline: Deadline) => resolveDeadline(deadline, context).explanation;

describe('a day behind another one', () => {
  test('is named by what differs from it', () => {
    assert.equal(dayAfter('2026-10-10', '2026-10-12'), '12日');
    assert.equal(dayAfter('2026-10-31', '2026-11-01'), '11月1日');
    assert.equal(dayAfter('2026-12-31', '2027-01-01'), '2027年1月1日');
    assert.equal(dayAfter(undefined, '2026-10-12'), '2026年10月12日');
  });

  test('ends a span, which is one day where both are the same', () => {
    assert.equal(spanWords('2026-10-01', '2026-10-07', '2026-09-01'), '10月1日至7日');
    assert.equal(spanWords('2026-10-01', '2026-10-01', '2026-09-01'), '10月1日');
    assert.equal(spanWords('2026-12-31', '2027-01-03', '2026-09-01'), '12月31日至2027年1月3日');
    assert.equal(spanWords('2027-01-01', '2027-01-03', '2026-12-30'), '2027年1月1日至3日');
  });
});

describe('days counted', () => {
  const days = (...list: string[]) => list.map((day) => ({ day }));

  test('are named in a row, with month and year where they change', () => {
    assert.equal(countedWords(days('2026-10-30', '2026-11-02'), '2026-10-29'), '10月30日、11月2日');
    assert.equal(countedWords(days('2026-01-04', '2026-01-05'), '2025-12-31'), '2026年1月4日、5日');
    assert.equal(countedWords(days('2025-12-31', '2026-01-04'), '2025-12-30'), '12月31日、2026年1月4日');
    assert.equal(countedWords([], '2026-10-29'), '');
  });

  test('that reach into the next year name it at the end of a long list', () => {
    const long = days(...Array.from({ length: 15 }, (_, at) => `2025-12-${at + 10}`), '2026-01-05');
    assert.equal(countedWords(long, '2025-12-09'), '12月10日起，到2026年1月5日止');
  });
});

describe('days passed over', () => {
  const skipped = (...list: [string, string][]) =>
    skippedWords(
      list.map(([day, reason]) => ({ day, reason })),
      '2026-09-01',
    );

  test('are none, one, or a run of one name', () => {
    assert.equal(skipped(), '');
    assert.equal(skipped(['2026-09-05', '周六']), '9月5日周六不计');
    assert.equal(
      skipped(['2026-10-01', '国庆节'], ['2026-10-02', '国庆节'], ['2026-10-03', '国庆节']),
      '10月1日至3日国庆节不计',
    );
  });

  test('are a weekend where Sunday follows on Saturday', () => {
    assert.equal(skipped(['2026-09-05', '周六'], ['2026-09-06', '周日']), '9月5日至6日周末不计');
    assert.equal(skipped(['2026-09-05', '周六'], ['2026-09-13', '周日']), '9月5日周六、9月13日周日不计');
    assert.equal(skipped(['2026-10-07', '国庆节'], ['2026-10-08', '周日']), '10月7日国庆节、10月8日周日不计');
    assert.equal(skipped(['2026-09-05', '周六'], ['2026-09-06', '中秋节']), '9月5日周六、9月6日中秋节不计');
  });

  test('are named from first to last, whichever way they were counted', () => {
    assert.equal(skipped(['2026-09-06', '周日'], ['2026-09-05', '周六']), '9月5日至6日周末不计');
  });
});

test('a time of day is that before which it is due', () => {
  assert.equal(timeWords('17:30'), '17:30前');
  assert.equal(timeWords(undefined), '');
});

describe('a moment', () => {
  const words = (moment: Moment, of: Partial<DeadlineContext> = context) => {
    const resolved = resolveMoment(moment, of);
    return resolved.day === undefined
      ? `${resolved.words}：${resolved.reason}`
      : resolved.before + resolved.day + resolved.after;
  };

  test('is a day, or an edge with the words for it', () => {
    assert.equal(words('2026-10-15'), '2026-10-15');
    assert.equal(words({ campaign: 'start' }), '活动2026-09-14开始');
    assert.equal(words({ campaign: 'end' }), '活动2027-01-22结束');
    assert.equal(words({ stage: 'mobilise', edge: 'start' }), '第一阶段2026-09-14开始');
    assert.equal(words({ stage: 'mobilise', edge: 'end' }), '第一阶段2026-10-09结束');
  });

  test('is unknown where the source names none, and says what is missing', () => {
    assert.equal(words({ stage: 'examine', edge: 'start' }), '第二阶段开始时间：原文未注明');
    assert.equal(words({ stage: 'nowhere', edge: 'end' }), '阶段“nowhere”的起止时间：原文未注明');
    assert.equal(words({ campaign: 'end' }, {}), '活动结束时间：原文未注明');
    assert.equal(words({ stage: 'mobilise', edge: 'end' }, {}), '阶段“mobilise”的起止时间：原文未注明');
  });

  test('of a session is that of its schedule, as soon as there is one', () => {
    const at = (day: string | null, reason?: '待国务院办公厅公布') =>
      words({ session: 's1' }, { session: () => ({ title: '谈体会', day, reason }) });
    assert.equal(at('2026-09-18'), '“谈体会”定于2026-09-18学习');
    assert.equal(at(null), '“谈体会”学习时间：时间待定，另行通知');
    assert.equal(at(null, '待国务院办公厅公布'), '“谈体会”学习时间：待国务院办公厅公布');
    assert.equal(words({ session: 's1' }, {}), '所依据的学习场次时间：时间待定，另行通知');
    assert.equal(
      words({ session: 's1' }, { session: () => undefined }),
      '所依据的学习场次时间：时间待定，另行通知',
    );
  });
});

describe('the explanation of a deadline', () => {
  test('says what the source leaves open', () => {
    assert.equal(explained('unknown'), '截止时间原文未注明。');
    assert.equal(explained({ month: '2026-09', time: '12:00' }), '2026年9月，具体日期原文未注明。');
  });

  test('says on which side of a moment days are counted', () => {
    assert.equal(
      explained({ days: 5, after: { campaign: 'start' } }),
      '活动9月14日开始，之后五天，不分工作日和休息日，当天不计：9月19日（周六）。当天是周六，请于9月18日前报送。',
    );
    assert.equal(
      explained({ days: 2, before: '2026-10-15', time: '17:30' }),
      '10月15日之前两天，不分工作日和休息日，当天不计：10月13日（周二）。10月13日17:30前截止。',
    );
  });

  test('of a public notice begins at its moment', () => {
    assert.equal(
      explained({ days: 5, after: { campaign: 'start' }, includeFirst: true }),
      '活动9月14日开始，从当天起算，含当天共五天，到9月18日（周五）止。',
    );
  });

  test('of a holiday says that it is one', () => {
    assert.equal(
      explained({ on: '2026-10-02' }),
      '2026年10月2日（周五）截止。当天国庆节放假，请于9月30日前报送。',
    );
  });

  test('right behind two holidays in one names both', () => {
    assert.equal(
      explained({ on: '2020-10-09' }),
      '2020年10月9日（周五）截止。国庆节、中秋节放假后即截止，请于9月30日前报送。',
    );
  });

  test('of a rest day with which the tables begin names no earlier day', () => {
    const first = `${Math.min(...calendar.notices.keys())}-01-01`;
    const result = resolveDeadline({ on: first }, context);
    assert.ok(result.kind === 'date' && calendar.holidays.has(first));
    assert.equal(result.announce, undefined);
    assert.match(result.explanation, /^\d{4}年1月1日（周.）截止。$/u);
  });

  test('warns of the last days of December from the 29th on', () => {
    const warns = (after: string) => explained({ workingDays: 1, after }).includes('可能有变');
    assert.equal(warns('2026-12-25'), false);
    assert.equal(warns('2026-12-28'), true);
    assert.equal(warns('2026-12-30'), true);
  });

  test('of a rhythm says from which end it lacks the day', () => {
    const rhythm = { every: 'month', time: '17:30' } as const;
    const [known, open] = ['2026-10-01', { stage: 'examine', edge: 'start' }] as const;
    assert.equal(
      explained({ ...rhythm, from: open, until: known }),
      '每月一次，月末17:30前；第二阶段开始时间原文未注明。',
    );
    assert.equal(
      explained({ ...rhythm, from: known, until: open }),
      '每月一次，月末17:30前；第二阶段开始时间原文未注明。',
    );
    assert.equal(
      explained({ ...rhythm, from: { campaign: 'end' }, until: { session: 's1' } }),
      '每月一次，月末17:30前；所依据的学习场次时间待定，另行通知。',
    );
  });
});

describe('the words for a rhythm', () => {
  test('name the day of the month or quarter, its end where none is named', () => {
    assert.equal(rhythmWords({ every: 'month' }), '每月一次，月末');
    assert.equal(rhythmWords({ every: 'month', day: 25 }), '每月一次，每月25日');
    assert.equal(rhythmWords({ every: 'quarter' }), '每季度一次，季末');
    assert.equal(rhythmWords({ every: 'quarter', day: 20 }), '每季度一次，季末月20日');
  });

  test('name both days of a half-month rhythm, fifteen days apart', () => {
    assert.equal(rhythmWords({ every: 'half-month' }), '每半个月一次，每月15日和月末');
    assert.equal(rhythmWords({ every: 'half-month', day: 5 }), '每半个月一次，每月5日和20日');
    assert.equal(rhythmWords({ every: 'half-month', day: 14 }), '每半个月一次，每月14日和29日');
    assert.equal(rhythmWords({ every: 'half-month', day: 15 }), '每半个月一次，每月15日和月末');
    assert.equal(rhythmWords({ every: 'half-month', day: 16 }), '每半个月一次，每月1日和16日');
    assert.equal(rhythmWords({ every: 'half-month', day: 30 }), '每半个月一次，每月15日和30日');
    assert.equal(rhythmWords({ every: 'half-month', day: 31 }), '每半个月一次，每月15日和月末');
  });
});

test('a rhythm goes over the turn of the year and ends on its last day', () => {
  const result = resolveDeadline({ every: 'month', from: '2024-11-30', until: '2025-02-28' }, context);
  assert.ok(result.kind === 'occurrences');
  assert.deepEqual(
    result.occurrences.map(({ date }) => date),
    ['2024-11-30', '2024-12-31', '2025-01-31', '2025-02-28'],
  );
  assert.equal(result.explanation, '每月一次，月末，从2024年11月30日到2025年2月28日共4次。');
});
