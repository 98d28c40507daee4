import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { COLLECTIONS, siteSchema } from '../../../src/schemas/collections.ts';
import { deadlineSchema, momentSchema } from '../../../src/schemas/deadline.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('a campaign', () => {
  const { schema } = COLLECTIONS.campaigns;
  const base = { name: '大讨论', organiser: '委' };

  it('may be without any day, and its stages too', () => {
    assert.ok(accepts(schema, base));
    assert.ok(accepts(schema, { ...base, stages: [{ id: 'study', title: '学习研讨' }] }));
    assert.ok(accepts(schema, { ...base, stages: [] }));
  });
  it('does not end before it begins', () => {
    assert.ok(accepts(schema, { ...base, from: '2026-09-14', until: '2026-09-14' }));
    assert.ok(!accepts(schema, { ...base, from: '2026-09-14', until: '2026-09-13' }));
  });
  it('has no two stages with one id, and no id that cannot be an address', () => {
    const stage = { id: 'study', title: '学习研讨' };
    assert.ok(!accepts(schema, { ...base, stages: [stage, { ...stage, title: '另一' }] }));
    for (const id of ['学习', 'Study', 'a_b', '', '-a', 'a-'])
      assert.ok(!accepts(schema, { ...base, stages: [{ ...stage, id }] }), id);
  });
  it('keeps statements that conflict as the sources have them', () => {
    assert.ok(accepts(schema, { ...base, statements: [{ about: '起止', says: ['到年底', '为期半年'] }] }));
  });
  it('has reports whose deadline may be unknown, but not left out', () => {
    assert.ok(accepts(schema, { ...base, reports: [{ title: '总结', deadline: 'unknown' }] }));
    assert.ok(!accepts(schema, { ...base, reports: [{ title: '总结' }] }));
  });
});

describe('a deadline', () => {
  it('is any of the forms, with or without a time of day', () => {
    const forms = [
      { on: '2026-06-25' },
      { month: '2026-10' },
      { stage: 'study', edge: 'end' },
      { campaign: 'end' },
      { workingDays: 5, after: '2019-04-25' },
      { workingDays: 5, before: { session: 's3' } },
      { days: 7, after: { plan: 'conduct-2026', session: 's3' }, includeFirst: true },
      { every: 'half-month', from: { campaign: 'start' }, until: { campaign: 'end' } },
      { every: 'week', weekday: 5, from: '2026-01-01', until: '2026-02-01' },
      { every: 'month', day: 25, from: '2026-01-01', until: { stage: 'study', edge: 'end' } },
    ];
    assert.ok(accepts(deadlineSchema, 'unknown'));
    for (const form of forms) {
      assert.ok(accepts(deadlineSchema, form), JSON.stringify(form));
      assert.ok(accepts(deadlineSchema, { ...form, time: '17:30' }), JSON.stringify(form));
      assert.ok(!accepts(deadlineSchema, { ...form, time: '5:30' }));
      assert.ok(!accepts(deadlineSchema, { ...form, 说明: '' }));
    }
  });
  it('is nothing else', () => {
    const others = [
      '2026-06-25',
      '十月底前',
      {},
      { on: 'unknown' },
      { month: '2026-13' },
      { workingDays: 0, after: '2026-01-01' },
    ];
    for (const other of [
      ...others,
      { workingDays: 5 },
      { every: 'week', day: 5, from: '2026-01-01', until: '2026-02-01' },
      { every: 'month', weekday: 5, from: '2026-01-01', until: '2026-02-01' },
      null,
    ]) {
      assert.ok(!accepts(deadlineSchema, other), JSON.stringify(other));
    }
  });
  it('counts from a moment, which is a day or the edge of something', () => {
    for (const moment of ['2026-01-01', { campaign: 'start' }, { session: 's1' }])
      assert.ok(accepts(momentSchema, moment));
    for (const moment of ['unknown', { campaign: 'middle' }, { stage: 'study' }, {}])
      assert.ok(!accepts(momentSchema, moment));
  });
});

describe('a unit', () => {
  const { schema } = COLLECTIONS.units;

  it('needs a name only', () => {
    assert.ok(accepts(schema, { name: '市血液中心' }));
    assert.ok(!accepts(schema, {}));
  });
  it('has a head count, never names', () => {
    assert.ok(accepts(schema, { name: '甲', headcount: 0 }));
    for (const headcount of [-1, 4.5, '46', ['张三']]) assert.ok(!accepts(schema, { name: '甲', headcount }));
  });
  it('meets on a weekday from 1 to 7 at a time of day', () => {
    assert.ok(accepts(schema, { name: '甲', meeting: { weekday: 7, time: '14:30' } }));
    for (const meeting of [
      { weekday: 0, time: '14:30' },
      { weekday: 8, time: '14:30' },
      { weekday: 5, time: '24:00' },
      { weekday: 5, time: 870 },
      { weekday: '周五', time: '14:30' },
    ]) {
      assert.ok(!accepts(schema, { name: '甲', meeting }), JSON.stringify(meeting));
    }
  });
});

describe('a topic or speaker', () => {
  it('is a name, with a title and an order where wanted', () => {
    assert.ok(accepts(COLLECTIONS.topics.schema, { name: '作风建设' }));
    assert.ok(accepts(COLLECTIONS.speakers.schema, { name: '主任', title: '委主任', order: 1 }));
    assert.ok(!accepts(COLLECTIONS.topics.schema, { title: '作风' }));
    assert.ok(!accepts(COLLECTIONS.topics.schema, { name: '作风', order: '一' }));
  });
});

describe('site.yaml', () => {
  it('needs the names of the site and of the organisation', () => {
    assert.ok(accepts(siteSchema, { name: '小站', organisation: '学习办' }));
    assert.ok(!accepts(siteSchema, { name: '小站' }));
    assert.ok(!accepts(siteSchema, { name: '小站', organisation: '学习办', theme: 'dark' }));
  });
  it('searches together with sites at web addresses only', () => {
    const federation = [{ name: '某站', url: 'http://10.0.0.1/study/' }];
    assert.ok(accepts(siteSchema, { name: '小站', organisation: '学习办', federation }));
    assert.ok(
      !accepts(siteSchema, {
        name: '小站',
        organisation: '学习办',
        federation: [{ name: '某站', url: 'file:///c' }],
      }),
    );
    const twice = [...federation, { name: '某站', url: 'http://10.0.0.2/' }];
    assert.ok(!accepts(siteSchema, { name: '小站', organisation: '学习办', federation: twice }));
  });
});
