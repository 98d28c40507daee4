import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { byNumber, nextNumber, numberWords } from '../../../src/domain/bulletins/order.ts';
import { bulletinSkeleton } from '../../../src/domain/bulletins/skeleton.ts';
import { halfMonthOf } from '../../../src/domain/month.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { writeContent } from '../../support/site.ts';

const FACTS = {
  number: 4,
  date: '2026-11-30',
  from: '2026-11-16',
  until: '2026-11-30',
  campaign: { id: 'conduct-2026', name: '“转作风、优服务”学习活动' },
  issuer: '学习办',
  sendTo: ['领导小组'],
  copyTo: ['各单位'],
  sessions: [
    { day: '2026-11-20', title: '整改一条、核对一条', unit: '市血液中心' },
    { day: '2026-11-17', title: '整改一条、核对一条', unit: '市人民医院' },
  ],
  deadlines: [{ day: '2026-11-20', title: '整改方案' }],
  coming: [{ day: '2026-12-15', title: '整改进展情况' }],
  totals: ['意见建议：收到 114＝办结 88＋在办 26。'],
};

describe('Bulletins', () => {
  it('stand newest first, of one day the higher number first', () => {
    const bulletins = [
      { id: 'c', number: '增刊', date: null },
      { id: 'a', number: '9', date: '2026-10-30' },
      { id: 'b', number: '10', date: '2026-10-30' },
      { id: 'd', number: '11', date: '2026-11-15' },
    ];
    assert.deepEqual(
      bulletins.sort(byNumber).map(({ id }) => id),
      ['d', 'b', 'a', 'c'],
    );
    assert.equal(nextNumber(bulletins), 12);
    assert.equal(nextNumber([]), 1);
    assert.equal(nextNumber([{ number: '增刊' }]), 1);
  });

  it('of one day and number stand in the order of their ids, unknown days behind known ones', () => {
    const bulletins = [
      { id: 'e', number: '1', date: null },
      { id: 'd', number: '2', date: null },
      { id: 'c', number: '1', date: '2026-10-30' },
      { id: 'b', number: '增刊', date: '2026-10-30' },
      { id: 'a', number: '增刊', date: '2026-10-30' },
      { id: 'f', number: '第12期', date: '2026-10-30' },
    ];
    const sorted = ['f', 'c', 'a', 'b', 'd', 'e'];
    for (const given of [bulletins, [...bulletins].reverse()])
      assert.deepEqual(
        [...given].sort(byNumber).map(({ id }) => id),
        sorted,
      );
  });

  it('are called 第3期 by a figure, and by their own words otherwise', () => {
    assert.deepEqual(['3', '12', '增刊', '增刊2', '2号'].map(numberWords), [
      '第3期',
      '第12期',
      '增刊',
      '增刊2',
      '2号',
    ]);
  });

  it('given the same number twice in a campaign are a doubt', async () => {
    const file = '---\ntitle: 通报\nnumber: 3\ndate: 2026-10-30\n---\n\n正文。\n';
    const { doubts } = await checkContent(
      await writeContent({ 'bulletins/a.mdx': file, 'bulletins/b.mdx': file }),
      { today: '2026-11-20' },
    );
    assert.ok(
      doubts.map(formatFault).includes('bulletins/b.mdx:3:9 期号 3 与 bulletins/a.mdx 相同 — 核实期号'),
    );
  });
});

describe('The skeleton of the next bulletin', () => {
  it('holds the half month’s sessions, deadlines and totals, each in the order of their days', () => {
    const more = {
      ...FACTS,
      sessions: [...FACTS.sessions, { day: '2026-11-18', title: '谈体会', unit: '市人民医院' }],
      deadlines: [...FACTS.deadlines, { day: '2026-11-16', title: '心得' }],
    };
    assert.equal(
      bulletinSkeleton(more),
      [
        '---',
        'title: "“转作风、优服务”学习活动情况通报（第4期）"',
        'number: 4',
        'date: 2026-11-30',
        'campaign: conduct-2026',
        'issuer: "学习办"',
        'sendTo: ["领导小组"]',
        'copyTo: ["各单位"]',
        'draft: true # 写好后删去这一行',
        '---',
        '',
        '2026年11月16日至11月30日的情况通报如下。',
        '',
        '## 一、学习情况',
        '',
        '“整改一条、核对一条”：市人民医院（11月17日周二）、市血液中心（11月20日周五）。',
        '',
        '“谈体会”：市人民医院（11月18日周三）。',
        '',
        '## 二、报送情况',
        '',
        '心得：11月16日周一截止。',
        '',
        '整改方案：11月20日周五截止。',
        '',
        '意见建议：收到 114＝办结 88＋在办 26。',
        '',
        '## 三、问题和改法',
        '',
        '〔写两三件具体的事：哪一天、哪个窗口、怎样改、改到什么程度〕',
        '',
        '## 四、下一步',
        '',
        '整改进展情况：12月15日周二截止。',
        '',
      ].join('\n'),
    );
  });

  it('leaves out the fields that nothing fills, and says so where there is nothing to report', () => {
    const text = bulletinSkeleton({
      ...FACTS,
      campaign: undefined,
      issuer: undefined,
      sendTo: [],
      copyTo: undefined,
      sessions: [],
      coming: [],
    });
    assert.match(
      text,
      /^---\ntitle: "情况通报（第4期）"\nnumber: 4\ndate: 2026-11-30\ndraft: true # 写好后删去这一行\n---\n/u,
    );
    assert.match(text, /## 一、学习情况\n\n〔本期没有〕\n\n## 二/u);
    assert.match(text, /## 四、下一步\n\n〔本期没有〕\n$/u);
  });

  it('bears the title that it is given, in quotation marks that no sign in it breaks', () => {
    assert.match(bulletinSkeleton({ ...FACTS, title: '"甲": 乙' }), /^---\ntitle: "\\"甲\\": 乙"\n/u);
  });

  it('is a file that the check accepts, and a draft', async () => {
    const folder = await writeContent({
      'campaigns/conduct-2026.yaml': 'name: 活动\norganiser: 学习办\n',
      'bulletins/conduct-2026-4.mdx': bulletinSkeleton({
        ...FACTS,
        sessions: [],
        deadlines: [],
        coming: [],
        totals: [],
      }),
    });
    const { faults, content } = await checkContent(folder, { today: '2026-11-20' });
    assert.deepEqual(faults.map(formatFault), []);
    assert.equal(content.items.bulletins[0]?.fields.draft, true);
    assert.equal(content.items.bulletins[0]?.fields.number, '4');
  });

  it('is for the 1st to the 15th, or the 16th to the last of the month', () => {
    assert.deepEqual(halfMonthOf('2026-02-15'), { from: '2026-02-01', until: '2026-02-15' });
    assert.deepEqual(halfMonthOf('2026-04-01'), { from: '2026-04-01', until: '2026-04-15' });
    assert.deepEqual(halfMonthOf('2026-12-31'), { from: '2026-12-16', until: '2026-12-31' });
    assert.deepEqual(halfMonthOf('2028-02-16'), { from: '2028-02-16', until: '2028-02-29' });
  });
});
