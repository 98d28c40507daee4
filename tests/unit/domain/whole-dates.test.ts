import assert from 'node:assert/strict';
import { it } from 'node:test';
import { datedPieces } from '../../../src/domain/whole-dates.ts';

const dates = (words: string) =>
  datedPieces(words).flatMap((piece) => (piece.kind === 'date' ? [[piece.day, piece.weekday]] : []));

it('a date is one piece, with its year where it has one, and its weekday beside it', () => {
  assert.deepEqual(dates('于2026年9月18日（周五）14:30—16:00开会，9月21日补学，10月报送，2026年总结'), [
    ['2026年9月18日', '（周五）'],
    ['14:30—16:00', ''],
    ['9月21日', ''],
    ['10月', ''],
    ['2026年', ''],
  ]);
});

it('the number of a turn is not parted from its word', () => {
  assert.deepEqual(dates('每周工作动态（第10次）、主题党日（第1次，1月）'), [
    ['（第10次', ''],
    ['（第1次', ''],
    ['1月', ''],
  ]);
});

it('words without a date are one piece, and no words are none', () => {
  assert.deepEqual(datedPieces('每月学习两次（周五）'), [{ kind: 'words', text: '每月学习两次（周五）' }]);
  assert.deepEqual(datedPieces(''), []);
});

it('the pieces together are the words', () => {
  for (const words of [
    '9月18日',
    '原定9月25日（周五），改在9月28日（周一）。',
    '第3次，3月',
    '2026年9月18日\n（周五）14:30',
  ]) {
    const together = datedPieces(words).map((piece) =>
      piece.kind === 'words' ? piece.text : piece.day + piece.weekday,
    );
    assert.equal(together.join(''), words);
  }
});
