import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlanLine } from '../../../../src/import/tables/plan-line.ts';

describe('What stands above a plan’s table', () => {
  it('names the maker and the day, with or without a label', () => {
    for (const day of ['2026年9月8日', '（2026年9月8日）', '制表日期：2026年9月8日']) {
      const { title, unit, revised, others } = readPlanLine(['学习计划安排表', `制表单位：学习办　　${day}`]);
      assert.deepEqual([title, unit, revised, others], ['学习计划安排表', '学习办', '2026-09-08', []], day);
    }
  });

  it('keeps a wide blank within a name, and words that are no day', () => {
    const { unit, revised, others } = readPlanLine(['学习计划', '单位：市中心　医院', '（试行）']);
    assert.deepEqual([unit, revised, others], ['市中心　医院', undefined, ['（试行）']]);
  });

  it('loses no second day', () => {
    const { revised, others } = readPlanLine(['学习计划', '2026年9月8日', '2026年9月9日']);
    assert.deepEqual([revised, others], ['2026-09-08', ['2026年9月9日']]);
  });
});
