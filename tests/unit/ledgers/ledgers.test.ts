import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { countRows } from '../../../src/domain/ledgers/count-rows.ts';
import { equationOf } from '../../../src/domain/ledgers/equation.ts';
import type { LedgerRow } from '../../../src/domain/ledgers/ledger.ts';
import { remainderOf, totalOf } from '../../../src/domain/ledgers/remainder.ts';
import { limitsOf, standingOf } from '../../../src/domain/ledgers/row-limits.ts';

const calendar = workCalendar();
const limit = { workingDays: 5, signSameDay: true };
const rule = { limit, repliesCount: true };

describe('Where only totals are known', () => {
  it('the remainder is named: 22 received and 17 answered leave 5, of unknown age', () => {
    const group = {
      name: '转办',
      received: 22,
      answered: 17,
      classes: { 有条件: 2, 无条件: 1, 需要时间: 14 },
    };
    assert.deepEqual(remainderOf(group), { unanswered: 5, isAgeKnown: false, outstanding: undefined });
    assert.equal(equationOf(group, '意见建议'), '收到 22＝办结 17＋未办结 5，期限不详');
  });

  it('114 received and 88 answered leave 26', () => {
    assert.equal(
      equationOf({ name: '平台', received: 114, answered: 88 }, '意见建议'),
      '收到 114＝办结 88＋未办结 26，期限不详',
    );
  });

  it('books handed out and not come back are named, and what was answered is not guessed', () => {
    const books = { name: '意见簿', distributed: 400, collected: 353, received: 6332 };
    assert.equal(remainderOf(books).outstanding, 47);
    assert.equal(
      remainderOf({ name: '医院', distributed: 7789, collected: 7235, received: 26336 }).outstanding,
      554,
    );
    assert.equal(equationOf(books, '意见建议'), '收到 6332；办理情况原文未注明');
  });

  it('returned or merged items do not count as remainder', () => {
    const group = { name: '转办', received: 22, answered: 17, returnedOrMerged: 2 };
    assert.equal(equationOf(group, '意见建议'), '收到 22＝办结 17＋未办结 3＋退回或并件 2，期限不详');
  });

  it('an account that comes out even says no more', () => {
    assert.equal(equationOf({ name: '转办', received: 5, answered: 5 }, '意见建议'), '收到 5＝办结 5');
  });

  it('a total is left out where one channel does not give the count', () => {
    const total = totalOf(
      [
        { name: '甲', received: 22, answered: 17 },
        { name: '乙', received: 6332 },
      ],
      '合计',
    );
    assert.equal(total.received, 6354);
    assert.equal(total.answered, undefined);
  });
});

describe('Limits of a row', () => {
  it('received on 25 April 2019, it is due on 5 May: make-up weekends count', () => {
    assert.deepEqual(limitsOf({ received: '2019-04-25' }, limit, calendar), {
      signBy: '2019-04-25',
      answerBy: '2019-05-05',
    });
  });

  it('counts from the day of signing, and a rest day is signed on the next working day', () => {
    const row = { received: '2026-10-17', signed: '2026-10-19' };
    assert.deepEqual(limitsOf(row, limit, calendar), { signBy: '2026-10-19', answerBy: '2026-10-26' });
  });

  it('a limit of its own goes before the rule', () => {
    assert.equal(
      limitsOf({ received: '2026-10-12', limit: '2026-11-30' }, limit, calendar).answerBy,
      '2026-11-30',
    );
  });

  it('in a year without a table there is none', () => {
    assert.deepEqual(limitsOf({ received: '2031-03-03' }, limit, calendar), {
      signBy: undefined,
      answerBy: undefined,
    });
  });
});

describe('Standing of a row', () => {
  const received = '2026-10-12';

  it('a first reply in time is in time, and the row stays open', () => {
    const row = { received, signed: received, firstReply: '2026-10-19' };
    assert.deepEqual(standingOf(row, rule, '2026-11-20', calendar), {
      state: 'open',
      late: false,
      signedLate: false,
    });
  });

  it('of a problem only what was put right counts', () => {
    const row = { received, signed: received, firstReply: '2026-10-19' };
    assert.equal(standingOf(row, { limit, repliesCount: false }, '2026-11-20', calendar).late, true);
  });

  it('done after the limit is done and late', () => {
    const row = { received, signed: received, done: '2026-10-20' };
    assert.deepEqual(standingOf(row, rule, '2026-11-20', calendar), {
      state: 'done',
      late: true,
      signedLate: false,
    });
  });

  it('open on the last day of the limit is not late', () => {
    assert.equal(standingOf({ received }, rule, '2026-10-19', calendar).late, false);
    assert.equal(standingOf({ received }, rule, '2026-10-20', calendar).late, true);
  });

  it('what happened after the day asked about is not seen', () => {
    assert.equal(standingOf({ received, done: '2026-10-16' }, rule, '2026-10-15', calendar).state, 'open');
  });
});

describe('Counting rows', () => {
  it('comes out even: received = done + open + returned or merged', () => {
    const rows: LedgerRow[] = [
      {
        group: '意见箱',
        received: '2026-10-12',
        signed: '2026-10-12',
        done: '2026-10-16',
        class: '已经解决',
        category: '态度',
      },
      {
        group: '意见箱',
        received: '2026-10-12',
        signed: '2026-10-13',
        done: '2026-10-26',
        class: '需要时间',
      },
      { group: '意见箱', received: '2026-10-12', signed: '2026-10-12' },
      { group: '座谈会', received: '2026-10-12', signed: '2026-10-12', state: '并件' },
      { received: '2026-12-01' },
    ];
    const [box, forum, ...others] = countRows(rows, {
      rule,
      asOf: '2026-11-20',
      calendar,
      unnamed: '未注明',
    });
    assert.deepEqual(others, []);
    assert.equal(box && equationOf(box, '意见建议'), '收到 3＝办结 2＋在办 1；其中超期 2');
    assert.deepEqual(box?.classes, { 已经解决: 1, 需要时间: 1 });
    assert.deepEqual([box?.overdueOpen, box?.signedLate, box?.withoutLimit], [1, 1, 0]);
    assert.equal(forum && equationOf(forum, '意见建议'), '收到 1＝办结 0＋在办 0＋退回或并件 1；其中超期 0');
  });
});
