import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitted } from '../../../src/papers/fitted.ts';
import type { Block, FormSheet } from '../../../src/papers/form.ts';
import { PHOTOS } from '../../../src/papers/forms/archive.ts';
import { RECORD, SIGN_IN } from '../../../src/papers/forms/meeting.ts';

const LONG = '围绕四个环节怎样对照检查、怎样立行立改、怎样建章立制'.repeat(3);
const sheetOf = ({ sheets: [sheet] }: { sheets: readonly FormSheet[] }) => sheet!;
const blockOf = <Kind extends Block['kind']>({ blocks }: FormSheet, kind: Kind) =>
  blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)!;

describe('a sheet whose fields hold more than a line', () => {
  const values = { meeting: LONG };

  it('gives up lines to write on, names to sign, or room for pictures, as much as the words take', () => {
    const record = sheetOf(RECORD);
    assert.equal(blockOf(fitted(record, { values }), 'area').lines, blockOf(record, 'area').lines - 1);
    const signIn = sheetOf(SIGN_IN);
    assert.equal(blockOf(fitted(signIn, { values }), 'roster').rows, blockOf(signIn, 'roster').rows - 2);
    const photos = sheetOf(PHOTOS);
    assert.equal(blockOf(fitted(photos, { values }), 'frames').height, blockOf(photos, 'frames').height - 5);
  });

  it('keeps some room whatever stands in its fields', () => {
    const all = { values: { meeting: LONG.repeat(30) } };
    assert.equal(blockOf(fitted(sheetOf(RECORD), all), 'area').lines, 2);
    assert.equal(blockOf(fitted(sheetOf(SIGN_IN), all), 'roster').rows, 8);
    assert.equal(blockOf(fitted(sheetOf(PHOTOS), all), 'frames').height, 40);
  });
});

it('a blank sheet, and one whose words fit, is as the form has it', () => {
  for (const values of [{}, { meeting: '怎么学' }])
    assert.equal(fitted(sheetOf(RECORD), { values }), sheetOf(RECORD));
});
