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
  it('are at most three related ones, of equals those whose keys come first', () => {
    const many = Array.from({ length: 9 }, (_, index) => entry(`e${index}`, { topics: [conduct] }));
    const related = (key: string) =>
      neighboursOf(many)
        .get(key)
        ?.related.map(({ id }) => id);
    assert.deepEqual(related('texts/e4'), ['e0', 'e1', 'e2']);
    assert.deepEqual(related('texts/e0'), ['e1', 'e2', 'e3']);
  });
  it('are related within four entries of a topic, up and down its list', () => {
    const many = Array.from({ length: 11 }, (_, index) => entry(`e${index}`, { topics: [conduct] }));
    const withTopic = (at: number) => {
      const changed = many.map((one, index) => (index === at ? { ...one, campaign } : one));
      changed[5] = { ...changed[5]!, campaign };
      return neighboursOf(changed).get('texts/e5')?.related[0]?.id;
    };
    assert.deepEqual([1, 9].map(withTopic), ['e1', 'e9']);
    const far = neighboursOf(many)
      .get('texts/e10')
      ?.related.map(({ id }) => id);
    assert.deepEqual(far, ['e6', 'e7', 'e8']);
  });
  it('of an empty list do not exist', () => {
    assert.equal(neighboursOf([]).size, 0);
  });
});
