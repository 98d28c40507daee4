import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../../src/domain/calendar/work-calendar.ts';
import { copiedPlan, laterTitle } from '../../../../src/domain/desk/copied-plan.ts';
import type { PlanSession } from '../../../../src/domain/schedule/plan.ts';

const calendar = workCalendar([]);
const copy = (session: Partial<PlanSession>, years = 1) => {
  const { sessions, times } = copiedPlan(
    { sessions: [{ id: 's1', title: '甲', form: '党课', ...session }] },
    years,
    calendar,
  );
  return { session: sessions[0]!, time: times[0]! };
};

describe('A plan is copied for a later year', () => {
  it('moves a fixed day by a year, and marks it as to be confirmed with what became of its weekday', () => {
    const { session, time } = copy({ when: { on: '2025-03-05', time: '14:30' }, note: '带笔记本' });
    assert.deepEqual(session.when, { on: '2026-03-05', time: '14:30' });
    assert.equal(session.note, '带笔记本\n日期待确认：2025年3月5日（周三）推到2026年3月5日（周四）');
    assert.deepEqual(time, {
      title: '甲',
      became: '2025年3月5日（周三）推到2026年3月5日（周四）',
      isToConfirm: true,
    });
  });
  it('says where the moved day is a day off, a weekend that is worked, or of a year without a table', () => {
    assert.match(copy({ when: { on: '2025-10-09' } }).time.became, /推到2026年10月9日（周五）$/);
    assert.match(copy({ when: { on: '2024-10-02' } }).time.became, /推到2025年10月2日（周四，.*放假）/);
    assert.match(copy({ when: { on: '2025-03-07' } }).time.became, /（周六）$/);
    assert.match(copy({ when: { on: '2029-03-07' } }).time.became, /待国务院办公厅公布/);
  });
  it('takes the 28th for the 29th of February, and says so', () => {
    const { session, time } = copy({ when: { on: '2024-02-29' } });
    assert.deepEqual(session.when, { on: '2025-02-28' });
    assert.match(time.became, /2025年没有2月29日/);
    assert.deepEqual(copy({ when: { on: '2024-02-29' } }, 4).session.when, { on: '2028-02-29' });
  });
  it('moves months, periods and festivals with their year and marks nothing', () => {
    assert.deepEqual(copy({ when: { month: '2025-10', part: 'late' } }).session.when, {
      month: '2026-10',
      part: 'late',
    });
    assert.deepEqual(copy({ when: { period: '2025-q4' } }).session.when, { period: '2026-q4' });
    assert.deepEqual(copy({ when: { before: '七一', year: 2025 } }).session, {
      id: 's1',
      title: '甲',
      form: '党课',
      when: { before: '七一', year: 2026 },
    });
    assert.deepEqual(copy({ when: { period: '2025-q4' } }).time, {
      title: '甲',
      became: '年份改晚 1 年',
      isToConfirm: false,
    });
  });
  it('leaves rules, weeks and what leans on a stage or another session as they are', () => {
    for (const when of [
      { week: 2 },
      { every: 'month', day: 5 },
      { by: { stage: 'study', edge: 'end' } },
      { by: { session: 's0' } },
      'unknown',
    ] as const) {
      const { session, time } = copy({ when });
      assert.deepEqual(session.when, when);
      assert.equal(time.became, '照旧');
    }
  });
  it('moves the ends of a rule, the days of sittings, and a day by which something is done', () => {
    assert.deepEqual(
      copy({ when: { every: 'month', day: 5, from: '2025-01-01', until: '2025-12-31' } }).session.when,
      {
        every: 'month',
        day: 5,
        from: '2026-01-01',
        until: '2026-12-31',
      },
    );
    const { session } = copy({ sittings: [{ on: '2025-10-22' }, { on: '2025-10-23', time: '09:00' }] });
    assert.deepEqual(session.sittings, [{ on: '2026-10-22' }, { on: '2026-10-23', time: '09:00' }]);
    assert.match(session.note!, /^日期待确认：.*；.*/);
    assert.deepEqual(copy({ when: { by: '2025-10-22' } }).session.when, { by: '2026-10-22' });
  });
  it('leaves out turns that were otherwise that year, and says which', () => {
    const { session, time } = copy({
      when: { every: 'month', day: 5 },
      exceptions: [{ turn: '2025-07', on: '2025-07-01' }],
    });
    assert.equal(session.exceptions, undefined);
    assert.equal(time.became, '照旧；2025-07 的例外没有照抄');
  });
  it('does not keep what an earlier copy had to confirm', () => {
    assert.equal(copy({ when: { week: 1 }, note: '日期待确认：旧的\n带笔记本' }).session.note, '带笔记本');
  });
  it('moves the years of a title', () => {
    assert.equal(laterTitle('2026年“三会一课”计划', 1), '2027年“三会一课”计划');
    assert.equal(laterTitle('2026—2027年度计划', 1), '2027—2028年度计划');
    assert.equal(laterTitle('学习计划', 1), '学习计划');
  });
});
