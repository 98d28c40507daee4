import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import { bloodCenter, one } from './example.ts';

test('a notice says what, when, where, who and what to bring', () => {
  const session = one({ chair: '党支部书记', speakers: ['主任', '科长'], requirement: '每人一页提纲' });
  assert.equal(
    noticeText(noticeFacts(session, '云川市血液中心', ['《五个工作日》', '《三张清单》'])),
    [
      '【会议通知】专题s1',
      '时间：2026年9月18日（周五） 14:30—16:00',
      '地点：二楼会议室',
      '形式：集中学习',
      '主持：党支部书记',
      '发言：主任、科长',
      '学习篇目：《五个工作日》《三张清单》',
      '要求：每人一页提纲',
      '请准时参加。如有调整，以正式通知为准。',
      '云川市血液中心',
    ].join('\n'),
  );
});

test('time and place that are not known are announced later, other gaps are left out', () => {
  const text = noticeText(noticeFacts(one({ when: 'unknown' }), '血液中心', []));
  assert.match(text, /^时间：待定，另行通知$/m);
  assert.match(text, /^地点：待定，另行通知$/m);
  assert.doesNotMatch(text, /主持|学习篇目|undefined/);
});

test('a due day is not a time to meet', () => {
  const due = one({ when: { by: { stage: 'mobilise', edge: 'end' } } });
  assert.equal(noticeFacts(due, '血液中心', []).day, undefined);
});

test('what a secretary left blank counts as not filled in', () => {
  const facts = noticeFacts(one({}), '血液中心', []);
  assert.doesNotMatch(noticeText({ ...facts, chair: '  ', remarks: '' }), /主持|备注/);
  assert.match(noticeText({ ...facts, remarks: ' 带笔记本 ' }), /^备注：带笔记本$/m);
});

test('asks to be in time only where a time is told', () => {
  const facts = { unit: '甲', title: '学习', form: '集中学习' };
  assert.match(noticeText({ ...facts, day: '2026-09-18', time: '14:30' }), /请准时参加/);
  for (const untimed of [
    facts,
    { ...facts, day: '2026-09-18' },
    { ...facts, time: '14:30' },
    { ...facts, sittings: [{ day: '2026-09-18' }] },
  ])
    assert.doesNotMatch(noticeText(untimed), /请准时参加/);
});

test('of a session that was moved, or waits for the year’s table, says so, while it has that day', () => {
  const unit = {
    ...bloodCenter,
    plans: [{ plan: 'conduct-2026', adjustments: [{ session: 's1', on: '2026-09-21', reason: '会场占用' }] }],
  };
  const facts = noticeFacts(one({}, undefined, unit), '血液中心', []);
  const line = /^说明：原定9月18日（周五），改为9月21日（周一），原因：会场占用$/m;
  assert.match(noticeText(facts), line);
  assert.doesNotMatch(noticeText({ ...facts, day: '2026-09-22' }), /说明/);
  const january = one({ stage: 'sum-up', when: { on: '2027-01-12', time: '09:00' } });
  assert.match(noticeText(noticeFacts(january, '血液中心', [])), /^说明：2027年放假安排待国务院办公厅公布$/m);
  assert.doesNotMatch(noticeText(noticeFacts(one({}), '血液中心', [])), /说明/);
});

test('of groups on days of their own says why all of them are moved', () => {
  const groups = [{ name: '第一批', on: '2026-09-21' }];
  const adjustments = [{ session: 's1', groups, reason: '轮训' }];
  const unit = { ...bloodCenter, plans: [{ plan: 'conduct-2026', adjustments }] };
  const facts = noticeFacts(one({}, undefined, unit), '血液中心', []);
  assert.match(noticeText(facts), /^说明：原定9月18日（周五），改为分批进行，原因：轮训$/m);
  assert.doesNotMatch(noticeText({ ...facts, day: '2026-09-22' }), /说明/);
});
