import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neighboursOf } from '../../../src/domain/neighbours.ts';
import { entry } from './entries.ts';

const conduct = { id: 'conduct', name: '作风建设' };
const service = { id: 'service', name: '服务质量' };
const campaign = { id: 'conduct-2026', name: '转作风' };

describe('the neighbours of an entry', () => {
  const entries = [
    entry('newest', { topics: [conduct, service], campaign }),
    entry('speech', { kind: 'speeches', topics: [conduct, service], campaign }),
    entry('middle', { topics: [conduct] }),
    entry('oldest'),
  ];
  const found = neighboursOf(entries);
  const of = (key: string) => {
    const neighbours = found.get(key);
    assert.ok(neighbours);
    return neighbours;
  };

  it('are the next older and next newer one of the same kind', () => {
    assert.equal(of('texts/middle').previous?.id, 'oldest');
    assert.equal(of('texts/middle').next?.id, 'newest');
    assert.equal(of('texts/newest').next, undefined);
    assert.equal(of('texts/oldest').previous, undefined);
    assert.deepEqual([of('speeches/speech').previous, of('speeches/speech').next], [undefined, undefined]);
  });
  it('are related by topics and campaign, the one that shares most first, never the entry itself', () => {
    assert.deepEqual(
      of('texts/newest').related.map(({ key }) => key),
      ['speeches/speech', 'texts/middle'],
    );
    assert.deepEqual(of('texts/oldest').related, []);
  });
  it('are at most three related ones, found without comparing all with all', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => entry(`e${index}`, { topics: [conduct] }));
    const started = performance.now();
    const neighbours = neighboursOf(many);
    assert.ok(performance.now() - started < 3000);
    assert.equal(neighbours.get('texts/e10000')?.related.length, 3);
  });
  it('of an empty list are none', () => {
    assert.equal(neighboursOf([]).size, 0);
  });
});
