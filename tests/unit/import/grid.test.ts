import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gridRows } from '../../../src/import/readers/grid.ts';

function row(words: string, edges?: number[]) {
  return { cells: Array.from(words, (text) => [{ text }]), edges };
}

function columns(rows: ReturnType<typeof row>[]): string[] {
  return gridRows(rows).map((cells) => cells.map((cell) => cell[0]?.text ?? '-').join(''));
}

describe('cells by their edges', () => {
  it('stand under the heads that they belong to', () => {
    assert.deepEqual(columns([row('甲乙', [0, 100, 300]), row('丙丁戊', [0, 100, 200, 300])]), [
      '甲乙',
      '丙丁戊',
    ]);
    assert.deepEqual(columns([row('甲乙', [0, 200, 300]), row('丙丁戊', [0, 100, 200, 300])]), [
      '甲-乙',
      '丙丁戊',
    ]);
  });
  it('are taken for one edge where they differ by a rounding', () => {
    assert.deepEqual(columns([row('甲乙', [0, 101, 200]), row('丙丁', [3, 99, 204])]), ['甲乙', '丙丁']);
  });
  it('stay in their order where a row does not say them, or says too few or too many', () => {
    assert.deepEqual(columns([row('甲乙'), row('丙丁', [0, 100])]), ['甲乙', '丙丁']);
    assert.deepEqual(gridRows([]), []);
    const many = row(
      '甲',
      Array.from({ length: 500 }, (_, index) => index * 1000),
    );
    assert.deepEqual(columns([many]), ['甲']);
  });
});
