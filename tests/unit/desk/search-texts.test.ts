import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchTexts } from '../../../src/domain/desk/search-texts.ts';

const TEXTS: [string, string][] = [
  ['texts/a.md', '为民服务，\n为民解难。为民服务。'],
  ['texts/b.md', '全面为民服\n务 的 ＡＢＣ 工作'],
  ['texts/c.md', '别的'],
];
const files = (words: string) => searchTexts(TEXTS, words).map(({ file }) => file);

describe('words in the texts of the content', () => {
  it('are found where they stand exactly, across ends of lines, most often first', () => {
    assert.deepEqual(files('为民服务'), ['texts/a.md', 'texts/b.md']);
    assert.deepEqual(
      searchTexts(TEXTS, '为民服务').map(({ count }) => count),
      [2, 1],
    );
    assert.deepEqual(files('服务为民'), []);
  });
  it('are the same in any width and case, with or without spaces', () => {
    assert.deepEqual(files('abc工 作'), ['texts/b.md']);
    assert.match(searchTexts(TEXTS, 'abc')[0]!.passage, /的ABC工作/);
  });
  it('come with what stands around them, 24 characters at most on each side', () => {
    const text = `${'前'.repeat(30)}中间${'后'.repeat(30)}`;
    assert.equal(searchTexts([['a', text]], '中间')[0]?.passage, `${'前'.repeat(24)}中间${'后'.repeat(24)}`);
  });
  it('that are no words find nothing, and no more than 100 files are told', () => {
    assert.deepEqual(files(' \n'), []);
    const many = Array.from({ length: 150 }, (_, index): [string, string] => [`t${index}`, '词']);
    assert.equal(searchTexts(many, '词').length, 100);
  });
  it('whose letters grow when made small still have their passage', () => {
    assert.match(searchTexts([['a', 'İstanbul 词']], '词')[0]!.passage, /词$/);
  });
});
