import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { countRows } from '../../../src/domain/ledgers/count-rows.ts';
import { equationOf } from '../../../src/domain/ledgers/equation.ts';
import {
  type GroupTotals,
  LEDGER_KINDS,
  type LedgerKind,
  RETURNED_STATES,
  type LedgerRow,
  type LedgerRule,
} from '../../../src/domain/ledgers/ledger.ts';
import { limitsOf, standingOf } from '../../../src/domain/ledgers/row-limits.ts';

const calendar = workCalendar();
const limit = { workingDays: 5, signSameDay: true };
const rule = { limit, repliesCount: true };
const counted = (rows: LedgerRow[], asOf = '2026-10-30', of: LedgerRule = rule) =>
  countRows(rows, { rule: of, asOf, calendar, unnamed: '未分渠道' });

describe('Rows that are counted', () => {
  it('are those received up to the day, that day included, channel by channel', () => {
    const rows = ['2026-10-29', '2026-10-30', '2026-10-31'].map((received) => ({ received, group: '平台' }));
    const groups = counted([...rows, { received: '2026-10-12' }, { received: '2026-10-12', group: '平台' }]);
    assert.deepEqual(
      groups.map(({ name, received }) => [name, received]),
      [
        ['平台', 3],
        ['未分渠道', 1],
      ],
    );
    assert.deepEqual(counted([{ received: '2026-10-31' }]), []);
    assert.deepEqual(counted([]), []);
  });

  it('are answered, open, or returned and merged, and come out even', () => {
    const received = '2026-10-28';
    const [group] = counted([
      { received, done: '2026-10-29' },
      { received },
      { received, done: '2026-10-31' },
      { received, state: '退回' },
      { received, state: '并件', done: '2026-10-29' },
    ]);
    assert.deepEqual([group?.received, group?.answered, group?.open, group?.returnedOrMerged], [5, 1, 2, 2]);
  });

  it('are replied to and still open where a first reply came up to the day', () => {
    const received = '2026-10-28';
    const [group] = counted([
      { received, firstReply: '2026-10-30' },
      { received, firstReply: '2026-10-31' },
      { received },
      { received, firstReply: '2026-10-29', done: '2026-10-30' },
    ]);
    assert.deepEqual([group?.repliedOpen, group?.open], [1, 3]);
  });

  it('are overdue where neither came in time, be they open or done by now', () => {
    const received = '2026-10-12';
    const [group] = counted([
      { received },
      { received, done: '2026-10-26' },
      { received, done: '2026-10-19' },
      { received, firstReply: '2026-10-19' },
      { received, state: '退回' },
    ]);
    assert.deepEqual([group?.overdue, group?.overdueOpen], [2, 1]);
  });

  it('have no limit where the year has no table or the ledger no rule', () => {
    const [winter] = counted([{ received: '2026-12-30' }, { received: '2026-12-01' }], '2026-12-31');
    assert.deepEqual([winter?.withoutLimit, winter?.overdue], [1, 1]);
    const [free] = counted([{ received: '2026-10-12' }], '2026-10-30', { repliesCount: true });
    assert.deepEqual([free?.withoutLimit, free?.overdue, free?.signedLate], [1, 0, 0]);
  });

  it('have their classes counted once answered, their categories as soon as received', () => {
    const received = '2026-10-12';
    const [group] = counted([
      { received, class: '有条件', category: '环境', done: '2026-10-13' },
      { received, class: '有条件', category: '环境' },
      { received, class: '无条件', done: '2026-10-14' },
      { received, done: '2026-10-14' },
    ]);
    assert.deepEqual(group?.classes, { 有条件: 1, 无条件: 1 });
    assert.deepEqual(group?.categories, { 环境: 2 });
  });
});

describe('A row', () => {
  it('has to be signed on the day it came only where the rule says so', () => {
    const row = { received: '2026-10-12' };
    assert.equal(limitsOf(row, { ...limit, signSameDay: false }, calendar).signBy, undefined);
    assert.deepEqual(limitsOf(row, undefined, calendar), { signBy: undefined, answerBy: undefined });
    assert.deepEqual(limitsOf({ ...row, limit: '2026-10-14' }, undefined, calendar).answerBy, '2026-10-14');
    for (const received of ['2027-03-01', '2011-12-31'])
      assert.equal(limitsOf({ received }, limit, calendar).signBy, undefined, received);
  });

  it('is signed late from the day after on, be it not signed at all', () => {
    const late = (signed: string | undefined, asOf: string) =>
      standingOf({ received: '2026-10-12', signed }, rule, asOf, calendar).signedLate;
    assert.deepEqual([late('2026-10-12', '2026-10-30'), late('2026-10-13', '2026-10-30')], [false, true]);
    assert.deepEqual([late(undefined, '2026-10-12'), late(undefined, '2026-10-13')], [false, true]);
    assert.equal(late('2026-10-13', '2026-10-12'), false);
    assert.equal(
      standingOf({ received: '2026-10-12' }, { repliesCount: true }, '2026-10-30', calendar).signedLate,
      undefined,
    );
  });

  it('is judged by the first of reply and answer, on the very day asked about as well', () => {
    const row = { received: '2026-10-12', firstReply: '2026-10-19', done: '2026-10-30' };
    const standing = (of: LedgerRow, asOf: string, repliesCount = true) =>
      standingOf(of, { limit, repliesCount }, asOf, calendar);
    assert.deepEqual(standing(row, '2026-10-30'), { state: 'done', late: false, signedLate: true });
    assert.equal(standing(row, '2026-10-29').state, 'open');
    assert.equal(standing(row, '2026-10-30', false).late, true);
    assert.equal(standing({ ...row, firstReply: '2026-10-20' }, '2026-10-30').late, true);
    assert.equal(
      standing({ ...row, firstReply: '2026-10-20', done: '2026-10-19' }, '2026-10-30').late,
      false,
    );
  });

  it('that was returned is not late, and one without a limit is neither', () => {
    assert.deepEqual(standingOf({ received: '2026-10-12', state: '并件' }, rule, '2026-10-30', calendar), {
      state: 'returned',
      late: false,
      signedLate: true,
    });
    assert.equal(
      standingOf({ received: '2026-10-12' }, { repliesCount: true }, '2026-10-30', calendar).late,
      undefined,
    );
  });
});

it('The words of ledgers are those that editors write into their files', () => {
  assert.deepEqual(LEDGER_KINDS, ['意见建议', '问题整改']);
  assert.deepEqual(RETURNED_STATES, ['退回', '并件']);
});

it('The account of problems has words of its own, and one without a count says so', () => {
  const of = (totals: Partial<GroupTotals>, kind: LedgerKind = '问题整改') =>
    equationOf({ name: '平台', ...totals }, kind);
  assert.equal(of({ received: 5, answered: 3 }), '收到 5＝销号 3＋未销号 2，期限不详');
  assert.equal(of({ received: 5, answered: 3, open: 2, overdue: 1 }), '收到 5＝销号 3＋整改中 2；其中超期 1');
  assert.equal(
    of({ received: 5, answered: 5, open: 0, overdue: 0 }, '意见建议'),
    '收到 5＝办结 5＋在办 0；其中超期 0',
  );
  assert.equal(of({}), '收到件数原文未注明');
  assert.equal(of({ received: 0, answered: 0 }, '意见建议'), '收到 0＝办结 0');
});
