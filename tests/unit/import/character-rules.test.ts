import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RADICALS } from '../../../src/domain/radicals.ts';
import { applyEdits } from '../../../src/import/edits.ts';
import { circleZeros } from '../../../src/import/rules/circle-zeros.ts';
import { ideographForms } from '../../../src/import/rules/ideograph-forms.ts';
import type { Rule } from '../../../src/import/rules/rule.ts';

const applied = (rule: Rule, text: string) => applyEdits(text, rule.edits(text, 'plain'));

describe('characters that are only drawn like others', () => {
  it('become these: radicals of Kangxi and of the supplement', () => {
    assert.equal(
      applied(ideographForms, '⼈⺠⼯⻓，⻅微知著，⻋⻢⻥⻦，⻘年⼀代'),
      '人民工长，见微知著，车马鱼鸟，青年一代',
    );
  });
  it('become these again in the next text, as in the first', () => {
    for (let times = 0; times < 3; times += 1) assert.equal(applied(ideographForms, '以后的⼈'), '以后的人');
  });
  it('take the Simplified form in a Simplified text only', () => {
    assert.equal(applied(ideographForms, '各⽤⼾的门'), '各用户的门');
    assert.equal(applied(ideographForms, '各⽤⼾應當關門並報警'), '各用戶應當關門並報警');
  });
  it('are told one by one', () => {
    assert.deepEqual(ideographForms.edits('⼈和⺠', 'plain'), [
      { at: 0, removed: '⼈', inserted: '人', note: '⼈→人' },
      { at: 2, removed: '⺠', inserted: '民', note: '⺠→民' },
    ]);
  });
  it('stay where they stand alone in quotation marks, as signs that are spoken of', () => {
    assert.equal(applied(ideographForms, '偏旁“⺮”和“⺮头”'), '偏旁“⺮”和“𥫗头”');
  });
  it('are marks for vertical lines, compatibility ideographs and joined letters, too', () => {
    assert.equal(applied(ideographForms, '︵一︶金年，︑ofﬁce'), '（一）金年，、office');
  });
  it('are all radicals of Unicode that stand for an ideograph, each for one', () => {
    assert.equal(RADICALS.size, 328);
    for (const [radical, ideograph] of RADICALS) {
      assert.match(radical, /^[\u2E80-\u2FD5]$/u);
      assert.match(ideograph, /^\p{Unified_Ideograph}$/u);
      if (radical >= '\u2f00') assert.equal(radical.normalize('NFKC'), ideograph);
    }
  });
});

describe('what stands for the zero of Chinese numbers', () => {
  it('becomes 〇: circles, letters, figures', () => {
    assert.equal(
      applied(circleZeros, '二○二六年、二Ｏ二六年、一九九0年、二○○八、九○年代、一○条'),
      '二〇二六年、二〇二六年、一九九〇年、二〇〇八、九〇年代、一〇条',
    );
  });
  it('stays elsewhere: boxes to tick, bullets, Latin words, Arabic numbers', () => {
    const text = '○一是学习；甲一○乙二○；一OK；第10条；二〇二六年';
    assert.equal(applied(circleZeros, text), text);
  });
});
