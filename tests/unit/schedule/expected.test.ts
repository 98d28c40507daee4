import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectedAt, expectedOf, type CountedUnit } from '../../../src/domain/schedule/expected.ts';
import { meetingsOf } from '../../../src/domain/schedule/sittings.ts';
import { session } from '../paper/pack-source.ts';

const OFFICE: CountedUnit = { name: '甲单位', headcount: 46 };
const BRANCH: CountedUnit = {
  name: '第一党支部',
  headcount: 23,
  parts: [
    { id: 'one', name: '第一党小组', headcount: 11 },
    { id: 'two', name: '第二党小组' },
  ],
};
const day = '2026-09-18';

describe('how many are to come (应到)', () => {
  test('is the head count where all of the body take part, and unknown where only some of it do', () => {
    const of = (unit: CountedUnit, attendees?: string) => expectedOf(session({ id: 's1', attendees }), unit);
    for (const all of [undefined, '全体人员', '本单位全体职工', '全体干部职工', '全体工作人员'])
      assert.equal(of(OFFICE, all), 46, all);
    for (const some of [
      '全体党员',
      '在职党员、窗口人员',
      '领导班子成员',
      '全体党员、整改责任人',
      '全体中层干部',
    ])
      assert.equal(of(OFFICE, some), undefined, some);
    for (const all of [undefined, '全体党员', '全体同志']) assert.equal(of(BRANCH, all), 23, all);
    for (const some of ['全体职工', '全体正式党员', '支部委员'])
      assert.equal(of(BRANCH, some), undefined, some);
  });

  test('is unknown where no head count is, and on the day for absentees', () => {
    assert.equal(expectedOf(session({ id: 's1' }), { name: '甲单位' }), undefined);
    const held = session({ id: 's1', makeUp: [{ day }] });
    const counts = meetingsOf(held).map((occasion) => expectedAt(occasion, held, OFFICE));
    assert.deepEqual(counts, [46, undefined]);
  });

  test('of a group is what the group says, or the head count of the part that it is', () => {
    const at = (group: object, attendees?: string) => {
      const held = session({ id: 's1', attendees, groups: [{ name: '甲', day, ...group }] });
      return expectedOf(held, BRANCH);
    };
    assert.equal(at({ headcount: 30 }, '支部委员'), 30);
    assert.equal(at({ part: 'one' }), 11);
    assert.equal(at({ part: 'one' }, '全体党员'), 11);
    assert.equal(at({ part: 'one' }, '支部委员'), undefined);
    assert.equal(at({ part: 'two' }), undefined);
    assert.equal(at({}), undefined);
  });

  test('of a session in groups is their sum, unknown where one of them is', () => {
    const of = (groups: object[]) =>
      expectedOf(session({ id: 's1', groups: groups.map((group) => ({ day, ...group })) }), BRANCH);
    assert.equal(of([{ part: 'one' }, { headcount: 9 }]), 20);
    assert.equal(of([{ part: 'one' }, { part: 'two' }]), undefined);
  });

  test('is not told of a session that is not held, or has no day', () => {
    assert.equal(expectedOf(session({ id: 's1', status: 'dropped' }), OFFICE), undefined);
    assert.equal(expectedOf(session({ id: 's1', day: null }), OFFICE), undefined);
  });

  test('is that of the other part of its unit where a part that is a unit of its own sits with it', () => {
    const { parts: siblings, ...unit } = BRANCH;
    const held = session({ id: 's1', groups: [{ name: '第一党小组', part: 'one', day }] });
    assert.equal(expectedOf(held, { ...unit, siblings }), 11);
    assert.equal(expectedOf(held, unit), undefined);
  });
});
