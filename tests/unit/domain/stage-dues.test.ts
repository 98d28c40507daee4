import assert from 'node:assert/strict';
import { it } from 'node:test';
import { duesByStage } from '../../../src/domain/stage-dues.ts';

const STAGES = [
  { id: 'study', from: '2026-09-01', until: '2026-09-30' },
  { id: 'improve', from: '2026-10-01', until: '2026-10-31' },
  { id: 'open', from: '2026-11-01' },
  { id: 'later' },
];

it('What falls due belongs to the stage whose first or last day it may be, in the order of days; the rest stands apart', () => {
  const days = [
    '2026-10-31',
    '2026-09-30',
    '2026-09-01',
    '2026-08-31',
    '2026-10-01',
    '2026-11-05',
    '2026-09-15',
  ];
  const { within, outside } = duesByStage(
    STAGES,
    days.map((day) => ({ title: day, day })),
  );
  assert.deepEqual(
    [...within].map(([id, dues]) => [id, dues.map(({ day }) => day)]),
    [
      ['study', ['2026-09-01', '2026-09-15', '2026-09-30']],
      ['improve', ['2026-10-01', '2026-10-31']],
    ],
  );
  assert.deepEqual(
    outside.map(({ day }) => day),
    ['2026-08-31', '2026-11-05'],
  );
});

it('Dues of one day keep the order in which they were given', () => {
  const dues = ['乙', '甲', '丙'].map((title) => ({ title, day: '2026-09-10' }));
  assert.deepEqual(duesByStage(STAGES, dues).within.get('study'), dues);
});
