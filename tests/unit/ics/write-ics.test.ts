import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import type ICAL from 'ical.js';
import { addDays } from '../../../src/domain/day.ts';
import type { IcsEvent, PublishedEvent } from '../../../src/ics/event.ts';
import { writeIcs } from '../../../src/ics/write-ics.ts';
import { assertLines, instant, parsed } from './parsed.ts';
import { AWKWARD_TEXTS, CALENDAR, DEADLINE, SESSION } from './sample.ts';

const write = (...events: PublishedEvent[]) => writeIcs({ ...CALENDAR, events });
const only = (event: PublishedEvent) => parsed(write(event)).events[0]!;

test('a whole file reads as the standard wants it', () => {
  assert.equal(
    writeIcs({ ...CALENDAR, events: [DEADLINE] }),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Zhixing//Study schedules//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'LAST-MODIFIED:20260910T000000Z',
      'X-WR-CALNAME:云川市血液中心学习安排',
      'X-WR-CALDESC:转作风、优服务学习计划；以正式通知为准',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Shanghai',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'TZNAME:CST',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:blood-center-conduct-2026-essay@zhixing',
      'DTSTAMP:20260910T000000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'DTSTART;VALUE=DATE:20260930',
      'DTEND;VALUE=DATE:20261001',
      'SUMMARY:心得体会报送截止',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:心得体会报送截止',
      'TRIGGER:-P2DT15H',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:心得体会报送截止',
      'TRIGGER:-PT15H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('an event says when its own plan was last revised, and nothing where that is not known', () => {
  const text = write({ ...SESSION, revised: '2026-10-01' }, DEADLINE);
  const events = text.split('BEGIN:VEVENT').slice(1);
  assert.deepEqual(events.map((event) => /^LAST-MODIFIED:(.*)$/mu.exec(event)?.[1]?.trim()).toSorted(), [
    '20261001T000000Z',
    undefined,
  ]);
});

test('the bytes are the same and the times are right whatever zone the machine is in', () => {
  const script = fileURLToPath(new URL('print-sample.ts', import.meta.url));
  const flags = ['--experimental-strip-types', '--no-warnings'];
  const texts = ['UTC', 'America/New_York', 'Asia/Shanghai'].map((TZ) =>
    execFileSync(process.execPath, [...flags, script], { env: { ...process.env, TZ }, encoding: 'utf8' }),
  );
  assert.equal(new Set(texts).size, 1);
  const [session, deadline] = parsed(texts[0]!).events;
  assert.equal(instant(session!, 'dtstart'), '2026-09-18T06:30:00Z');
  assert.equal(instant(session!, 'dtend'), '2026-09-18T08:30:00Z');
  assert.equal(instant(deadline!, 'dtstart'), '2026-09-30');
  assert.equal(instant(deadline!, 'dtend'), '2026-10-01');
});

test('the clock of the machine leaves no trace', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
  const early = writeIcs(CALENDAR);
  context.mock.timers.setTime(Date.UTC(2031, 11, 31, 23, 59));
  assert.equal(writeIcs(CALENDAR), early);
});

test('DTSTAMP is the day of the revision in UTC, the same day in Shanghai', () => {
  const stamp = only(SESSION).getFirstPropertyValue('dtstamp') as InstanceType<typeof ICAL.Time>;
  assert.equal(stamp.toString(), '2026-09-10T00:00:00Z');
});

test('events stand by day, whole days first, then by time and uid, in whatever order they come', () => {
  const at = (uid: string, day: string, from?: string): IcsEvent => ({
    uid: `${uid}@zhixing`,
    title: uid,
    day,
    ...(from && { time: { from } }),
  });
  const events = [
    at('e', '2026-09-19'),
    at('d', '2026-09-18', '14:30'),
    at('c', '2026-09-18', '14:30'),
    at('b', '2026-09-18', '09:00'),
    at('z', '2026-09-18'),
  ];
  const text = write(...events);
  const titles = parsed(text).events.map((event) => event.getFirstPropertyValue('summary'));
  assert.deepEqual(titles, ['z', 'b', 'c', 'd', 'e']);
  assert.equal(write(...events.toReversed()), text);
});

test('every awkward text comes back as it was, in lines of at most 75 octets', () => {
  AWKWARD_TEXTS.forEach((text) => {
    const file = writeIcs({
      ...CALENDAR,
      name: text,
      description: text,
      events: [{ ...SESSION, title: text, place: text, description: text }],
    });
    assertLines(file);
    const event = parsed(file).events[0]!;
    for (const name of ['summary', 'location', 'description']) {
      assert.equal(event.getFirstPropertyValue(name), text);
    }
  });
});

test('a text of every length is folded within 75 octets and comes back', () => {
  for (let length = 0; length <= 120; length += 1) {
    for (const character of ['a', 'é', '学', '😀']) {
      const title = `T${character.repeat(length)}`;
      const file = write({ ...DEADLINE, title });
      assertLines(file);
      assert.equal(parsed(file).events[0]!.getFirstPropertyValue('summary'), title);
    }
  }
});

test('line breaks of other systems become line breaks, control characters and halves of a character do no harm', () => {
  const file = write({ ...DEADLINE, description: '一\r\n二\r三\u2028四\u0000五\u0007六\uD83D七' });
  assertLines(file);
  assert.equal(parsed(file).events[0]!.getFirstPropertyValue('description'), '一\n二\n三\n四五六\uFFFD七');
});

test('a thousand events parse, each with its own uid', () => {
  const events = Array.from({ length: 1000 }, (_, index): IcsEvent => {
    const text = AWKWARD_TEXTS[index % AWKWARD_TEXTS.length]!;
    const base = index % 2 === 0 ? SESSION : DEADLINE;
    const uid = `unit-plan-s${index}@zhixing`;
    return { ...base, uid, title: `${index} ${text}`, day: addDays('2026-01-01', index) };
  });
  const file = write(...events);
  assertLines(file);
  const uids = parsed(file).events.map((event) => event.getFirstPropertyValue('uid'));
  assert.equal(new Set(uids).size, 1000);
});

test('a calendar without events is a calendar', () => {
  const file = write();
  assertLines(file);
  assert.equal(parsed(file).events.length, 0);
});

test('a session without an end has a start only', () => {
  const event = only({ ...SESSION, time: { from: '14:30' } });
  assert.equal(instant(event, 'dtstart'), '2026-09-18T06:30:00Z');
  assert.equal(event.getFirstProperty('dtend'), null);
});

test('an event of several days ends after its last day', () => {
  const days = only({ ...DEADLINE, day: '2026-12-30', lastDay: '2027-01-01' });
  assert.equal(instant(days, 'dtend'), '2027-01-02');
  const times = only({ ...SESSION, lastDay: '2026-09-20' });
  assert.equal(instant(times, 'dtend'), '2026-09-20T08:30:00Z');
});

test('alarms are negative durations before the start, and hold on the day itself', () => {
  const triggers = (event: IcsEvent) =>
    only(event)
      .getAllSubcomponents('valarm')
      .map(
        (alarm) =>
          (alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>).toSeconds() / 60,
      );
  assert.deepEqual(triggers(SESSION), [-1440, -60]);
  assert.deepEqual(triggers(DEADLINE), [-3780, -900]);
  const alarms = [
    { daysBefore: 0, at: '09:00' },
    { daysBefore: 1, at: '09:15' },
    { minutesBefore: 0 },
    { minutesBefore: 1505 },
  ];
  assert.deepEqual(triggers({ ...DEADLINE, alarms }), [540, -885, 0, -1505]);
  assert.deepEqual(triggers({ ...DEADLINE, time: { from: '17:30' }, alarms }), [-510, -1935, 0, -1505]);
});

test('an unconfirmed event is tentative, a withdrawn one is cancelled, says so and does not ring', () => {
  assert.equal(only({ ...SESSION, isTentative: true }).getFirstPropertyValue('status'), 'TENTATIVE');
  const gone = only({ ...SESSION, isTentative: true, isCancelled: true, sequence: 3 });
  assert.equal(gone.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(gone.getFirstPropertyValue('sequence'), 3);
  assert.equal(gone.getFirstPropertyValue('summary'), '已取消：学什么、怎么学');
  assert.deepEqual(gone.getAllSubcomponents('valarm'), []);
});

test('an address is written as a URI, its Chinese characters percent-encoded', () => {
  const event = only({ ...SESSION, address: 'https://study.example/会议,1;2/?a=学' });
  const url = 'https://study.example/%E4%BC%9A%E8%AE%AE,1;2/?a=%E5%AD%A6';
  assert.equal(event.getFirstPropertyValue('url'), url);
});

test('what no calendar can say is refused with the name of the event', () => {
  const refused = (change: Partial<IcsEvent>, reason: RegExp) => {
    assert.throws(() => write({ ...SESSION, ...change }), { name: 'RangeError', message: reason });
  };
  refused({ day: '2026-02-30' }, /s1@zhixing: not a calendar day: 2026-02-30/);
  refused({ lastDay: '2026-09-17' }, /s1@zhixing: ends on 2026-09-17/);
  refused({ time: { from: '9:00' } }, /not a time of day: 9:00/);
  refused({ time: { from: '09:00', until: '24:00' } }, /not a time of day: 24:00/);
  refused({ time: { from: '16:30', until: '16:30' } }, /ends at 16:30, not after it starts at 16:30/);
  refused({ alarms: [{ minutesBefore: 0.5 }] }, /not a whole number/);
  refused({ address: '/units/blood-center/' }, /not a full URL/);
  assert.throws(() => write(SESSION, SESSION), /s1@zhixing: its uid is used twice/);
  assert.throws(() => writeIcs({ ...CALENDAR, revised: 'today' }), RangeError);
});
