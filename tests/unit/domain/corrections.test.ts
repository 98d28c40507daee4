import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { correctionIds, placeCorrections } from '../../../src/domain/corrections.ts';
import type { Correction } from '../../../src/domain/entry.ts';

const TEXTS: Record<string, string> = { p1: '没有调查就没有发言权', p2: '学习学习再学习' };
const correction = (paragraph: string, original: string) =>
  ({ paragraph, original, corrected: '', reason: '笔误' }) as unknown as Correction;

function placed(...corrections: [paragraph: string, original: string][]) {
  const { placed: found, problems } = placeCorrections(
    corrections.map(([paragraph, original]) => correction(paragraph, original)),
    (anchor) => TEXTS[anchor],
  );
  return {
    placed: [...found].map(([anchor, list]) => [
      anchor,
      ...list.map(({ start, end, index }) => `${index}:${start}-${end}`),
    ]),
    problems: problems.map(({ index, kind }) => `${index}:${kind}`),
  };
}

describe('a correction', () => {
  test('stands where its original does, in the order of the text, whatever that of the record', () => {
    assert.deepEqual(placed(['p1', '发言'], ['p1', '没有调查'], ['p2', '再']), {
      placed: [
        ['p1', '1:0-4', '0:7-9'],
        ['p2', '2:4-5'],
      ],
      problems: [],
    });
  });

  test('of a paragraph that is not there cannot be made', () => {
    assert.deepEqual(placed(['p9', '学习']), { placed: [], problems: ['0:no paragraph'] });
  });

  test('whose original does not stand in its paragraph cannot be made', () => {
    assert.deepEqual(placed(['p1', '学习']).problems, ['0:no original']);
  });

  test('whose original stands there twice cannot be made, since nobody knows which is meant', () => {
    assert.deepEqual(placed(['p2', '学习'], ['p1', '没有']).problems, [
      '0:original twice',
      '1:original twice',
    ]);
  });

  test('that overlaps an earlier one cannot be made; one that touches it can', () => {
    assert.deepEqual(placed(['p1', '调查就'], ['p1', '就没有发'], ['p1', '没有发言'], ['p1', '没有调']), {
      placed: [['p1', '0:2-5', '2:5-9']],
      problems: ['1:overlap', '3:overlap'],
    });
    assert.deepEqual(placed(['p1', '没有发言'], ['p1', '调查就']).problems, []);
    assert.deepEqual(placed(['p1', '调查'], ['p1', '没有调查就']).problems, ['1:overlap']);
  });

  test('does not hinder one at the same place of another paragraph', () => {
    assert.deepEqual(placed(['p1', '没有调查'], ['p2', '学习学习']).problems, []);
  });

  test('has ids that are counted from 1 in the order of the record', () => {
    assert.deepEqual(correctionIds(0), { mark: 'corrected-1', note: 'correction-1' });
    assert.deepEqual(correctionIds(9), { mark: 'corrected-10', note: 'correction-10' });
  });
});
