import assert from 'node:assert/strict';
import { it } from 'node:test';
import { byNumber } from '../../../src/domain/bulletins/order.ts';
import { bulletinSkeleton } from '../../../src/domain/bulletins/skeleton.ts';

const FACTS = {
  number: 4,
  date: '2026-11-30',
  from: '2026-11-16',
  until: '2026-11-30',
  sessions: [],
  deadlines: [],
  coming: [],
  totals: [],
};

it('A bulletin of which little is known has no fields for the rest, and says so of each section', () => {
  assert.equal(
    bulletinSkeleton(FACTS),
    `---
title: "情况通报（第4期）"
number: 4
date: 2026-11-30
draft: true # 写好后删去这一行
---

2026年11月16日至11月30日的情况通报如下。

## 一、学习情况

〔本期没有〕

## 二、报送情况

〔本期没有〕

## 三、问题和改法

〔写两三件具体的事：哪一天、哪个窗口、怎样改、改到什么程度〕

## 四、下一步

〔本期没有〕
`,
  );
});

it('A bulletin that goes to several has a list of them, and to nobody has none', () => {
  const text = bulletinSkeleton({ ...FACTS, sendTo: ['领导小组', '办公室'], copyTo: ['各单位', '"甲"'] });
  assert.ok(text.includes('\nsendTo: ["领导小组", "办公室"]\ncopyTo: ["各单位", "\\"甲\\""]\n'));
  assert.ok(!bulletinSkeleton({ ...FACTS, sendTo: [], copyTo: [] }).includes('To:'));
});

it('What falls due stands in the order of days, of one day as it was given', () => {
  const due = (day: string, title: string) => ({ day, title });
  const deadlines = [due('2026-11-20', '乙'), due('2026-11-18', '甲'), due('2026-11-20', '丙')];
  assert.ok(
    bulletinSkeleton({ ...FACTS, deadlines }).includes(
      '甲：11月18日周三截止。\n\n乙：11月20日周五截止。\n\n丙：11月20日周五截止。\n',
    ),
  );
});

it('Bulletins without a day stand last, by number and then by id', () => {
  const bulletin = (id: string, number: string, date: string | null) => ({ id, number, date });
  const list = [
    bulletin('b', '3', null),
    bulletin('a', '3', null),
    bulletin('c', '1', '2020-01-01'),
    bulletin('d', '9', null),
  ];
  assert.equal(
    list
      .sort(byNumber)
      .map(({ id }) => id)
      .join(''),
    'cdab',
  );
});
