import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveDay, resolveEnd, resolveMonth } from '../../../src/domain/time-words/resolve.ts';
import { wholeDay } from '../../../src/domain/time-words/whole-day.ts';
import { yearsInTitle, yearsOfRows } from '../../../src/domain/time-words/years.ts';

const years = (months: (number | [number, number])[], title: number[]) =>
  yearsOfRows(
    months.map((each) => (typeof each === 'number' ? { month: each } : { year: each[0], month: each[1] })),
    title,
  ).map(({ year }) => year);

describe('The year of a table', () => {
  it('stands in its title, once, or as two that follow each other', () => {
    assert.deepEqual(yearsInTitle('机关一支部2027年“三会一课”计划表'), [2027]);
    assert.deepEqual(yearsInTitle('2027 年度学习安排'), [2027]);
    assert.deepEqual(yearsInTitle('2026—2027学年学习计划'), [2026, 2027]);
    assert.deepEqual(yearsInTitle('2026年9月至2027年1月读书班安排'), [2026, 2027]);
  });

  it('is not that of what is studied, nor one of several', () => {
    for (const title of [
      '学习贯彻2024年全国两会精神计划',
      '《2024年工作要点》学习计划',
      '2024年和2026年工作对照学习',
      '学习计划',
      '',
    ])
      assert.deepEqual(yearsInTitle(title), [], title);
  });

  it('is that of its rows; a row’s own year goes before it and holds for the rows below', () => {
    assert.deepEqual(years([3, 5, 9], [2027]), [2027, 2027, 2027]);
    assert.deepEqual(years([[2026, 12], 12], []), [2026, 2026]);
    assert.deepEqual(years([3, [2026, 11], 12], []), [undefined, 2026, 2026]);
    assert.deepEqual(years([3, 5], []), [undefined, undefined]);
  });

  it('changes at New Year where the title names both; else January behind December is in no certain year', () => {
    assert.deepEqual(years([9, 11, 12, 1, 3], [2026, 2027]), [2026, 2026, 2026, 2027, 2027]);
    assert.deepEqual(years([9, 12, 1, 2], [2026]), [2026, 2026, undefined, undefined]);
    assert.deepEqual(years([9, 12, 1, [2027, 2], 2], [2026]), [2026, 2026, undefined, 2027, 2027]);
    assert.deepEqual(years([9, 10], [2026, 2027]), [undefined, undefined]);
    assert.match(yearsOfRows([{ month: 12 }, { month: 1 }], [2026])[1]?.why ?? '', /当年还是次年/);
  });

  it('is uncertain below a row of another year than the title’s, but for a row of the year before', () => {
    assert.deepEqual(years([3, [2026, 5], 6], [2027]), [2027, 2026, undefined]);
    assert.deepEqual(years([[2026, 12], 3, 5], [2027]), [2026, 2027, 2027]);
  });

  it('is the title’s where the rows stand in no order', () => {
    assert.deepEqual(years([12, 3, 11, 1], [2026]), [2026, 2026, 2026, 2026]);
    assert.deepEqual(years([11, 12, 1, 2, 3, 12], [2026]), [2026, 2026, 2026, 2026, 2026, 2026]);
  });
});

describe('A day without a year', () => {
  const period = { from: '2026-09-14', until: '2027-01-22' };

  it('is the one that lies in the campaign', () => {
    assert.deepEqual(resolveDay({ month: 1, day: 8 }, undefined, { period }), { day: '2027-01-08' });
    assert.deepEqual(resolveMonth({ month: 1 }, { period }), { month: '2027-01' });
    assert.deepEqual(resolveEnd({ quarter: 4 }, { period }), { day: '2026-12-31' });
  });

  it('is none where the campaign does not hold it and no title gives its year', () => {
    assert.deepEqual(resolveDay({ month: 5, day: 8 }, undefined, { period }), {
      day: undefined,
      doubt: '5月8日没有年份',
    });
    assert.equal(resolveDay({ month: 5, day: 8 }, undefined, { period, year: 2027 }).day, '2027-05-08');
  });

  it('is none where a long campaign holds it twice, unless its weekday decides', () => {
    const long = { from: '2026-01-01', until: '2027-12-31' };
    assert.equal(resolveDay({ month: 3, day: 5 }, undefined, { period: long }).day, undefined);
    assert.equal(resolveDay({ month: 3, day: 5 }, 5, { period: long }).day, '2027-03-05');
  });

  it('that the calendar lacks is none, and a leap day only in its year', () => {
    assert.deepEqual(resolveDay({ year: 2027, month: 2, day: 29 }, undefined, { period: {} }), {
      day: undefined,
      doubt: '没有2月29日这一天',
    });
    assert.equal(resolveDay({ year: 2028, month: 2, day: 29 }, undefined, { period: {} }).day, '2028-02-29');
    assert.match(
      resolveDay({ year: 1027, month: 3, day: 5 }, undefined, { period: {} }).doubt ?? '',
      /不像年份/,
    );
  });
});

describe('A cell that is a whole day', () => {
  it('is that day, with the table’s year where it has none', () => {
    assert.equal(wholeDay('二〇二六年十月二十三日', undefined), '2026-10-23');
    assert.equal(wholeDay('10月23日', 2026), '2026-10-23');
    for (const words of ['2 0 2 6 年 1 0 月 2 3 日', '二 〇 二 六 年十月廿三日', '２０２６年１０月２３日'])
      assert.equal(wholeDay(words, undefined), '2026-10-23', words);
    assert.equal(wholeDay('2026年元月卅一日', undefined), '2026-01-31');
    assert.equal(wholeDay('10月23日（周五）', 2026), '2026-10-23');
  });

  it('is none where it says more or less, or another weekday', () => {
    for (const words of ['10月23日前', '10月', '上周五', '10月23日（周四）', '10月23日—24日', ''])
      assert.equal(wholeDay(words, 2026), undefined, words);
    assert.equal(wholeDay('10月23日', undefined), undefined);
  });
});
