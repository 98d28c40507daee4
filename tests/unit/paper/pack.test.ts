import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packOf } from '../../../src/papers/pack.ts';
import { noticeTitle } from '../../../src/papers/session-notice.ts';
import { session, source } from './pack-source.ts';

test('a session has a notice, sign-in sheets for every person of the unit, a record with its second page, photographs and a file list', () => {
  const [, part] = packOf(source([session({ id: 's1' })]));
  assert.deepEqual(
    part?.sheets.map(({ id }) => id),
    [
      'notice-s1',
      'sign-in-s1',
      'sign-in-s1-2',
      'record-s1',
      'record-continued-s1',
      'photos-s1',
      'archive-s1',
    ],
  );
  assert.equal(part.sheets[2]?.rosterFrom, 35);
});

test('self-study, what is due by a day and dropped sessions have no papers, yet stand in the schedule', () => {
  const parts = packOf(
    source([
      session({ id: 's1', form: '个人自学' }),
      session({ id: 's2', timing: 'by' }),
      session({ id: 's3', status: 'dropped', reason: '与市级培训合并' }),
    ]),
  );
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['plan'],
  );
  const rows = parts[0]?.sheets[0]?.facts.tables?.['sessions'] ?? [];
  assert.equal(rows.length, 3);
  assert.match(rows[2]?.[1] ?? '', /^不单独安排：与市级培训合并$/);
});

test('without a day a notice says so and a form leaves the place blank', () => {
  const [, part] = packOf(source([session({ id: 's1', timing: 'unknown', day: null, time: undefined })]));
  const [notice, signIn] = part?.sheets ?? [];
  assert.match(notice?.facts.texts?.['notice']?.[2]?.text ?? '', /时间待定，另行通知/);
  assert.equal(signIn?.facts.values?.['time'], undefined);
});

test('a notice quotes its subject; a subject that names a meeting stands alone', () => {
  assert.equal(noticeTitle(session({ id: 's1', title: '看“五不准”' })), '关于开展“看‘五不准’”集中学习的通知');
  assert.equal(
    noticeTitle(session({ id: 's1', title: '活动总结会', form: '总结会' })),
    '关于召开活动总结会的通知',
  );
});

test('each speaker gets an outline sheet', () => {
  const [, part] = packOf(source([session({ id: 's1', form: '交流研讨' })]));
  assert.ok(part?.sheets.some(({ id }) => id === 'outline-s1'));
});
