import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import type { IcsEvent } from '../../../src/ics/event.ts';
import { fingerprintOf } from '../../../src/ics/fingerprint.ts';
import { EMPTY_RECORD, updateRecord, withRecord } from '../../../src/ics/record.ts';
import { writeIcs } from '../../../src/ics/write-ics.ts';
import { publishedSchema, type PublishedRecord } from '../../../src/schemas/published.ts';
import { parsed } from './parsed.ts';
import { CALENDAR, DEADLINE, SESSION } from './sample.ts';

const MOVED: IcsEvent = { ...SESSION, day: '2026-09-21' };
const FIRST = updateRecord(EMPTY_RECORD, [SESSION, DEADLINE], '2026-09-10');

const sequences = (record: PublishedRecord) =>
  Object.fromEntries(
    record.events.map(({ uid, sequence }) => [uid.replace(/^.*-(\w+)@.*$/, '$1'), sequence]),
  );

test('new events start at 0, and the record is sorted by uid', () => {
  assert.deepEqual(
    FIRST.events.map(({ uid, plan, sequence, title, day, cancelledOn }) => ({
      uid,
      plan,
      sequence,
      title,
      day,
      cancelledOn,
    })),
    [
      {
        uid: DEADLINE.uid,
        plan: 'conduct-2026',
        sequence: 0,
        title: DEADLINE.title,
        day: DEADLINE.day,
        cancelledOn: undefined,
      },
      {
        uid: SESSION.uid,
        plan: 'conduct-2026',
        sequence: 0,
        title: SESSION.title,
        day: SESSION.day,
        cancelledOn: undefined,
      },
    ],
  );
});

test('an unchanged event keeps its sequence, a changed one rises by one, and only that one', () => {
  const second = updateRecord(FIRST, [MOVED, DEADLINE], '2026-09-12');
  assert.deepEqual(sequences(second), { essay: 0, s1: 1 });
  assert.equal(second.events[1]!.day, '2026-09-21');
  const third = updateRecord(second, [SESSION, DEADLINE], '2026-09-13');
  assert.deepEqual(sequences(third), { essay: 0, s1: 2 });
});

test('a removed event becomes cancelled and rises by one, and rises again when it returns', () => {
  const without = updateRecord(FIRST, [DEADLINE], '2026-09-12');
  assert.deepEqual(sequences(without), { essay: 0, s1: 1 });
  assert.equal(without.events[1]!.cancelledOn, '2026-09-12');
  const back = updateRecord(without, [SESSION, DEADLINE], '2026-09-14');
  assert.deepEqual(sequences(back), { essay: 0, s1: 2 });
  assert.equal(back.events[1]!.cancelledOn, undefined);
});

test('bringing the record up to date twice, on another day, in another order, changes nothing', () => {
  for (const events of [[SESSION, DEADLINE], [MOVED], [], [MOVED, DEADLINE]]) {
    const once = updateRecord(FIRST, events, '2026-09-12');
    assert.deepEqual(updateRecord(once, events.toReversed(), '2026-12-31'), once);
  }
});

test('the calendar is the same whether the record was updated before or after the build', () => {
  let record = EMPTY_RECORD;
  for (const events of [[SESSION], [MOVED, DEADLINE], [DEADLINE], [SESSION, DEADLINE], []]) {
    const before = withRecord(events, record);
    record = updateRecord(record, events, '2026-09-12');
    assert.deepEqual(withRecord(events, record), before);
  }
});

test('what the record remembers reaches the file: sequences, and withdrawn events as cancelled', () => {
  const events = withRecord([{ ...DEADLINE, day: '2026-10-10' }], FIRST);
  const file = writeIcs({ ...CALENDAR, events });
  const said = parsed(file).events.map((event) =>
    ['uid', 'sequence', 'status', 'dtstart'].map((name) => String(event.getFirstPropertyValue(name))),
  );
  assert.deepEqual(said, [
    [SESSION.uid, '1', 'CANCELLED', '2026-09-18'],
    [DEADLINE.uid, '1', 'CONFIRMED', '2026-10-10'],
  ]);
});

test('a cancelled event has the title that the site still shows, never one that it no longer shows', () => {
  const known = new Map([[SESSION.uid, '学什么、怎么学']]);
  const titles = withRecord([], FIRST, (uid) => known.get(uid)).map(({ uid, title }) => [uid, title]);
  assert.deepEqual(
    titles.toSorted(),
    [
      [SESSION.uid, '学什么、怎么学'],
      [DEADLINE.uid, '原有安排'],
    ].toSorted(),
  );
});

test('a withdrawn event still names its plan, so that the file of a plan can tell it', () => {
  const other = { ...DEADLINE, uid: 'blood-center-conduct-s1@zhixing', plan: 'conduct' };
  const record = updateRecord(EMPTY_RECORD, [SESSION, other], '2026-09-10');
  const plans = withRecord([], record).map(({ uid, plan }) => [uid, plan]);
  assert.deepEqual(
    plans.toSorted(),
    [
      [SESSION.uid, 'conduct-2026'],
      [other.uid, 'conduct'],
    ].toSorted(),
  );
});

test('the fingerprint follows what subscribers are told, and not the address of the site', () => {
  const changes: Partial<IcsEvent>[] = [
    { title: '学什么' },
    { day: '2026-09-19' },
    { lastDay: '2026-09-19' },
    { time: { from: '14:00', until: '16:30' } },
    { time: { from: '14:30' } },
    { time: undefined },
    { place: '一楼' },
    { place: undefined },
    { description: '主持' },
    { isTentative: true },
    { alarms: [] },
  ];
  const prints = [SESSION, ...changes.map((change) => ({ ...SESSION, ...change }))].map(fingerprintOf);
  assert.equal(new Set(prints).size, changes.length + 1);
  const same: Partial<IcsEvent>[] = [
    { address: 'https://elsewhere.example/' },
    { address: undefined },
    { lastDay: SESSION.day },
    { isTentative: false },
    { alarms: SESSION.alarms!.toReversed() },
    { plan: undefined },
  ];
  for (const change of same) assert.equal(fingerprintOf({ ...SESSION, ...change }), fingerprintOf(SESSION));
});

test('an event given twice is refused, so that no sequence is lost', () => {
  assert.throws(() => updateRecord(EMPTY_RECORD, [SESSION, SESSION], '2026-09-10'), /used twice/);
  assert.throws(() => withRecord([SESSION, SESSION], EMPTY_RECORD), /used twice/);
});

test('a record goes through its file and the schema unchanged', () => {
  const record = updateRecord(FIRST, [DEADLINE], '2026-09-12');
  const numeric = { ...record.events[0]!, uid: 'u-p-n@zhixing', fingerprint: '1234567890123456' };
  const exponent = { ...record.events[0]!, uid: 'u-p-x@zhixing', fingerprint: '12e4567890123456' };
  const whole = { events: [...record.events, numeric, exponent] };
  assert.deepEqual(publishedSchema.parse(parse(stringify(whole))), whole);
});

test('an empty file is an empty record, and faults are named at their place', () => {
  assert.deepEqual(publishedSchema.parse({}), EMPTY_RECORD);
  const entry = FIRST.events[0]!;
  const faultsOf = (events: unknown) =>
    publishedSchema
      .safeParse({ events })
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  assert.deepEqual(faultsOf([entry, entry]), ['events.1.uid 编号重复']);
  assert.deepEqual(faultsOf([{ ...entry, sequence: -1 }]), ['events.0.sequence 应为从 0 起的整数']);
  assert.deepEqual(faultsOf([{ ...entry, fingerprint: 1234 }]), [
    'events.0.fingerprint 应为 16 位十六进制数，加引号',
  ]);
  assert.deepEqual(faultsOf([{ ...entry, uid: 's1@intranet' }]), [
    'events.0.uid 应为日历事项编号，以 @zhixing 结尾',
  ]);
});
