import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enclosed, enclosureOf } from '../../../src/import/readers/fields/enclosed.ts';
import { eqWords } from '../../../src/import/readers/fields/eq.ts';
import { FieldNumbers } from '../../../src/import/readers/fields/field-numbers.ts';
import { fieldWords } from '../../../src/import/readers/fields/field-words.ts';

function words(instruction: string, surroundings: { font?: string; isChecked?: boolean } = {}) {
  const { font, isChecked = false } = surroundings;
  return fieldWords(instruction, { font, isChecked, numbers: new FieldNumbers() });
}

function shown(instruction: string, surroundings = {}): string | undefined {
  const found = words(instruction, surroundings);
  return 'shown' in found ? found.shown : undefined;
}

describe('an EQ field', () => {
  it('shows a character without the reading above it, and says the reading', () => {
    const guide = ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(xué),学)';
    assert.deepEqual(eqWords(guide), { shown: '学', readings: ['xué'] });
    assert.deepEqual(eqWords('EQ \\o(\\s\\up 5(kē),科)').readings, ['kē']);
  });
  it('shows enclosed characters by those that Unicode has, else in brackets', () => {
    const cases = {
      ...{
        '○,三': '㊂',
        '○,15': '⑮',
        '○,A': 'Ⓐ',
        '○,办': '（办）',
        '□,四': '［四］',
        '△,急': '（急）',
        '五,○': '㊄',
      },
    };
    for (const [items, mark] of Object.entries(cases))
      assert.equal(eqWords(`eq \\o\\ac(${items})`).shown, mark, items);
  });
  it('shows combined characters one after the other', () => {
    assert.equal(eqWords(' eq \\o(\\s\\up 5(办公),\\s\\do 2(会议)) ').shown, '办公会议');
  });
  it('shows fractions, roots, powers and brackets so that they cannot be read as something else', () => {
    const cases = {
      ...{ '\\f(3,7)': '3/7', '\\f(a+b,c)': '(a+b)/c', '\\r(2)': '√2', '\\r(3,x+1)': '³√(x+1)' },
      ...{ 'x\\s\\up8(2)': 'x²', '\\b\\bc\\[(\\f(1,2))': '[1/2]', '\\i(0,1,x)': '∫_0^1 x', '\\x(框)': '框' },
      ...{ '\\a\\al\\co2(1,2)': '1 2', '\\l(A,B)': 'A,B', 'a(b,c)d': 'a(b,c)d', '\\o(a\\,b)': 'a,b' },
    };
    for (const [code, line] of Object.entries(cases)) assert.equal(eqWords(`EQ ${code}`).shown, line, code);
  });
  it('never fails, however it is broken off or nested', () => {
    for (const code of ['', '\\', '\\o(', '\\o\\ac(○', '\\f(1', `${'\\f('.repeat(500)}1`])
      assert.ok(eqWords(`EQ ${code}`));
  });
});

describe('a field without a result', () => {
  it('shows a sign of the font that it names, of the font around it, or a character', () => {
    assert.equal(shown(' SYMBOL 168 \\f "Wingdings" \\s 12 '), '□');
    assert.equal(shown(' SYMBOL 0x52 \\f Wingdings\\ 2 ', { font: 'Wingdings 2' }), 'R');
    assert.equal(shown(' SYMBOL 82 ', { font: 'Wingdings 2' }), '☑');
    assert.equal(shown(' SYMBOL 8730 \\u '), '√');
    assert.equal(shown(' SYMBOL 169 '), '©');
    assert.deepEqual(words(' SYMBOL 31 \\f "Wingdings" '), { leftOut: '认不出的符号（SYMBOL 域）' });
  });
  it('shows the words of buttons and quotes, and boxes as they are ticked', () => {
    assert.equal(shown(' MACROBUTTON  NoMacro [填写 姓名] '), '[填写 姓名]');
    assert.equal(shown(' QUOTE "原话" '), '原话');
    assert.equal(shown(' FORMCHECKBOX ', { isChecked: true }), '☑');
    assert.equal(shown(' FORMCHECKBOX '), '□');
  });
  it('that shows nothing is left out by its name', () => {
    assert.deepEqual(words(' XE "词" '), { leftOut: '索引项等域代码（读者本来看不到）' });
    assert.deepEqual(words(' DATE \\@ "yyyy" '), { leftOut: '没有结果的 DATE 域' });
    assert.deepEqual(words(''), { leftOut: '域代码' });
  });
});

describe('numbers of fields', () => {
  it('LISTNUM counts each level, anew below a new number, from where it is told', () => {
    const numbers = new FieldNumbers();
    const count = (...codes: string[]) => codes.map((code) => numbers.listNumber(`LISTNUM ${code}`));
    assert.deepEqual(count('', 'NumberDefault \\l 2', '\\l 2', '', '\\l 2 \\s 5'), [
      '1)',
      'a)',
      'b)',
      '2)',
      'e)',
    ]);
    assert.deepEqual(count('LegalDefault \\l 3', 'OutlineDefault', '"OutlineDefault" \\l 2'), [
      '1.1.1.',
      'I.',
      'A.',
    ]);
  });
  it('LISTNUM counts in a list of the file where that has the name', () => {
    const numbers = new FieldNumbers((list, level) => (list === '自定' ? `第${level + 1}级 ` : undefined));
    assert.equal(numbers.listNumber('LISTNUM 自定 \\l 2'), '第2级');
  });
  it('AUTONUM counts through the file', () => {
    const numbers = new FieldNumbers();
    assert.deepEqual(
      ['AUTONUM', 'AUTONUMLGL', 'AUTONUMOUT'].map((name) => numbers.autoNumber(name)),
      ['1.', '2.', 'III.'],
    );
  });
});

describe('enclosed characters', () => {
  it('go round numbers as far as Unicode has them', () => {
    assert.deepEqual(
      ['0', '20', '21', '50', '51'].map((number) => enclosed(number, 'circle')),
      ['⓪', '⑳', '㉑', '㊿', '（51）'],
    );
    assert.equal(enclosureOf('字'), undefined);
  });
});
