import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  applyEdits,
  EditMismatch,
  linesOf,
  removeLine,
  revertEdits,
  type Edit,
} from '../../../src/import/edits.ts';

const edits: Edit[] = [
  { at: 0, removed: '甲', inserted: '' },
  { at: 2, removed: '', inserted: '〔补〕' },
  { at: 3, removed: '丁𠮷', inserted: '戊' },
];

it('edits that are applied and then reverted give the text back', () => {
  const text = '甲乙丙丁𠮷己';
  const changed = applyEdits(text, edits);
  assert.equal(changed, '乙〔补〕丙戊己');
  assert.equal(revertEdits(changed, edits), text);
});

it('an edit that does not find its words is refused', () => {
  assert.throws(() => applyEdits('甲乙', [{ at: 0, removed: '乙', inserted: '' }]), EditMismatch);
});

it('edits that overlap or stand out of order are refused', () => {
  const overlapping = [
    { at: 0, removed: '甲乙', inserted: '' },
    { at: 1, removed: '乙', inserted: '' },
  ];
  assert.throws(() => applyEdits('甲乙丙', overlapping), EditMismatch);
});

it('a line is removed with its line end', () => {
  const text = '甲\n乙\n丙';
  const [, second, third] = linesOf(text);
  assert.ok(second && third);
  assert.equal(applyEdits(text, [removeLine(text, second)]), '甲\n丙');
  assert.equal(applyEdits(text, [removeLine(text, third)]), '甲\n乙\n');
});
