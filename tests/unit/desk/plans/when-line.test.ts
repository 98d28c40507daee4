import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  noteKeeping,
  readWhenLine,
  whenInWords,
  type WhenGround,
} from '../../../../src/domain/desk/when-line.ts';
import type { Recurrence, When } from '../../../../src/domain/schedule/plan.ts';

const GROUND: WhenGround = {
  campaign: {
    from: '2027-03-01',
    until: '2027-11-30',
    stages: [
      { id: 'mobilise', from: '2027-03-01', until: '2027-03-31' },
      { id: 'study', from: '2027-04-01', until: '2027-11-30' },
    ],
  },
  planTitle: '学习计划',
  form: '集中学习',
};
const read = (words: string, ground: Partial<WhenGround> = {}) =>
  readWhenLine(words, { ...GROUND, ...ground });

describe('Words for a time become the time of a plan', () => {
  const certain: [words: string, when: When | Recurrence][] = [
    ['每月5日', { every: 'month', day: 5 }],
    ['每月第一个星期五', { every: 'month', weekday: 5, nth: 1 }],
    ['每季度', { every: 'quarter' }],
    ['每周五下午2点', { every: 'week', weekday: 5, time: '14:00' }],
    ['第二周', { week: 2 }],
    ['七一前', { before: '七一', year: 2027 }],
    ['3月5日下午2点', { on: '2027-03-05', time: '14:00' }],
    ['3月5日', { on: '2027-03-05' }],
    ['10月中旬', { month: '2027-10', part: 'mid' }],
    ['二季度', { period: '2027-q2' }],
    ['10月20日前', { by: '2027-10-20' }],
    ['第二阶段结束前', { by: { stage: 'study', edge: 'end' } }],
    ['待定', 'unknown'],
    ['', 'unknown'],
  ];
  for (const [words, when] of certain)
    it(`reads “${words}”`, () => {
      const line = read(words);
      assert.deepEqual(line.when, when);
      assert.equal(line.isWhole, true, line.doubts.join());
    });
  it('keeps the words of what is not certain, and of what no field holds, and never takes them for whole', () => {
    for (const words of [
      '择日',
      '春节后',
      '每旬',
      '31日',
      '3月5日或6日',
      '3月5日下午',
      '3月5日14:00—16:00',
      '第二周周五',
      '2月30日',
    ])
      assert.equal(read(words).isWhole, false, words);
    assert.deepEqual(read('3月5日下午').when, { on: '2027-03-05' }, 'the day itself is certain');
    assert.equal(read('择日').when, 'unknown');
  });
  it('has a day without a year in none where neither campaign nor title gives one, and says why', () => {
    const { when, isWhole, doubts } = read('3月5日', { campaign: {} });
    assert.deepEqual([when, isWhole], ['unknown', false]);
    assert.match(doubts.join(), /3月5日没有年份/);
    assert.deepEqual(read('3月5日', { campaign: {}, planTitle: '2027年学习计划' }).when, {
      on: '2027-03-05',
    });
    assert.match(
      read('3月5日', { campaign: {}, planTitle: '2026—2027年度学习计划' }).doubts.join(),
      /2026、2027/,
    );
  });
  it('takes the days of a class for its sittings', () => {
    const { when, sittings, isWhole } = read('6月28日—29日', { form: '读书班' });
    assert.deepEqual(
      [when, sittings, isWhole],
      [undefined, [{ on: '2027-06-28' }, { on: '2027-06-29' }], true],
    );
  });
});

describe('A time said in a line is read back as it was', () => {
  const all: (When | Recurrence)[] = [
    'unknown',
    { on: '2027-10-09', time: '09:00' },
    { on: '2029-10-09' },
    { week: 3 },
    { by: '2027-10-09', time: '17:30' },
    { by: { stage: 'study', edge: 'start' } },
    { by: { campaign: 'end' } },
    { by: { session: 's3' } },
    { month: '2027-10' },
    { month: '2027-10', part: 'late' },
    { period: '2027-q3' },
    { period: '2027-h2' },
    { period: '2027-03-b' },
    { festival: '清明', year: 2027, time: '10:00' },
    { before: '国庆', year: 2027 },
    { every: 'week', weekday: 5, time: '14:30' },
    { every: 'month', weekday: 3, nth: 'last' },
    { every: 'half-year', day: 10, from: '2027-04-01', until: { campaign: 'end' } },
  ];
  for (const when of all)
    it(whenInWords(when, GROUND.campaign), () => {
      const line = read(whenInWords(when, GROUND.campaign));
      assert.deepEqual([line.when, line.isWhole], [when, true]);
    });
  it('is empty for no time', () => assert.equal(whenInWords(undefined, {}), ''));
});

describe('Words of a time that no field holds are kept in the note', () => {
  it('behind what it says, in the place of those kept before', () => {
    assert.equal(noteKeeping(undefined, ' 择日 '), '时间原写：择日');
    assert.equal(noteKeeping('带笔记本\n时间原写：月底', '择日'), '带笔记本\n时间原写：择日');
  });
  it('and taken out once the time is certain', () => {
    assert.equal(noteKeeping('带笔记本\n时间原写：月底', undefined), '带笔记本');
    assert.equal(noteKeeping('时间原写：月底', undefined), undefined);
    assert.equal(noteKeeping('带笔记本', undefined), '带笔记本');
  });
});
