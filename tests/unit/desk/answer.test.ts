import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerTo, unanswered } from '../../../src/domain/desk/answer.ts';

const doubt = (words: string, paragraph?: number) => ({
  kind: '半角标点' as const,
  words,
  reason: `“${words}”里有半角标点`,
  ...(paragraph === undefined ? {} : { paragraph }),
});
const BECAUSE = '原件如此';

describe('An answer to a doubt settles that doubt and as few others as it can', () => {
  it('names its words, which outlast a paragraph that is added before them', () => {
    const one = doubt('按时,报送', 3);
    assert.deepEqual(answerTo(one, [one, doubt('会议,记录', 4)], BECAUSE), {
      doubt: '半角标点',
      at: '按时,报送',
      because: BECAUSE,
    });
  });
  it('names its paragraph where other paragraphs have the same words, or they cannot be written on a line', () => {
    const one = doubt('按时,报送', 3);
    assert.equal(answerTo(one, [one, doubt('按时,报送', 9)], BECAUSE).at, 'p3');
    const unseen = doubt('按时\u0007', 3);
    assert.equal(answerTo(unseen, [unseen], BECAUSE).at, 'p3');
    assert.equal(answerTo(doubt('', 3), [], BECAUSE).at, 'p3');
  });
  it('names its words where it is about no paragraph', () => {
    const one = doubt('合计 12');
    assert.equal(answerTo(one, [one], BECAUSE).at, '合计 12');
  });
  it('leaves the doubts that no answer is about', () => {
    const [one, other] = [doubt('甲,', 1), doubt('乙,', 2)];
    const answer = answerTo(one, [one, other], BECAUSE);
    assert.deepEqual(unanswered([one, other], [answer]), [other]);
    assert.deepEqual(unanswered([one, other], [{ ...answer, doubt: '日期' }]), [one, other]);
  });
});
