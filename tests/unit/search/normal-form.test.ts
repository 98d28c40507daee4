import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormalForm } from '../../../src/domain/search/normal-form.ts';
import { isGb2312 } from '../../../src/domain/search/gb2312.ts';
import { commonVariants } from '../../../src/domain/search/variants.ts';
import { simplificationTable } from '../../../src/search/traditional.ts';
import traditional from 'opencc-js/dict/TSCharacters';

const normalise = createNormalForm(simplificationTable());
const units = (text: string): string => normalise(text).units.join(' ');

test('every letter is a unit, and a run of Latin letters or digits is one', () => {
  assert.equal(units('第15号COVID疫苗'), '第 15 号 covid 疫 苗');
  assert.equal(units('Straße café 3A'), 'straße café 3a');
});

test('full-width letters, circled and compatibility characters become plain ones', () => {
  assert.equal(units('ＣＯＶＩＤ２０２６年①㎡'), 'covid2026 年 1m2');
  assert.equal(units('㈠ ⑴'), '一 1');
});

test('white space, quotation marks, brackets, title marks and middle dots vanish', () => {
  assert.equal(
    units('《“两 手　抓”》（试行）〔2026〕5号·卡尔•马克思'),
    '两 手 抓 试 行 2026 5 号 卡 尔 马 克 思',
  );
});

test('what vanishes still ends a run, so a document number keeps its own number', () => {
  assert.equal(units('国发〔2018〕12号'), '国 发 2018 12 号');
});

test('a run of other punctuation is one separator, whatever it is made of', () => {
  assert.equal(units('没有调查，没有发言权'), units('没有调查,没有发言权'));
  assert.equal(units('好。”，又'), '好 , 又');
  assert.equal(units('怎么办？！——看'), '怎 么 办 , 看');
  assert.equal(units('95%'), '95 ,');
});

test('Traditional and variant characters become Simplified, one for one', () => {
  assert.equal(units('學習羣衆裡藉口衞生'), units('学习群众里借口卫生'));
  assert.equal(units('乾部著作瞭解'), units('干部着作了解'));
});

test('letters with separate accents are those with built-in ones', () => {
  assert.deepEqual(normalise('cafe\u0301').units, ['café']);
  assert.deepEqual(normalise('か\u3099').units, ['が']);
});

test('every unit knows where it stands in the text', () => {
  const text = '“𠮷野”，２０２６年';
  const { units: found, starts, ends } = normalise(text);
  assert.deepEqual(
    found.map((_, at) => text.slice(starts[at], ends[at])),
    ['𠮷', '野', '，', '２０２６', '年'],
  );
});

test('a text of GB 2312 characters has the same form without the table of Traditional ones', () => {
  const plain = createNormalForm(new Map());
  for (const entry of traditional.split('|')) {
    const source = entry.split(' ')[0]!;
    if (isGb2312(source)) assert.deepEqual(plain(source).units, normalise(source).units, source);
  }
  for (const standard of commonVariants.values()) assert.ok(isGb2312(standard), standard);
});

test('what the table yields is not folded any further', () => {
  const table = simplificationTable();
  for (const [source, target] of table) assert.equal(units(source), units(target), source + target);
});
