import { it } from 'node:test';
import { findDoubts } from '../../../src/domain/doubts/all-doubts.ts';

it('The rules of doubt come to an end in a text that is nothing but what they look for', () => {
  for (const mark of ['一', 'a', '“', '（', '1', '其中1条', '一是', '不准、'])
    findDoubts([mark.repeat(2_000)]);
});
