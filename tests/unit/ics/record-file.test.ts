import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { recordChanges, recordText } from '../../../src/ics/record-file.ts';
import { EMPTY_RECORD, updateRecord } from '../../../src/ics/record.ts';
import { publishedSchema } from '../../../src/schemas/published.ts';
import { DEADLINE, SESSION } from './sample.ts';

const first = updateRecord(EMPTY_RECORD, [SESSION, DEADLINE], '2026-09-10');

test('a record reads back as it was written, below a line that says what it is', () => {
  const text = recordText(first);
  assert.match(text, /^# 日历发布记录：/);
  assert.deepEqual(publishedSchema.parse(parse(text)), first);
});

test('a fingerprint of figures alone stays text', () => {
  const [event] = first.events;
  const record = {
    events: [
      { ...event!, fingerprint: '1234567890123456' },
      { ...event!, uid: 'b@zhixing', fingerprint: '12345678901234e5' },
    ],
  };
  assert.deepEqual(publishedSchema.parse(parse(recordText(record))), record);
});

test('new, changed, withdrawn and returned events are distinguished', () => {
  const all = recordChanges(EMPTY_RECORD, first);
  assert.deepEqual([all.added.length, all.changed.length, all.withdrawn.length], [2, 0, 0]);
  const moved = updateRecord(first, [{ ...SESSION, day: '2026-09-21' }], '2026-09-15');
  const changes = recordChanges(first, moved);
  assert.deepEqual(
    [changes.changed.map(({ day }) => day), changes.withdrawn.map(({ title }) => title)],
    [['2026-09-21'], ['心得体会报送截止']],
  );
  const returned = recordChanges(moved, updateRecord(moved, [SESSION, DEADLINE], '2026-09-16'));
  assert.deepEqual(
    returned.changed.map(({ uid, sequence }) => [uid, sequence]),
    [
      [SESSION.uid, 2],
      [DEADLINE.uid, 2],
    ],
  );
});

test('nothing changes the second time', () => {
  const again = updateRecord(first, [DEADLINE, SESSION], '2027-01-01');
  assert.deepEqual(recordChanges(first, again), { added: [], changed: [], withdrawn: [] });
  assert.equal(recordText(again), recordText(first));
});
