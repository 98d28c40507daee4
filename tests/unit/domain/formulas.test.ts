import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mentionFinder, paragraphOfItem, verdictOf } from '../../../src/domain/formulas.ts';

describe('the verdict on a list', () => {
  const verdict = (number: number | undefined, items: number, more = false) =>
    verdictOf({ number, items, more });

  test('is right where as many things are listed as the name says, with 等 or without', () => {
    assert.equal(verdict(5, 5), '相符');
    assert.equal(verdict(5, 5, true), '相符');
  });

  test('is that only some are listed where there are fewer and the list goes on', () => {
    assert.equal(verdict(5, 4, true), '部分列举');
    assert.equal(verdict(5, 1, true), '部分列举');
    assert.equal(verdict(5, 4), '不符');
    assert.equal(verdict(5, 6, true), '不符');
    assert.equal(verdict(5, 6), '不符');
  });

  test('is none where nothing is listed or no number is named', () => {
    assert.equal(verdict(5, 0, true), '未列举');
    assert.equal(verdict(undefined, 0), '未列举');
    assert.equal(verdict(undefined, 3), '无法判定');
  });
});

describe('the formulas that a text names', () => {
  const find = mentionFinder([
    { id: 'five', name: '五不准' },
    { id: 'long', name: '五不准三公开', aliases: ['“三公开”（试行）', '三公开'] },
    { id: 'same', name: '四必须' },
  ]);
  const found = (text: string) => find(text).map(({ id, at, length }) => `${id} ${at}+${length}`);

  test('are found wherever they stand, by name and alias', () => {
    assert.deepEqual(found('落实四必须、五不准，重申四必须'), ['same 2+3', 'five 6+3', 'same 12+3']);
    assert.deepEqual(found('“三公开”（试行）与三公开'), ['long 0+9', 'long 10+3']);
    assert.deepEqual(found('都不是'), []);
    assert.deepEqual(found(''), []);
  });

  test('are the longest at each place', () => {
    assert.deepEqual(found('五不准三公开'), ['long 0+6']);
    const either = mentionFinder([
      { id: 'a', name: '学' },
      { id: 'b', name: '学习' },
      { id: 'c', name: '学习会' },
    ]);
    assert.deepEqual(
      either('学习会、学习、学')
        .map(({ id }) => id)
        .join(''),
      'cba',
    );
  });

  test('are not part of a longer number', () => {
    for (const text of ['十五不准', '百五不准', '2五不准']) assert.deepEqual(found(text), [], text);
    assert.deepEqual(found('第十、五不准'), ['five 3+3']);
    const digits = mentionFinder([
      { id: 'n', name: '3个必须' },
      { id: 'w', name: '学3' },
    ]);
    assert.deepEqual(digits('13个必须'), []);
    assert.deepEqual(digits('一学3').length, 1);
  });

  test('are none where there are no formulas', () => {
    assert.deepEqual(mentionFinder([])('五不准'), []);
    assert.deepEqual(mentionFinder([])(''), []);
  });
});

describe('the paragraph that sets out an item', () => {
  const paragraphs = (...texts: string[]) => texts.map((text, at) => ({ anchor: `p${at + 1}`, text }));
  const text = paragraphs(
    '“五不准”是不准迟到、不准推诿等。',
    '不准推诿，首问要负责。',
    '一、不准迟到。提前到岗。',
    '（二）“不准推诿”。',
    '3. 是不准吃请，更不准收礼。',
  );
  const of = (item: string, list?: string) => paragraphOfItem(item, text, list);

  test('begins with it behind the list, its number and marks aside', () => {
    assert.equal(of('不准迟到', 'p1'), 'p3');
    assert.equal(of('不准推诿', 'p1'), 'p2');
    assert.equal(of('不准推诿', 'p2'), 'p4');
  });

  test('may be the one of the list itself where no list is known', () => {
    assert.equal(paragraphOfItem('不准迟到', paragraphs('不准迟到', '不准迟到'), undefined), 'p1');
    assert.equal(paragraphOfItem('不准迟到', paragraphs('不准迟到', '不准迟到'), 'p1'), 'p2');
  });

  test('else holds it, from the list on, and before the list at last', () => {
    assert.equal(of('不准收礼', 'p1'), 'p5');
    assert.equal(of('首问', 'p3'), 'p2');
    assert.equal(paragraphOfItem('乙', paragraphs('甲乙', '列表', '又乙'), 'p2'), 'p3');
    assert.equal(paragraphOfItem('乙', paragraphs('甲', '列乙', '丙'), 'p2'), 'p2');
  });

  test('is none where no paragraph holds it', () => {
    assert.equal(of('不准跑官', 'p1'), undefined);
    assert.equal(of('不准跑官'), undefined);
  });
});
