import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOfRow, rowsByStage, type ScheduleRow } from '../../../src/domain/schedule/by-stage.ts';
import { campaign, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

const stages = campaign.stages!.map((stage) => ({ ...stage, title: `阶段${stage.id}` }));

function groups(sessions: Parameters<typeof planOf>[0], reports = conduct.reports) {
  const [worked] = workedOut([planOf(sessions)], undefined, [{ ...conduct, reports }]);
  return rowsByStage(worked!, stages).map(({ id, rows }) => [id, rows.map(named)]);
}

function named(row: ScheduleRow): string {
  return row.kind === 'session' ? row.session.id : row.deadline.title;
}

test('each stage has its lines, empty stages are left out, lines of no stage stand last', () => {
  assert.deepEqual(
    groups(
      [
        session('s1'),
        session('s2', { stage: 'sum-up', when: { week: 2 } }),
        session('s3', { stage: undefined }),
      ],
      [],
    ),
    [
      ['mobilise', ['s1']],
      ['sum-up', ['s2']],
      [undefined, ['s3']],
    ],
  );
});

test('a deadline stands among the sessions of the stage in which its day lies', () => {
  const rows = groups([
    session('a', { stage: 'examine', when: { on: '2026-10-20' } }),
    session('b', { stage: 'examine', when: 'unknown' }),
    session('c', { stage: 'examine', when: { on: '2026-11-10' } }),
  ]);
  assert.deepEqual(rows, [
    ['examine', ['a', 'b', '整改方案', 'c']],
    ['sum-up', ['典型做法']],
    [undefined, ['进展情况（第1次）', '进展情况（第2次）', '总结报告', '征文']],
  ]);
});

test('a session whose stage the campaign does not have stands with those of no stage', () => {
  assert.deepEqual(groups([session('s1', { stage: 'nowhere' })], []), [[undefined, ['s1']]]);
});

test('a plan without sessions and a campaign without stages have no groups but the last', () => {
  assert.deepEqual(groups([], []), []);
  const [worked] = workedOut([planOf([session('s1')])]);
  assert.equal(rowsByStage(worked!).length, 1);
});

test('a line is ordered by its day, the end of its week or month, or nothing', () => {
  const [worked] = workedOut([
    planOf([
      session('a', { when: { month: '2026-11' } }),
      session('b', { when: { week: 2 } }),
      session('c', { when: 'unknown' }),
    ]),
  ]);
  const days = Object.fromEntries(
    worked!.schedule.sessions.map((each) => [each.id, dayOfRow({ kind: 'session', session: each })]),
  );
  assert.deepEqual(days, { a: '2026-11-30', b: '2026-09-25', c: undefined });
});
