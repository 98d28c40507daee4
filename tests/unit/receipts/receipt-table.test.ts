import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeadlineResult } from '../../../src/domain/deadlines/deadline.ts';
import { askedUnits, unitsTakingPart } from '../../../src/domain/receipts/asked-units.ts';
import { campaignMatters } from '../../../src/domain/receipts/campaign-matters.ts';
import { duesOf, findMatter, readMatterName, type Matter } from '../../../src/domain/receipts/matter.ts';
import { dueTotals, receiptTable, type Receipt } from '../../../src/domain/receipts/receipt-table.ts';

const units = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
  { id: 'c', name: '丙' },
];
const on = (date: string): DeadlineResult => ({
  kind: 'date',
  date,
  counted: [],
  skipped: [],
  explanation: '',
});
const matter = (id: string, deadline: DeadlineResult, asked = ['a', 'b', 'c']): Matter => ({
  id,
  title: id,
  units: asked,
  deadline,
});
const receipt = (unit: string, received: string | undefined, rest: Partial<Receipt> = {}): Receipt => ({
  matter: '总结',
  words: '总结',
  unit,
  received,
  ...rest,
});
const statesOf = (matters: Matter[], receipts: Receipt[]) =>
  receiptTable(units, duesOf(matters), receipts).rows.map(({ unit, cells }) => [
    unit.id,
    ...cells.map(({ state }) => state),
  ]);

describe('报送情况', () => {
  it('says what came in time, late, what is exempt and what is missing, in the order of the units', () => {
    const matters = [matter('总结', on('2026-10-23'))];
    const receipts = [
      receipt('c', '2026-10-26', { copies: 2 }),
      receipt('a', '2026-10-23'),
      receipt('b', undefined, { note: '免报' }),
    ];
    assert.deepEqual(statesOf(matters, receipts), [
      ['a', 'received'],
      ['b', 'exempt'],
      ['c', 'late'],
    ]);
    const table = receiptTable(units, duesOf(matters), receipts);
    assert.equal(table.asOf, '2026-10-26');
    assert.deepEqual(dueTotals(table), [{ asked: 2, received: 2, late: 1, exempt: 1 }]);
  });

  it('calls missing only what was due before the newest receipt', () => {
    const matters = [matter('总结', on('2026-10-23')), matter('方案', on('2026-11-20'))];
    assert.deepEqual(statesOf(matters, [receipt('a', '2026-10-30')])[1], ['b', 'missing', 'open']);
    assert.deepEqual(statesOf(matters, [receipt('a', '2026-10-23')])[1], ['b', 'open', 'open']);
  });

  it('does not ask units that are not asked, and shows what they handed in all the same', () => {
    const matters = [matter('总结', on('2026-10-23'), ['a'])];
    assert.deepEqual(statesOf(matters, [receipt('b', '2026-10-20')]), [
      ['a', 'open'],
      ['b', 'received'],
    ]);
  });

  it('takes the first day of several receipts and the sum of their copies', () => {
    const table = receiptTable(units, duesOf([matter('总结', on('2026-10-23'))]), [
      receipt('a', '2026-10-26', { copies: 1 }),
      receipt('a', '2026-10-22', { copies: 2 }),
    ]);
    assert.deepEqual([table.rows[0]?.cells[0]?.state, table.rows[0]?.cells[0]?.copies], ['received', 3]);
  });

  it('is never late where the source gives no date, and late after the month where it gives a month', () => {
    const unknown: DeadlineResult = {
      kind: 'unknown',
      reason: '原文未注明',
      counted: [],
      skipped: [],
      explanation: '',
    };
    assert.deepEqual(statesOf([matter('总结', unknown)], [receipt('a', '2027-10-26')])[0], ['a', 'received']);
    const month: DeadlineResult = { kind: 'month', month: '2026-02', explanation: '' };
    assert.deepEqual(
      statesOf([matter('总结', month)], [receipt('a', '2026-02-28'), receipt('b', '2026-03-01')]).slice(0, 2),
      [
        ['a', 'received'],
        ['b', 'late'],
      ],
    );
  });

  it('has a column for each turn of a rhythm; a receipt is for the turn that its day tells, or for the one it names', () => {
    const rhythm: DeadlineResult = {
      kind: 'occurrences',
      occurrences: [{ date: '2026-11-30' }, { date: '2026-12-15' }],
      explanation: '',
    };
    const receipts = [
      receipt('a', '2026-11-28'),
      receipt('b', '2026-12-01', { words: '总结（第1次）' }),
      receipt('c', '2026-12-16', { words: '总结(12月15日)' }),
    ];
    assert.deepEqual(statesOf([matter('总结', rhythm)], receipts), [
      ['a', 'received', 'missing'],
      ['b', 'late', 'missing'],
      ['c', 'missing', 'late'],
    ]);
    const lastDays = [receipt('a', '2026-11-30'), receipt('b', '2026-12-15'), receipt('c', '2026-12-01')];
    assert.deepEqual(statesOf([matter('总结', rhythm)], lastDays), [
      ['a', 'received', 'open'],
      ['b', 'missing', 'received'],
      ['c', 'late', 'open'],
    ]);
    const exempt = [receipt('a', undefined, { note: '免报' }), receipt('b', '2026-11-01')];
    assert.deepEqual(statesOf([matter('总结', rhythm)], exempt)[0], ['a', 'exempt', 'exempt']);
  });
});

describe('What a table calls a matter', () => {
  const matters = [
    { id: 'essays/theory-2026', call: 'theory-2026', title: '理论文章（调研报告）' },
    { id: 'report-1', title: '整改进展情况' },
  ];

  it('is its title, with or without title marks, or the id of its call', () => {
    for (const words of [
      '《理论文章（调研报告）》',
      '理论文章(调研报告)',
      'theory-2026',
      'essays/theory-2026',
    ]) {
      assert.equal(findMatter(words, matters)?.id, 'essays/theory-2026', words);
    }
    assert.equal(findMatter('整改进展情况（第2次）', matters)?.id, 'report-1');
    assert.equal(findMatter('整改', matters), undefined);
  });

  it('may name a turn by number or by date', () => {
    assert.deepEqual(readMatterName('整改进展情况（第12次）'), { name: '整改进展情况', turn: 12 });
    assert.deepEqual(readMatterName('整改进展情况（2026-11-30）'), { name: '整改进展情况', date: '11-30' });
  });
});

describe('What a campaign asks for', () => {
  it('are its essay calls, then its reports numbered, each with the units asked and its deadline worked out', () => {
    const asked = campaignMatters(
      [{ id: 'theory-2026', title: '理论文章', units: ['a'], deadline: on('2026-10-01') }],
      [
        { title: '总结', from: '乙', deadline: { on: '2026-10-23' } },
        { title: '方案', deadline: 'unknown' },
      ],
      units,
      ['a', 'c'],
      (deadline) => on(typeof deadline === 'object' && 'on' in deadline ? deadline.on : '2026-12-31'),
    );
    assert.deepEqual(asked, [
      {
        id: 'essays/theory-2026',
        call: 'theory-2026',
        title: '理论文章',
        units: ['a'],
        deadline: on('2026-10-01'),
      },
      { id: 'report-1', title: '总结', units: ['b'], deadline: on('2026-10-23') },
      { id: 'report-2', title: '方案', units: ['a', 'c'], deadline: on('2026-12-31') },
    ]);
  });
});

describe('Who is asked', () => {
  it('are the units named, or all that take part where none is named', () => {
    assert.deepEqual(askedUnits('丙、甲', units, ['a', 'b']), ['a', 'c']);
    assert.deepEqual(askedUnits('各单位党政主要负责人', units, ['a', 'b']), ['a', 'b']);
  });

  it('are parts beside their unit only where the words have one for them, else where they take part alone', () => {
    const hospital = {
      id: 'h',
      name: '医院',
      parts: [
        { id: 'p', name: '第一党支部' },
        { id: 'g', name: '第一党小组' },
      ],
    };
    const all = [
      hospital,
      { id: 'h-p', name: '医院第一党支部' },
      { id: 'h-g', name: '医院第一党支部第一党小组' },
    ];
    const asked = (from: string | undefined, ...takingPart: string[]) => askedUnits(from, all, takingPart);
    assert.deepEqual(asked('各单位', 'h', 'h-p', 'h-g'), ['h']);
    assert.deepEqual(asked(undefined, 'h', 'h-p', 'h-g'), ['h']);
    assert.deepEqual(asked('各党支部', 'h', 'h-p', 'h-g'), ['h', 'h-p']);
    assert.deepEqual(asked('各党小组', 'h', 'h-p', 'h-g'), ['h', 'h-g']);
    assert.deepEqual(asked('各单位', 'h-p', 'h-g'), ['h-p', 'h-g']);
    assert.deepEqual(asked('医院第一党支部', 'h', 'h-p'), ['h-p']);
  });

  it('take part when they follow a plan of the campaign', () => {
    const following = [{ id: 'a', plans: [{ plan: 'p' }] }, { id: 'b' }];
    assert.deepEqual(unitsTakingPart('x', following, [{ id: 'p', campaign: 'x' }]), ['a']);
    assert.deepEqual(unitsTakingPart('y', following, [{ id: 'p', campaign: 'x' }]), ['a', 'b']);
  });
});
