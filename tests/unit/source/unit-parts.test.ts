import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unitFinder } from '../../../src/domain/units.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { writeContent } from '../../support/site.ts';

const UNIT = `name: 云川市血液中心
shortName: 市血液中心
contact: { office: 办公室 }
meeting: { weekday: 5, time: "14:30" }
parts:
  - { id: two, name: 第二党支部, shortName: 二支部, meeting: { weekday: 2, time: "09:00" }, plans: [{ plan: year }] }
  - { id: one, name: 市血液中心第一党支部, headcount: 12, chair: 支部书记, plans: [{ plan: year }] }
  - { id: core, name: 中心组, headcount: 7 }
`;

async function unitsOf(text: string) {
  const { items, faults } = await readContent(await writeContent({ 'units/center.yaml': text }));
  assert.deepEqual(faults, []);
  return items.units;
}

describe('a part of a unit', () => {
  it('that follows plans is a unit of its own behind its unit, by ids; one that does not is none', async () => {
    const ids = (await unitsOf(UNIT)).map(({ id }) => id);
    assert.deepEqual(ids, ['center', 'center-one', 'center-two']);
  });

  it('has its unit’s contact and, without one of its own, its unit’s meeting', async () => {
    const [, one, two] = await unitsOf(UNIT);
    const { siblings, ...fields } = one!.fields;
    assert.deepEqual(
      siblings?.map(({ id, plans }) => [id, plans]),
      [
        ['two', undefined],
        ['core', undefined],
      ],
      'the other parts, which its groups may name',
    );
    assert.deepEqual(fields, {
      name: '市血液中心第一党支部',
      shortName: '市血液中心第一党支部',
      parent: 'center',
      headcount: 12,
      chair: '支部书记',
      contact: { office: '办公室' },
      meeting: { weekday: 5, time: '14:30' },
      plans: [{ plan: 'year' }],
    });
    assert.deepEqual(two?.fields.meeting, { weekday: 2, time: '09:00' });
  });

  it('bears its unit’s name before its own, unless its own holds it', async () => {
    const names = (await unitsOf(UNIT)).map(({ fields: { name, shortName } }) => [name, shortName]);
    assert.deepEqual(names.slice(1), [
      ['市血液中心第一党支部', '市血液中心第一党支部'],
      ['云川市血液中心第二党支部', '市血液中心二支部'],
    ]);
  });

  it('stands in its unit without what it follows, which stands at one place only', async () => {
    const [unit] = await unitsOf(UNIT);
    assert.ok(unit?.fields.parts?.every(({ plans }) => plans === undefined));
    assert.deepEqual(
      unit?.fields.parts?.map(({ id }) => id),
      ['two', 'one', 'core'],
    );
  });

  it('has the places of its own lines in its unit’s file', async () => {
    const [, one] = await unitsOf(UNIT);
    assert.deepEqual(one?.positionOf(['headcount']), { file: 'units/center.yaml', line: 7, column: 45 });
  });
});

describe('a unit', () => {
  it('is found by a short name of earlier times, on a day by that of the day', () => {
    const find = unitFinder([
      { id: 'a', name: '甲中心', aliases: [{ name: '甲站', shortName: '站', until: '2019-03-31' }] },
      { id: 'b', name: '乙站', shortName: '站', aliases: [] },
    ]);
    assert.equal(find('站', '2018-01-01'), 'a');
    assert.equal(find('甲站', null), 'a');
    assert.equal(find('乙站', null), 'b');
  });
});
