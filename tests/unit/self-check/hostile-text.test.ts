import { test } from 'node:test';
import { checkText } from '../../../src/domain/self-check/check-text.ts';
import { ASKS_NOTHING, textOf } from './texts.ts';

test('a text that is nothing but marks, or one word over and over, is looked through to its end', () => {
  for (const piece of ['[', '(', '“', '《', '{}', '五不准', '我们', '的', '）'])
    checkText(textOf(piece.repeat(100_000 / piece.length)), ASKS_NOTHING);
});
