import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  hostsOf,
  interleave,
  listedOffices,
  mergeFacets,
  mergeRankings,
  selectionAt,
} from '../../../src/domain/search/federation.ts';
import type { FacetCount, Selection } from '../../../src/domain/search/facets.ts';
import type { SearchManifest } from '../../../src/domain/search/manifest.ts';

describe('the sites that are listed', () => {
  test('are searched at their base address, which ends in one slash and has neither query nor anchor', () => {
    const addresses = [
      'http://a.example',
      'http://a.example/',
      'http://a.example/study//',
      'http://a.example:8080/study?x=1#y',
    ];
    assert.deepEqual(listedOffices(addresses.map((url) => ({ name: '甲局', url }))), [
      { name: '甲局', address: 'http://a.example/' },
      { name: '甲局', address: 'http://a.example/' },
      { name: '甲局', address: 'http://a.example/study/' },
      { name: '甲局', address: 'http://a.example:8080/study/' },
    ]);
    assert.deepEqual(listedOffices(), []);
  });

  test('may be asked by their hosts, each once', () => {
    const offices = ['http://10.0.0.2:8080/a/', 'http://10.0.0.2:8080/b/', 'https://b.example/'];
    assert.deepEqual(hostsOf(offices.map((address) => ({ name: '甲局', address }))), [
      'http://10.0.0.2:8080',
      'https://b.example',
    ]);
  });
});

describe('the results of several sites', () => {
  const merged = (...lists: number[][]) => mergeRankings(lists).map(({ list, at }) => `${list}.${at}`);

  test('are one list, best first', () => {
    assert.deepEqual(merged([9, 5, 1], [8, 4]), ['0.0', '1.0', '0.1', '1.1', '0.2']);
    assert.deepEqual(merged([], [8]), ['1.0']);
    assert.deepEqual(merged(), []);
  });

  test('of one rank stand by their place on their site, then in the order of the sites', () => {
    assert.deepEqual(merged([5, 5], [5]), ['0.0', '1.0', '0.1']);
    assert.deepEqual(merged([5], [5, 5]), ['0.0', '1.0', '1.1']);
  });

  test('without ranks are taken in turn', () => {
    assert.deepEqual(interleave(['甲乙丙'.split(''), ['丁'], ['戊', '己']]).join(''), '甲丁戊乙己丙');
    assert.deepEqual(interleave([]), []);
    assert.deepEqual(interleave([[], []]), []);
  });
});

describe('a selection over several sites', () => {
  const values = {
    kind: [
      { id: 'texts', name: '材料' },
      { id: 'help', name: '手册' },
    ],
    speaker: [],
    year: [{ id: '2026', name: '2026年' }],
    unit: [{ id: 'own', name: '办公室' }],
    topic: [
      { id: 't1', name: '作风' },
      { id: 't2', name: '服务' },
    ],
    campaign: [],
  } as unknown as SearchManifest['values'];
  const at = (selection: Selection, isOwn = false) => selectionAt(values, selection, isOwn);

  test('means kinds and years by their ids, everything else by its name', () => {
    assert.deepEqual(at({ kind: ['texts'], year: ['2026'], topic: ['服务', '作风'] }), {
      kind: ['texts'],
      year: ['2026'],
      topic: ['t1', 't2'],
    });
  });

  test('excludes all of a site that does not know what is chosen', () => {
    assert.deepEqual(at({ topic: ['廉政'] }), { topic: [''] });
    assert.deepEqual(at({ kind: ['材料'] }), { kind: [''] });
    assert.deepEqual(at({ topic: ['廉政', '作风'] }), { topic: ['t1'] });
  });

  test('leaves open what nothing is chosen of', () => {
    assert.deepEqual(at({}), {});
    assert.deepEqual(at({ topic: [] }), {});
  });

  test('may use the own site’s ids there, on no other', () => {
    assert.deepEqual(at({ topic: ['t1'] }, true), { topic: ['t1'] });
    assert.deepEqual(at({ topic: ['t1'] }), { topic: [''] });
  });

  test('shows the handbook of the own site only', () => {
    assert.deepEqual(at({ kind: ['help', 'texts'] }, true), { kind: ['texts', 'help'] });
    assert.deepEqual(at({ kind: ['help', 'texts'] }), { kind: ['texts'] });
    assert.deepEqual(at({ kind: ['help'] }), { kind: [''] });
  });
});

describe('the values of a facet over several sites', () => {
  const value = (id: string, name: string, count: number, selected = false): FacetCount => ({
    id,
    name,
    count,
    selected,
  });

  test('are one where they are called the same, with their counts added', () => {
    assert.deepEqual(
      mergeFacets('topic', [[value('b', '作风', 2)], [value('x', '作风', 3), value('b', '服务', 1)]]),
      [value('作风', '作风', 5), value('服务', '服务', 1)],
    );
  });

  test('of kind and year are one by their ids, under the name of the first site', () => {
    assert.deepEqual(mergeFacets('kind', [[value('texts', '材料', 1)], [value('texts', '文件', 1)]]), [
      value('texts', '材料', 2),
    ]);
  });

  test('are selected where they are on one of the sites', () => {
    const selected = (...each: boolean[]) =>
      mergeFacets(
        'topic',
        each.map((is) => [value('a', '作风', 1, is)]),
      )[0]?.selected;
    assert.deepEqual(
      [selected(true, false), selected(false, true), selected(false, false)],
      [true, true, false],
    );
  });

  test('stand in the order of their ids', () => {
    const years = [[value('2025', '2025年', 1), value('2026', '2026年', 1)], [value('2024', '2024年', 1)]];
    assert.deepEqual(
      mergeFacets('year', years).map(({ id }) => id),
      ['2024', '2025', '2026'],
    );
    assert.deepEqual(mergeFacets('year', []), []);
  });
});
