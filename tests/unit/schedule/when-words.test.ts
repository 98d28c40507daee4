import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { When } from '../../../src/domain/schedule/plan.ts';
import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { readWhen } from '../../../src/domain/schedule/table/read-when.ts';
import { timeLines, whenWords } from '../../../src/domain/schedule/table/when-words.ts';
import { campaign as overTwoYears } from './example.ts';

const campaign = { ...overTwoYears, until: '2026-12-31' };

const words = (when: When) => whenWords(when, campaign);

describe('The plan’s own words for a time', () => {
  it('say that it is unknown', () => assert.equal(words('unknown'), '待定'));

  it('name a week by its number, and a month with its year and no leading zero', () => {
    assert.equal(words({ week: 2 }), '第2周');
    assert.equal(words({ month: '2026-09' }), '2026年9月');
    assert.equal(words({ month: '2026-10' }), '2026年10月');
  });

  it('name a day with its weekday, and the hour behind it where there is one', () => {
    assert.equal(words({ on: '2026-10-09' }), '10月9日（周五）');
    assert.equal(words({ on: '2026-10-09', time: '09:00' }), '10月9日（周五） 09:00');
  });

  it('leave out the year of a day from the first day of the campaign to its last, of no other', () => {
    assert.equal(words({ on: '2026-09-14' }), '9月14日（周一）');
    assert.equal(words({ on: '2026-12-31' }), '12月31日（周四）');
    assert.equal(words({ on: '2026-09-13' }), '2026年9月13日（周日）');
    assert.equal(words({ on: '2027-01-01' }), '2027年1月1日（周五）');
  });

  it('name the year of every day of a campaign over two years', () => {
    assert.equal(whenWords({ on: '2026-09-14' }, overTwoYears), '2026年9月14日（周一）');
    assert.equal(whenWords({ on: '2027-01-22' }, overTwoYears), '2027年1月22日（周五）');
  });

  it('keep the year where a campaign has an open end or ends in another year', () => {
    const on = '2026-10-09';
    const year = (from: string | undefined, until: string | undefined) =>
      whenWords({ on }, { from, until }).startsWith('2026年');
    assert.equal(year('2026-09-14', undefined), true);
    assert.equal(year(undefined, '2026-12-31'), true);
    assert.equal(year('2026-01-01', '2026-12-31'), false);
    assert.equal(year('2026-01-01', '2027-01-01'), true);
  });

  it('name what a session has to be done by', () => {
    assert.equal(words({ by: '2026-10-16' }), '10月16日（周五）前');
    assert.equal(words({ by: '2026-10-16', time: '17:30' }), '10月16日（周五） 17:30前');
    assert.equal(words({ by: { campaign: 'start' } }), '活动开始前');
    assert.equal(words({ by: { campaign: 'end' } }), '活动结束前');
    assert.equal(words({ by: { stage: 'mobilise', edge: 'start' } }), '第一阶段开始前');
    assert.equal(words({ by: { stage: 'sum-up', edge: 'end' } }), '第三阶段结束前');
    assert.equal(words({ by: { session: 's2' } }), '学习场次s2前');
    assert.equal(words({ by: { plan: 'conduct', session: 's2' } }), '学习计划conduct的学习场次s2前');
  });

  it('name a stage that the campaign does not have by its id', () => {
    assert.equal(words({ by: { stage: 'nowhere', edge: 'end' } }), '阶段“nowhere”结束前');
    assert.equal(whenWords({ by: { stage: 'study', edge: 'end' } }, {}), '阶段“study”结束前');
  });

  it('are read back as the same rule', () => {
    const rules: When[] = [
      'unknown',
      { week: 12 },
      { month: '2026-10' },
      { on: '2026-10-09', time: '09:00' },
      { on: '2027-01-08' },
      { by: '2026-10-16' },
      { by: { campaign: 'end' } },
      { by: { stage: 'examine', edge: 'start' } },
      { by: { stage: 'nowhere', edge: 'end' } },
      { by: { plan: 'conduct-2026', session: 's2' } },
    ];
    for (const when of rules) {
      const read = readWhen(words(when), { period: campaign, stages: campaign.stages ?? [] });
      assert.deepEqual([read.when, read.isWhole, read.doubts], [when, true, []], words(when));
    }
  });
});

describe('The lines of a time cell', () => {
  const scheduled = (fields: Partial<ScheduledSession> = {}): ScheduledSession => ({
    id: 's1',
    title: '专题一',
    form: '集中学习',
    timing: 'on',
    day: '2026-10-09',
    status: 'fixed',
    adjustments: [],
    ownPlace: false,
    ...fields,
  });
  const lines = (when: When, fields?: Partial<ScheduledSession>) =>
    timeLines(scheduled(fields), when, campaign);

  it('say the plan’s rule, then the day and the hours it comes to', () => {
    assert.deepEqual(lines({ week: 4 }), ['第4周', '10月9日（周五）']);
    assert.deepEqual(lines({ week: 4 }, { time: '14:30' }), ['第4周', '10月9日（周五） 14:30']);
    assert.deepEqual(lines({ week: 4 }, { time: '14:30', until: '16:00' }), [
      '第4周',
      '10月9日（周五） 14:30—16:00',
    ]);
    assert.deepEqual(lines('unknown', { time: '14:30' }), ['待定', '10月9日（周五） 14:30']);
  });

  it('say a fixed day once, and only the hours that the plan does not name', () => {
    const when = { on: '2026-10-09', time: '09:00' };
    assert.deepEqual(lines(when, { time: '09:00' }), ['10月9日（周五） 09:00']);
    assert.deepEqual(lines(when, { time: '14:30', until: '16:00' }), [
      '10月9日（周五） 09:00',
      '14:30—16:00',
    ]);
    assert.deepEqual(lines({ on: '2026-10-09' }, { time: '14:30' }), ['10月9日（周五）', '14:30']);
  });

  it('say the day to which the unit moved a fixed one', () => {
    assert.deepEqual(lines({ on: '2026-10-08', time: '09:00' }, { time: '09:00' }), [
      '10月8日（周四） 09:00',
      '10月9日（周五） 09:00',
    ]);
  });

  it('say the day that a limit comes to, unless the plan names that day', () => {
    const due = { timing: 'by', day: '2026-11-13' } as const;
    assert.deepEqual(lines({ by: { stage: 'examine', edge: 'end' } }, due), [
      '第二阶段结束前',
      '11月13日（周五）前',
    ]);
    assert.deepEqual(lines({ by: '2026-11-13' }, due), ['11月13日（周五）前']);
    assert.deepEqual(lines({ by: '2026-11-12' }, due), ['11月12日（周四）前', '11月13日（周五）前']);
    assert.deepEqual(lines('unknown', due), ['待定', '11月13日（周五）前']);
  });

  it('say the week in which a session has to be done from its first day to its last', () => {
    const week = { number: 2, from: '2026-09-21', until: '2026-09-27' };
    assert.deepEqual(lines({ week: 2 }, { timing: 'by', day: '2026-09-27', week }), [
      '第2周',
      '9月21日至9月27日内完成',
    ]);
  });

  it('say no more than the rule where there is no day yet', () => {
    assert.deepEqual(lines({ month: '2026-10' }, { day: null, timing: 'within' }), ['2026年10月']);
    assert.deepEqual(lines('unknown', { day: null, timing: 'unknown', time: '14:30' }), ['待定']);
  });

  it('say of a session that the unit does not hold just that, not its day', () => {
    assert.deepEqual(lines({ week: 4 }, { status: 'dropped', makeUp: undefined }), [
      '第4周',
      '本单位不单独安排',
    ]);
  });

  it('name each group with its day and hours, and its place where it is not the session’s', () => {
    const groups = [
      { name: '第一批', day: '2026-10-09', time: '14:30', until: '16:00', place: '二楼会议室' },
      { name: '第二批', day: '2026-10-12', place: '示教室' },
      { name: '第三批', day: '2026-10-13' },
    ];
    assert.deepEqual(lines({ week: 4 }, { groups, place: '二楼会议室' }), [
      '第4周',
      '第一批：10月9日（周五） 14:30—16:00',
      '第二批：10月12日（周一），示教室',
      '第三批：10月13日（周二）',
    ]);
  });

  it('name the day to make it up behind all days', () => {
    assert.deepEqual(
      lines({ week: 4 }, { makeUp: [{ day: '2026-10-20', time: '15:00', place: '示教室' }] }),
      ['第4周', '10月9日（周五）', '补学：10月20日（周二） 15:00，示教室'],
    );
  });

  it('say at the end why the day is another one, unless the unit’s own change says so', () => {
    const reason = '10月2日国庆节放假';
    assert.deepEqual(lines({ week: 4 }, { reason }), ['第4周', '10月9日（周五）', '说明：10月2日国庆节放假']);
    assert.deepEqual(lines({ week: 4 }, { reason, adjustments: [{ kind: 'moved', reason }] }), [
      '第4周',
      '10月9日（周五）',
    ]);
    assert.deepEqual(lines({ week: 4 }), ['第4周', '10月9日（周五）']);
  });
});
