import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyOf } from '../../../src/views/page-key.ts';
import { paramsFrom } from '../../../src/views/route-params.ts';

describe('The parameters of a route', () => {
  it('are read off an address', () => {
    assert.deepEqual(paramsFrom('/speeches/[id]/')('/speeches/mid-year/'), { id: 'mid-year' });
    assert.deepEqual(paramsFrom('/units/[unit]/[plan].ics')('/units/center/plan-1.ics'), {
      unit: 'center',
      plan: 'plan-1',
    });
  });

  it('may be a path of several parts, or of none', () => {
    const read = paramsFrom('/units/[unit]/[...path]/');
    assert.deepEqual(read('/units/center/'), { unit: 'center', path: undefined });
    assert.deepEqual(read('/units/center/sort/oldest/page/2/'), {
      unit: 'center',
      path: 'sort/oldest/page/2',
    });
    assert.deepEqual(paramsFrom('/[...withdrawn]/')('/texts/outline/'), { withdrawn: 'texts/outline' });
  });

  it('are absent where the route has none', () => {
    assert.deepEqual(paramsFrom('/feed.xml')('/feed.xml'), {});
  });

  it('of an address of another route are an error, not a guess', () => {
    assert.throws(() => paramsFrom('/speeches/[id]/')('/texts/outline/'));
    assert.throws(() => paramsFrom('/speeches/[id]/')('/speeches/a/b/'));
    assert.throws(() => paramsFrom('/feed.xml')('/feedyxml'), 'a dot is a dot');
  });
});

describe('The key of a page', () => {
  const page = { title: '题名', list: [{ day: '2026-09-18', items: ['a', 'b'] }], note: undefined };

  it('is the same for the same print, and another for any other', () => {
    assert.equal(keyOf(page), keyOf(structuredClone(page)));
    const others = [
      { ...page, title: '题目' },
      { ...page, note: '' },
      { ...page, list: [{ day: '2026-09-18', items: ['b', 'a'] }] },
      { ...page, list: [{ day: '2026-09-19', items: ['a', 'b'] }] },
      { ...page, more: false },
    ];
    const keys = new Set([page, ...others].map(keyOf));
    assert.equal(keys.size, others.length + 1);
  });

  it('is refused to what a digest would pass over', () => {
    for (const value of [new Map([[1, 2]]), new Set([1]), () => 1, /a/u])
      assert.throws(() => keyOf({ page: { value } }), /value/);
  });
});
