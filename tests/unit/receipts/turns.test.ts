import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeadlineResult } from '../../../src/domain/deadlines/deadline.ts';
import { askedUnits, unitsTakingPart } from '../../../src/domain/receipts/asked-units.ts';
import { duesOf, readMatterName, type Matter } from '../../../src/domain/receipts/matter.ts';
import {
  dueTotals,
  duesFor,
  isExempt,
  receiptTable,
  type Receipt,
} from '../../../src/domain/receipts/receipt-table.ts';

const UNITS = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
const UNKNOWN: DeadlineResult = {
  kind: 'unknown',
  reason: '原文未注明',
  counted: [],
  skipped: [],
  explanation: '',
};
const matter = (id: string, deadline: DeadlineResult, units = ['a', 'b', 'c']): Matter => ({
  id,
  title: id,
  units,
  deadline,
});
const rhythm = (...dates: string[]): DeadlineResult => ({
  kind: 'occurrences',
  occurrences: dates.map((date) => ({ date })),
  explanation: '',
});
const receipt = (fields: Partial<Receipt> = {}): Receipt => ({
  matter: '进展',
  words: '进展',
  unit: 'a',
  ...fields,
});

describe('What is due', () => {
  it('is one thing for each turn of a rhythm, counted from 1, else one with the day or month given', () => {
    const short = (of: Matter) =>
      duesOf([of]).map(({ key, turn, until, month }) => [key, turn, until, month]);
    assert.deepEqual(short(matter('进展', rhythm('2026-11-30', '2026-12-15'))), [
      ['进展-1', 1, '2026-11-30', undefined],
      ['进展-2', 2, '2026-12-15', undefined],
    ]);
    assert.deepEqual(short(matter('总结', { kind: 'month', month: '2028-02', explanation: '' })), [
      ['总结', undefined, '2028-02-29', '2028-02'],
    ]);
    assert.deepEqual(short(matter('征文', UNKNOWN)), [['征文', undefined, undefined, undefined]]);
  });
});

describe('A receipt', () => {
  const dues = duesOf([
    matter('进展', rhythm('2026-11-30', '2026-12-15', '2026-12-30')),
    matter('总结', rhythm('2026-11-30', '2026-12-15')),
    matter('征文', UNKNOWN),
  ]);
  const keys = (fields: Partial<Receipt>) => duesFor(receipt(fields), dues).map(({ key }) => key);

  it('of a rhythm is for the first turn that is not over, or for the last one', () => {
    assert.deepEqual(keys({ received: '2026-11-30' }), ['进展-1']);
    assert.deepEqual(keys({ received: '2026-12-01' }), ['进展-2']);
    assert.deepEqual(keys({ received: '2027-03-01' }), ['进展-3']);
  });

  it('is for the turn that it names by number or day', () => {
    assert.deepEqual(keys({ words: '进展（第3次）', received: '2026-11-01' }), ['进展-3']);
    assert.deepEqual(keys({ words: '进展（2026年12月15日）', received: '2026-11-01' }), ['进展-2']);
    assert.deepEqual(keys({ words: '进展（12月16日）', received: '2026-11-01' }), []);
    assert.deepEqual(keys({ words: '进展（第9次）' }), []);
  });

  it('without a day and a turn is for all turns of its matter, and of no other', () => {
    assert.deepEqual(keys({}), ['进展-1', '进展-2', '进展-3']);
    assert.deepEqual(keys({ matter: '征文', words: '征文' }), ['征文']);
    assert.deepEqual(keys({ matter: '别的' }), []);
  });

  it('of what is due once is for that, whatever turn it names', () => {
    assert.deepEqual(keys({ matter: '征文', words: '征文（第2次）', received: '2026-11-30' }), ['征文']);
  });

  it('exempts a unit where its remark says so', () => {
    assert.deepEqual(
      ['免报', '经批准免于报送', '迟报', undefined].map((note) => isExempt({ note })),
      [true, true, false, false],
    );
  });
});

describe('The table of receipts', () => {
  const dues = duesOf([matter('总结', UNKNOWN, ['a']), matter('方案', UNKNOWN, ['a', 'b'])]);
  const table = (...receipts: Partial<Receipt>[]) =>
    receiptTable(
      UNITS,
      dues,
      receipts.map((fields) => receipt({ matter: '总结', words: '总结', ...fields })),
    );
  const first = (...receipts: Partial<Receipt>[]) => table(...receipts).rows[0]?.cells[0];

  it('has the units that are asked for anything, and no others', () => {
    assert.deepEqual(
      table().rows.map(({ unit, cells }) => [unit.id, ...cells.map(({ state }) => state)]),
      [
        ['a', 'open', 'open'],
        ['b', 'none', 'open'],
      ],
    );
    assert.equal(table().asOf, undefined);
  });

  it('counts as asked those that are, without the exempt', () => {
    assert.deepEqual(dueTotals(table({ unit: 'a', note: '免报' }, { unit: 'c', received: '2026-11-01' })), [
      { asked: 1, received: 1, late: 0, exempt: 1 },
      { asked: 2, received: 0, late: 0, exempt: 0 },
    ]);
  });

  it('has the sum of the copies that are told, and none where none is', () => {
    const received = '2026-11-01';
    assert.equal(first({ received, copies: 2 }, { received })?.copies, 2);
    assert.equal(first({ received }, { received })?.copies, undefined);
    assert.equal(first({ received, copies: 0 })?.copies, 0);
  });

  it('has the first remark and the first day, whatever the order of the receipts', () => {
    const cell = first(
      { received: '2026-11-03' },
      { note: '补报' },
      { received: '2026-11-02', note: '纸质' },
    );
    assert.deepEqual([cell?.received, cell?.note, cell?.state], ['2026-11-02', '补报', 'received']);
  });
});

describe('The name of a matter', () => {
  it('may have a turn or a day at its end, in every way of writing one', () => {
    assert.deepEqual(readMatterName('进展（11月5日）'), { name: '进展', date: '11-05' });
    assert.deepEqual(readMatterName('进展(2026年1月30日)'), { name: '进展', date: '01-30' });
    assert.deepEqual(readMatterName('进展（1-5）'), { name: '进展', date: '01-05' });
    assert.deepEqual(readMatterName('进展（第2次）的补充'), { name: '进展(第2次)的补充' });
    assert.deepEqual(readMatterName('（第2次）'), { name: '(第2次)' });
    assert.deepEqual(readMatterName('《进 展》'), { name: '进展' });
  });
});

describe('Units that are asked', () => {
  it('are named with blanks between or around them as well', () => {
    assert.deepEqual(askedUnits(' a 、 c ', UNITS, ['b']), ['a', 'c']);
  });

  it('take part where any of their plans is one of the campaign', () => {
    const following = [
      { id: 'a', plans: [{ plan: 'other' }, { plan: 'p' }] },
      { id: 'b', plans: [{ plan: 'other' }] },
    ];
    assert.deepEqual(unitsTakingPart('x', following, [{ id: 'p', campaign: 'x' }]), ['a']);
  });
});
