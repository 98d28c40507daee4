import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueSoon } from '../../../src/domain/desk/due.ts';
import { movesOf } from '../../../src/domain/desk/moves.ts';
import type { DatedEvent } from '../../../src/domain/desk/publishing.ts';

function event(uid: string, day: string, more: Partial<DatedEvent> = {}): DatedEvent {
  return { uid, unit: '门诊部', title: `第${uid}讲`, day, ...more };
}

describe('what moves in the calendars of units', () => {
  it('is what has another day or time, what is new and what is gone, unit by unit', () => {
    const was = [
      event('1', '2026-03-05'),
      event('2', '2026-03-06', { time: '14:30' }),
      event('3', '2026-03-07', { unit: '血站' }),
    ];
    const now = [
      event('1', '2026-03-09'),
      event('2', '2026-03-06', { time: '15:00' }),
      event('4', '2026-03-01'),
    ];
    assert.deepEqual(movesOf(was, now), [
      {
        unit: '门诊部',
        moves: [
          { title: '第4讲', now: '2026-03-01' },
          { title: '第2讲', was: '2026-03-06 14:30', now: '2026-03-06 15:00' },
          { title: '第1讲', was: '2026-03-05', now: '2026-03-09' },
        ],
      },
      { unit: '血站', moves: [{ title: '第3讲', was: '2026-03-07' }] },
    ]);
  });
  it('is nothing where titles alone have changed, or nothing has', () => {
    assert.deepEqual(
      movesOf([event('1', '2026-03-05')], [event('1', '2026-03-05', { title: '改了题' })]),
      [],
    );
    assert.deepEqual(movesOf([], []), []);
  });
  it('counts a time that an event got or lost', () => {
    const [timed, untimed] = [event('1', '2026-03-05', { time: '09:00' }), event('1', '2026-03-05')];
    assert.deepEqual(movesOf([untimed], [timed])[0]?.moves, [
      { title: '第1讲', was: '2026-03-05', now: '2026-03-05 09:00' },
    ]);
    assert.deepEqual(movesOf([timed], [untimed])[0]?.moves, [
      { title: '第1讲', was: '2026-03-05 09:00', now: '2026-03-05' },
    ]);
  });
});

describe('what is due', () => {
  it('is what falls on today or one of the six days after', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-07', '2026-03-08'];
    const due = dueSoon(
      days.map((day) => event(day, day)),
      '2026-03-01',
    );
    assert.deepEqual(
      due.map(({ when }) => when),
      ['2026-03-01', '2026-03-07'],
    );
  });
  it('is told once for units that have it at the same moment, in the order of time', () => {
    const due = dueSoon(
      [
        event('1', '2026-03-03', { title: '例会', time: '15:00' }),
        event('2', '2026-03-03', { title: '例会', time: '15:00', unit: '血站' }),
        event('3', '2026-03-03', { title: '例会', time: '09:00', unit: '中心' }),
        event('4', '2026-03-03', { title: '例会', time: '15:00', unit: '血站' }),
      ],
      '2026-03-01',
    );
    assert.deepEqual(due, [
      { title: '例会', when: '2026-03-03 09:00', units: ['中心'] },
      { title: '例会', when: '2026-03-03 15:00', units: ['门诊部', '血站'] },
    ]);
  });
});
