import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unitFinder } from '../../../src/domain/units.ts';

const units = [
  {
    id: 'health',
    name: '云川市卫生健康委',
    shortName: '市卫健委',
    aliases: [
      { name: '云川市卫生局', until: '2014-06-30' },
      { name: '云川市卫生计生委', from: '2014-07-01', until: '2019-02-28' },
    ],
  },
  { id: 'station', name: '云川市中心血站', aliases: [{ name: '血站', until: '2019-03-31' }] },
  { id: 'blood', name: '云川市血液中心', aliases: [{ name: '血站', from: '2019-04-01' }] },
];

describe('a unit', () => {
  const find = unitFinder(units);

  it('is found by id, name, short name and every former name', () => {
    for (const name of ['health', '云川市卫生健康委', '市卫健委', '云川市卫生局', '云川市卫生计生委']) {
      assert.equal(find(name, '2026-01-01'), 'health', name);
    }
  });
  it('is found by a former name on a day on which that name no longer held', () => {
    assert.equal(find('云川市卫生局', '2020-05-05'), 'health');
  });
  it('is the one that had the name on that day where two had it', () => {
    assert.equal(find('血站', '2019-03-31'), 'station');
    assert.equal(find('血站', '2019-04-01'), 'blood');
  });
  it('bears a former name from its first day to its last, whichever unit stands first', () => {
    const later = unitFinder([...units].reverse());
    assert.equal(later('血站', '2019-03-31'), 'station');
    assert.equal(later('血站', '2019-04-01'), 'blood');
  });
  it('is the first in order where the day is unknown', () => {
    assert.equal(find('血站', null), 'station');
  });
  it('is not found by an unknown name, or by part of a name', () => {
    for (const name of ['', '卫生局', '云川市卫生', 'constructor'])
      assert.equal(find(name, null), undefined, name);
    assert.equal(unitFinder([])('health', null), undefined);
  });
});
