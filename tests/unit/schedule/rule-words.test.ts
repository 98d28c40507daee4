import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RHYTHMS, type Recurrence } from '../../../src/domain/schedule/plan.ts';
import { readRuleWords, ruleWords } from '../../../src/domain/schedule/table/rule-words.ts';

describe('the words of a rule in a table of this project', () => {
  it('say it as people do, with the ends that it has', () => {
    assert.equal(ruleWords({ every: 'month', day: 5, time: '15:00' }), '每月5日 15:00');
    assert.equal(ruleWords({ every: 'month', weekday: 5, nth: 'last' }), '每月最后一个周五');
    assert.equal(
      ruleWords({ every: 'quarter', from: '2027-01-01', until: { stage: 'study', edge: 'end' } }),
      '每季度，2027-01-01起，至阶段study结束',
    );
  });

  it('are read back as the rule that they came from, whatever it says', () => {
    const places: Omit<Recurrence, 'every'>[] = [
      {},
      { day: 1 },
      { day: 31, time: '09:05' },
      { weekday: 7 },
      { weekday: 1, nth: 5 },
      { weekday: 3, nth: 'last', time: '23:59' },
    ];
    const ends: Omit<Recurrence, 'every'>[] = [
      {},
      { from: '2027-01-01' },
      { until: { campaign: 'end' } },
      { from: { stage: 'part-开始', edge: 'start' }, until: { session: 's3' } },
      { from: { plan: 'other-plan', session: 'day-2027-03' }, until: '2027-12-31' },
    ];
    for (const every of RHYTHMS)
      for (const place of places)
        for (const end of ends) {
          const rule = { every, ...place, ...end };
          assert.deepEqual(readRuleWords(ruleWords(rule)), rule, ruleWords(rule));
        }
  });

  it('are none where anything else stands in them', () => {
    for (const words of ['', '每月', '每月5日前', '每月5日，另行通知', '每年5日', '每月第六个周五'])
      assert.equal(readRuleWords(words) === undefined, words !== '每月', words);
  });
});
