import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { writeBlocks } from '../../../src/desk/body/write-blocks.ts';
import { blocksOf, documentOf } from '../../../src/desk/client/editor/convert.ts';
import { textSchema } from '../../../src/desk/client/editor/text-schema.ts';
import { addressOf, routeOf } from '../../../src/desk/client/route.ts';
import type { Block } from '../../../src/domain/desk/api.ts';
import { blankOf, changedFields } from '../../../src/domain/desk/form-values.ts';
import { unpublishedOf } from '../../../src/domain/desk/unpublished.ts';

describe('A form sends what was changed and nothing else', () => {
  it('knows a value that was typed as it stood, and fields that nobody filled in, for unchanged', () => {
    const before = { title: '题', topics: ['甲'], source: { name: '报' } };
    assert.deepEqual(
      changedFields(before, {
        ...before,
        topics: ['甲'],
        source: { name: '报', note: null },
        summary: undefined,
      }),
      {},
    );
  });
  it('has null for a field that is taken away, and a group whole', () => {
    const before = { title: '题', summary: '提要', source: { name: '报', note: '注' } };
    assert.deepEqual(changedFields(before, { ...before, summary: undefined, source: { name: '报' } }), {
      summary: null,
      source: { name: '报' },
    });
  });
  it('takes a list or a group of nothing for nothing, but not false and 0', () => {
    for (const value of ['', [], {}, { name: '' }, { inner: { name: null } }])
      assert.equal(blankOf(value), null);
    for (const value of [false, 0, [''], { name: '甲' }]) assert.deepEqual(blankOf(value), value);
  });
});

describe('What readers will see change', () => {
  it('is what is new, otherwise or gone, in the order of the paths', () => {
    const was = {
      'b.md': { digest: '1', title: '乙' },
      'c.md': { digest: '1', title: '丙' },
      'd.md': { digest: '1', title: '丁' },
    };
    const now = {
      'a.md': { digest: '1', title: '甲' },
      'b.md': { digest: '2', title: '乙二' },
      'd.md': { digest: '1', title: '丁' },
    };
    assert.deepEqual(unpublishedOf(was, now), [
      { file: 'a.md', change: 'added', title: '甲' },
      { file: 'b.md', change: 'changed', title: '乙二' },
      { file: 'c.md', change: 'removed', title: '丙' },
    ]);
  });
  it('is nothing where nothing is published or shown', () => {
    assert.deepEqual(unpublishedOf({}, {}), []);
  });
});

describe('The editor holds what the file says', () => {
  const body = '　　甲**乙**[丙](texts/a "题")[^1]`码`。\n\n### 题\n\n- 项\n\n[^1]: 注\n';
  const opened = (text: string): Block[] =>
    readBlocks(text, false)!.map(({ block, lines }) => ({ ...block, lines }));
  it('gives back every block as it came, so that the file keeps its bytes', () => {
    const blocks = blocksOf(documentOf(opened(body)));
    assert.deepEqual(
      blocks.map(({ origin }) => origin),
      [0, 1, 2, 3],
    );
    assert.equal(writeBlocks(body, false, blocks), body);
  });
  it('begins an empty body with an empty paragraph, and writes none for it', () => {
    const document = documentOf([]);
    assert.equal(document.childCount, 1);
    assert.deepEqual(blocksOf(document), []);
  });
  it('holds every form that the schema allows', () => {
    documentOf(opened(body)).check();
    assert.ok(textSchema.nodes.raw!.isAtom);
  });
});

describe('An address of the desk', () => {
  it('names its place and file, whatever signs are in it', () => {
    for (const route of [{ place: 'home' }, { place: 'item', file: 'texts/a&b=c#d.md' }] as const)
      assert.deepEqual(routeOf(addressOf(route)), route);
  });
  it('leads home where there is no such place', () => {
    for (const hash of ['', '#', '#/nothing', '#/__proto__'])
      assert.deepEqual(routeOf(hash), { place: 'home' });
  });
});
