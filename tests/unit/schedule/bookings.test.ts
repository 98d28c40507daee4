import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookingsOf } from '../../../src/domain/schedule/bookings.ts';
import { doubleBookings } from '../../../src/domain/schedule/clashes.ts';
import type { Schedule, ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { one, planOf, session, worked } from './example.ts';

/** A schedule of one session, as it stands after everything was worked out. */
function schedule(unit: string, fields: Partial<ScheduledSession>): Schedule {
  return {
    ...worked(planOf([session('s1')])),
    unit,
    sessions: [{ ...one({ speakers: ['党校教师'] }), ...fields }],
  };
}
const spans = (fields: Partial<ScheduledSession>) =>
  bookingsOf(schedule('a', { place: undefined, ...fields })).map(({ day, from, until }) => [
    day,
    from,
    until,
  ]);

test('A session lasts until its end, else a stated number of hours, else two hours; without a time it takes the day', () => {
  const day = '2026-09-18';
  assert.deepEqual(spans({ time: '14:30', until: '16:00' }), [[day, 870, 960]]);
  assert.deepEqual(spans({ time: '14:30', until: undefined, hours: 3 }), [[day, 870, 1050]]);
  assert.deepEqual(spans({ time: '14:30', until: undefined }), [[day, 870, 990]]);
  assert.deepEqual(spans({ time: undefined, until: undefined }), [[day, 0, 1440]]);
  assert.deepEqual(spans({ time: '14:30', until: '14:30', hours: 1 }), [[day, 870, 930]]);
  assert.deepEqual(spans({ time: '14:30', until: '09:00' }), [[day, 870, 990]]);
});

test('Groups and a make-up meeting take their own days, and a session that is not held on a day takes none', () => {
  const groups = [
    { day: '2026-09-16', time: '09:00' },
    { day: '2026-09-17', time: '09:00' },
  ];
  const makeUp = [{ day: '2026-09-22', time: '09:00' }];
  const days = (fields: Partial<ScheduledSession>) => spans(fields).map(([day]) => day);
  assert.deepEqual(days({ groups }), ['2026-09-16', '2026-09-17']);
  assert.deepEqual(days({ groups, makeUp }), ['2026-09-16', '2026-09-17', '2026-09-22']);
  assert.deepEqual(days({ makeUp }), ['2026-09-18', '2026-09-22']);
  assert.deepEqual(days({ day: null }), []);
  assert.deepEqual(days({ timing: 'by', makeUp }), ['2026-09-22']);
});

test('A place is taken where it is not the unit’s own', () => {
  const taken = (fields: Partial<ScheduledSession>) =>
    bookingsOf(schedule('a', { speakers: [], ...fields })).map(({ of, name }) => [of, name]);
  assert.deepEqual(taken({ place: '市委党校礼堂', ownPlace: false }), [['place', '市委党校礼堂']]);
  assert.deepEqual(taken({ place: '市委党校礼堂', ownPlace: true }), []);
  assert.deepEqual(taken({ place: undefined }), []);
  assert.deepEqual(
    taken({ place: '三号院', ownPlace: true, makeUp: [{ day: '2026-09-22', place: '市委党校礼堂' }] }),
    [['place', '市委党校礼堂']],
  );
});

test('Double bookings stand in the order of days and names, and only those that clash are told', () => {
  const at = (unit: string, day: string, speakers: string[], time = '09:00') =>
    schedule(unit, { place: undefined, day, speakers, time, until: undefined });
  const found = doubleBookings([
    at('a', '2026-09-22', ['党校教师', '报社编辑']),
    at('b', '2026-09-22', ['党校教师', '报社编辑']),
    at('c', '2026-09-21', ['党校教师']),
    at('d', '2026-09-21', ['党校教师']),
    at('e', '2026-09-22', ['党校教师'], '15:00'),
  ]);
  assert.deepEqual(
    found.map(({ day, name, bookings }) => [day, name, bookings.map(({ unit }) => unit).join('')]),
    [
      ['2026-09-21', '党校教师', 'cd'],
      ['2026-09-22', '党校教师', 'ab'],
      ['2026-09-22', '报社编辑', 'ab'],
    ],
  );
});

test('One unit is never booked twice against itself', () => {
  assert.deepEqual(doubleBookings([schedule('a', {}), schedule('a', {})]), []);
});
