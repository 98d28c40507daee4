import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFFICIAL_TABLES } from '../../../src/domain/calendar/official-tables.ts';

test('every day off has the name of a holiday, or of the day that makes up for one', () => {
  const holidays =
    /^(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节|抗战胜利纪念日)(?:、(?:中秋节|国庆节))?(?:补休|调休)?$/u;
  for (const { year, holidays: named } of OFFICIAL_TABLES)
    for (const { name, from } of named) assert.match(name, holidays, `${year} ${from}`);
});

test('every table rests on a notice of the State Council whose number is given', () => {
  for (const { year, notices } of OFFICIAL_TABLES) {
    assert.ok(notices.length > 0, String(year));
    for (const { number } of notices)
      assert.match(number ?? '', /^国(?:办)?发明电〔\d{4}〕\d+号$/u, String(year));
  }
});
