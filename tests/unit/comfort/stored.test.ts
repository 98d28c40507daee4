import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeStored } from '../../../src/client/stored.ts';

const NAMES = {
  units: { 'blood-center': '云川市血液中心' },
  schedules: { 'blood-center/conduct-2026': '市血液中心，学习计划' },
};
const tell = (key: string, value: unknown) => describeStored(key, JSON.stringify(value), NAMES);

describe('what is stored on the device', () => {
  test('is told in words, with the names of units and schedules', () => {
    assert.equal(tell('unit', 'blood-center').details, '云川市血液中心');
    assert.equal(
      tell('ticks.blood-center/conduct-2026', { s1: '1', s2: '1' }).name,
      '完成勾选：市血液中心，学习计划',
    );
    assert.equal(tell('ticks.blood-center/conduct-2026', { s1: '1', s2: '1' }).details, '勾选 2 项');
    assert.equal(tell('comfort', { size: '3' }).details, '改过 1 项：字号、颜色等');
  });

  test('leads back to the place in a text', () => {
    const place = tell('place./study/texts/outline/', { at: 'p12', title: '提纲', on: '2026-11-22' });
    assert.equal(place.name, '读到的位置：提纲');
    assert.equal(place.details, '第 12 段，11月22日');
    assert.equal(place.path, '/study/texts/outline/#p12');
  });

  test('is named by its key where it is not known, broken values and strange paths too', () => {
    assert.equal(describeStored('draft.essay', '"…"', NAMES).name, '其他：draft.essay');
    assert.equal(describeStored('comfort', '{', NAMES).details, '改过 0 项：字号、颜色等');
    assert.equal(tell('place.javascript:alert(1)', { at: 'p1', title: '', on: '' }).path, undefined);
  });
});
