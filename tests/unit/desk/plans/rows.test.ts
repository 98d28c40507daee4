import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  adjustmentTo,
  freeCode,
  plansAt,
  withAdjustment,
  withFollowed,
  withPlansAt,
} from '../../../../src/domain/desk/adjustments.ts';
import { pastedUnits } from '../../../../src/domain/desk/pasted-units.ts';
import type { WhenLine } from '../../../../src/domain/desk/plans.ts';
import {
  confirmed,
  duplicateOf,
  newSession,
  toConfirm,
  withTime,
} from '../../../../src/domain/desk/session-rows.ts';
import type { FollowedPlan } from '../../../../src/domain/schedule/plan.ts';

const line = (change: Partial<WhenLine>): WhenLine => ({
  understood: '',
  isWhole: true,
  doubts: [],
  ...change,
});

describe('A row of a plan gets the time that its words were understood as', () => {
  it('is written where it is certain, and words kept before go', () => {
    assert.deepEqual(
      withTime(
        { id: 's1', note: '带笔记本\n时间原写：月底' },
        '每月5日',
        line({ when: { every: 'month', day: 5 } }),
      ),
      {
        id: 's1',
        when: { every: 'month', day: 5 },
        note: '带笔记本',
      },
    );
  });
  it('is unknown where it is not, with the words in the note', () => {
    assert.deepEqual(withTime({ id: 's1' }, '择日', line({ when: 'unknown', isWhole: false })), {
      id: 's1',
      when: 'unknown',
      note: '时间原写：择日',
    });
  });
  it('is none where nothing is written, and takes the place of sittings', () => {
    assert.deepEqual(
      withTime({ id: 's1', sittings: [{ on: '2027-06-28' }] }, ' ', line({ when: 'unknown' })),
      {
        id: 's1',
        sittings: null,
        when: null,
        note: null,
      },
    );
    const sittings = [{ on: '2027-06-28' }, { on: '2027-06-29' }];
    assert.deepEqual(withTime({ id: 's1', when: 'unknown' }, '6月28日—29日', line({ sittings })), {
      id: 's1',
      when: null,
      sittings,
      note: null,
    });
  });
});

describe('Rows are added under codes that no other has', () => {
  const sessions = [
    { id: 's1', stage: 'a' },
    { id: 's3', stage: 'b', title: '丙' },
  ];
  it('a new one in the stage of the last, a duplicate as the row that it is of', () => {
    assert.deepEqual(newSession(sessions), { id: 's2', stage: 'b', form: '集中学习' });
    assert.deepEqual(newSession([]), { id: 's1', form: '集中学习' });
    assert.deepEqual(duplicateOf(sessions[1]!, sessions), { id: 's2', stage: 'b', title: '丙' });
    assert.equal(freeCode(['a1', 'a2'], 'a'), 'a3');
  });
});

describe('A day that was moved from an earlier year waits to be confirmed', () => {
  it('in a line of the note, which goes once it is', () => {
    const session = { id: 's1', note: '带笔记本\n日期待确认：甲推到乙' };
    assert.equal(toConfirm(session), '日期待确认：甲推到乙');
    assert.deepEqual(confirmed(session), { id: 's1', note: '带笔记本' });
    assert.deepEqual(confirmed({ note: '日期待确认：甲' }), { note: null });
    assert.equal(toConfirm({ note: '带笔记本' }), undefined);
    assert.equal(toConfirm({}), undefined);
  });
});

describe('A unit changes a session of a plan that it follows', () => {
  const plans: FollowedPlan[] = [
    {
      plan: 'a',
      since: '2026-11-01',
      adjustments: [{ session: 's1', on: '2026-10-09', reason: '会场占用', observers: '委员' }],
    },
    { plan: 'b' },
  ];
  it('beside what it changed before, in the order of its file', () => {
    const changed = withAdjustment(plans, 'a', 's2', { drop: true, reason: '合并' });
    assert.deepEqual(changed[0], {
      ...plans[0],
      adjustments: [...plans[0]!.adjustments!, { session: 's2', drop: true, reason: '合并' }],
    });
    assert.deepEqual(changed[1], plans[1]);
    assert.deepEqual(withAdjustment(plans, 'b', 's1', { drop: true })[1], {
      plan: 'b',
      adjustments: [{ session: 's1', drop: true }],
    });
  });
  it('anew, with what it does not touch left and what is emptied gone', () => {
    const changed = withAdjustment(plans, 'a', 's1', { on: undefined, place: '二楼', reason: '换地方' });
    assert.deepEqual(adjustmentTo(changed, 'a', 's1'), {
      session: 's1',
      reason: '换地方',
      observers: '委员',
      place: '二楼',
    });
  });
  it('in its place among the others', () => {
    const two = withAdjustment(plans, 'a', 's2', { drop: true });
    const changed = withAdjustment(two, 'a', 's1', { on: '2026-10-12' });
    assert.deepEqual(
      changed[0]!.adjustments!.map(({ session }) => session),
      ['s1', 's2'],
    );
  });
  it('and takes the change back, with the list where nothing is left of it', () => {
    assert.deepEqual(withAdjustment(plans, 'a', 's1', undefined)[0], { plan: 'a', since: '2026-11-01' });
    assert.deepEqual(withAdjustment(plans, 'b', 's1', undefined), plans);
  });
  it('follows another plan from a day on, and none twice', () => {
    assert.deepEqual(withFollowed([], 'c', '2026-11-01'), [{ plan: 'c', since: '2026-11-01' }]);
    assert.deepEqual(withFollowed([], 'c', undefined), [{ plan: 'c' }]);
    assert.deepEqual(withFollowed(plans, 'a', undefined), plans);
  });
  it('in the unit itself or in one of its parts', () => {
    const fields = { name: '甲', plans, parts: [{ id: 'p1' }, { id: 'p2', plans: [{ plan: 'c' }] }] };
    assert.deepEqual(plansAt(fields, undefined), plans);
    assert.deepEqual(plansAt(fields, 1), [{ plan: 'c' }]);
    assert.deepEqual(plansAt(fields, 0), []);
    assert.deepEqual(withPlansAt(fields, 0, [{ plan: 'd' }]).parts, [
      { id: 'p1', plans: [{ plan: 'd' }] },
      fields.parts[1],
    ]);
    assert.equal(withPlansAt(fields, undefined, []).plans, null);
  });
});

describe('Names pasted from a spreadsheet name units for certain, or are told', () => {
  const units = [
    { id: 'hospital', name: '市人民医院', names: ['云川市人民医院', '市人民医院'] },
    { id: 'blood', name: '市血液中心', names: ['云川市血液中心', '市血液中心', '云川市中心血站'] },
    { id: 'office', name: '委机关', names: ['云川市卫生健康委', '委机关', '云川市中心血站'] },
  ];
  it('takes names, short and former ones, blanks and width aside, with a day beside them', () => {
    const { found, unknown } = pastedUnits(
      '云川市 人民医院\t2026/10/9\r\n市血液中心\t2026年10月12日\n\n委机关',
      units,
    );
    assert.deepEqual(found, [
      { unit: 'hospital', received: '2026-10-09' },
      { unit: 'blood', received: '2026-10-12' },
      { unit: 'office' },
    ]);
    assert.deepEqual(unknown, []);
  });
  it('guesses no name that is only alike, and none that several bore', () => {
    const { found, unknown } = pastedUnits('人民医院\n云川市中心血站\n单位名称\t收到日期', units);
    assert.deepEqual(found, []);
    assert.deepEqual(unknown, [
      { line: '人民医院', candidates: [] },
      { line: '云川市中心血站', candidates: ['blood', 'office'] },
      { line: '单位名称 收到日期', candidates: [] },
    ]);
  });
  it('takes a unit once, and no day that is none', () => {
    assert.deepEqual(pastedUnits('委机关\t2026-02-30\n委机关\t10月9日', units).found, [{ unit: 'office' }]);
  });
});
