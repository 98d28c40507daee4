import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type { DeadlineResult } from '../../../src/domain/deadlines/deadline.ts';
import { askedUnits, unitsTakingPart } from '../../../src/domain/receipts/asked-units.ts';
import { duesOf, readMatterName, type Matter } from '../../../src/domain/receipts/matter.ts';
import {
  dueTotals,
  isExempt,
  isToCome,
  receiptTable,
  type Receipt,
} from '../../../src/domain/receipts/receipt-table.ts';
import type { Membership } from '../../../src/domain/schedule/membership.ts';

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
  const calendar = workCalendar();
  const dues = duesOf(
    [
      matter('进展', rhythm('2026-09-15', '2026-09-30', '2026-10-15')),
      matter('总结', rhythm('2026-11-30', '2026-12-15')),
      matter('征文', UNKNOWN),
    ],
    calendar,
  );
  /** The cells that receipts of one unit fill: the matter with its turn, and the day of the first. */
  const filled = (all: Partial<Receipt>[], memberships?: Map<string, Membership>) =>
    (receiptTable(UNITS, dues, all.map(receipt), memberships).rows[0]?.cells ?? []).flatMap(
      ({ due, state, received }) =>
        state === 'received' || state === 'late' || state === 'exempt'
          ? [[due.key, state, received].filter(Boolean).join(' ')]
          : [],
    );
  const on = (...days: string[]) => filled(days.map((received) => ({ received })));

  it('of a rhythm is for the next turn on or after its day', () => {
    assert.deepEqual(on('2026-09-01'), ['进展-1 received 2026-09-01']);
    assert.deepEqual(on('2026-09-15'), ['进展-1 received 2026-09-15']);
    assert.deepEqual(on('2026-09-15', '2026-09-29'), [
      '进展-1 received 2026-09-15',
      '进展-2 received 2026-09-29',
    ]);
  });

  it('that comes late is for the turn that is still awaited: to the middle of the working days before the next', () => {
    assert.deepEqual(on('2026-09-14', '2026-10-08'), [
      '进展-1 received 2026-09-14',
      '进展-2 late 2026-10-08',
    ]);
    assert.deepEqual(on('2026-09-16'), ['进展-1 late 2026-09-16']);
    // Seven working days lie between, 8, 9, 10, 12 … October: the third is the middle.
    assert.deepEqual(on('2026-10-10'), ['进展-2 late 2026-10-10']);
    assert.deepEqual(on('2026-10-11'), ['进展-3 received 2026-10-11']);
  });

  it('is for the next turn where the one before has come, and for the newest one awaited where the next has come', () => {
    assert.deepEqual(on('2026-09-30', '2026-10-08'), [
      '进展-2 received 2026-09-30',
      '进展-3 received 2026-10-08',
    ]);
    assert.deepEqual(on('2026-10-12', '2026-10-13'), [
      '进展-2 late 2026-10-13',
      '进展-3 received 2026-10-12',
    ]);
    assert.deepEqual(on('2026-10-13', '2026-10-08', '2026-09-02'), [
      '进展-1 received 2026-09-02',
      '进展-2 late 2026-10-08',
      '进展-3 received 2026-10-13',
    ]);
  });

  it('after the last turn is for the last, whenever it comes', () => {
    assert.deepEqual(on('2027-03-01'), ['进展-3 late 2027-03-01']);
    assert.deepEqual(on('2026-10-15', '2027-03-01'), [
      '进展-2 late 2027-03-01',
      '进展-3 received 2026-10-15',
    ]);
  });

  it('is late for no turn that the unit does not owe: one that joins takes the next', () => {
    const joined = new Map([['a', { since: '2026-10-01' }]]);
    assert.deepEqual(filled([{ received: '2026-10-08' }], joined), ['进展-3 received 2026-10-08']);
    const left = new Map([['a', { until: '2026-09-30' }]]);
    assert.deepEqual(filled([{ received: '2026-10-14' }], left), ['进展-2 late 2026-10-14']);
  });

  it('is late for no turn that is exempt or named by another', () => {
    const exempt = { words: '进展（第2次）', note: '免报' };
    assert.deepEqual(filled([exempt, { received: '2026-10-08' }]), [
      '进展-2 exempt',
      '进展-3 received 2026-10-08',
    ]);
    const named = { words: '进展（9月30日）', received: '2026-10-09' };
    assert.deepEqual(filled([{ received: '2026-10-08' }, named]), [
      '进展-2 late 2026-10-09',
      '进展-3 received 2026-10-08',
    ]);
  });

  it('is for the turn that it names by number or day', () => {
    const named = (words: string) => filled([{ words, received: '2026-09-01' }]);
    assert.deepEqual(named('进展（第3次）'), ['进展-3 received 2026-09-01']);
    assert.deepEqual(named('进展（2026年9月30日）'), ['进展-2 received 2026-09-01']);
    assert.deepEqual(named('进展（9月29日）'), []);
    assert.deepEqual(named('进展（第9次）'), []);
  });

  it('without a day and a turn is for all turns of its matter, and of no other', () => {
    assert.deepEqual(filled([{ note: '免报' }]), ['进展-1 exempt', '进展-2 exempt', '进展-3 exempt']);
    assert.deepEqual(filled([{ matter: '别的' }]), []);
  });

  it('of what is due once is for that, whatever turn it names', () => {
    assert.deepEqual(filled([{ matter: '征文', words: '征文（第2次）', received: '2026-11-30' }]), [
      '征文 received 2026-11-30',
    ]);
  });

  it('lies in the first half of all days where a year between has no table', () => {
    const lateOf = (...dates: string[]) => duesOf([matter('进展', rhythm(...dates))], calendar)[0]?.lateUntil;
    assert.equal(lateOf('2026-12-31', '2027-01-31'), '2027-01-15');
    assert.equal(lateOf('2026-10-01', '2026-10-02'), '2026-10-01', 'no working day lies between');
    assert.equal(lateOf('2026-10-15'), undefined, 'no turn follows');
  });

  it('exempts a unit where its remark says so', () => {
    assert.deepEqual(
      ['免报', '经批准免于报送', '迟报', undefined].map((note) => isExempt({ note })),
      [true, true, false, false],
    );
  });
});

describe('A turn that is still to come', () => {
  const dues = duesOf([matter('进展', rhythm('2026-09-15', '2026-09-30', '2026-10-15'))]);
  const totals = (...receipts: Partial<Receipt>[]) => {
    const table = receiptTable(UNITS, dues, receipts.map(receipt));
    return dueTotals(table).map(({ asked, received }, index) => [
      asked,
      received,
      isToCome(dues[index]!, table.asOf),
    ]);
  };

  it('is counted for none but those that have handed in already; the day itself is not over', () => {
    assert.deepEqual(totals({ received: '2026-09-14' }, { unit: 'b', received: '2026-09-29' }), [
      [3, 1, false],
      [1, 1, true],
      [0, 0, true],
    ]);
    assert.deepEqual(totals({ received: '2026-09-30' })[1], [1, 1, true]);
    assert.deepEqual(totals({ received: '2026-10-14' })[1], [3, 0, false]);
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
