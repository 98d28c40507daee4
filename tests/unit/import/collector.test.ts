import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedText } from '../../../src/import/account/counted.ts';
import { Collector } from '../../../src/import/readers/collector.ts';

function finished(collect: (collector: Collector) => void, ...words: string[]) {
  const collector = new Collector();
  collect(collector);
  return collector.finish('试', { words: words.map((text) => countedText('正文', text)) });
}

describe('what a reader collects', () => {
  it('comes out even where every word was kept, replaced or left out, in order', () => {
    const { text, unexplained, fileCharacters } = finished((collector) => {
      collector.keep('甲', '正文');
      collector.replace('R', '☑', '正文', '符号');
      collector.leave('乙', '正文', '隐藏文字');
    }, '甲R乙');
    assert.deepEqual([text, unexplained, fileCharacters], ['甲☑\n', [], 3]);
  });
  it('is refused where a word of the file was passed over, and where one was met that is not in it', () => {
    assert.match(
      finished((collector) => {
        collector.keep('甲', '正文');
      }, '甲乙').unexplained.join(''),
      /文件里有 2 个字，读到 1 个/,
    );
    assert.match(
      finished((collector) => {
        collector.keep('甲', '脚注');
      }, '').unexplained.join(''),
      /脚注/,
    );
  });
  it('is held against the number of each character alone where a file has no order', () => {
    const collector = new Collector();
    collector.keep('乙甲', '第 1 页');
    const counted = { words: [countedText('第 1 页', '甲乙丙')], isUnordered: true };
    assert.deepEqual(collector.finish('试', counted).unexplained, ['第 1 页：读到的“丙”少了 1 个']);
  });
  it('is not called complete where nothing could be counted', () => {
    const collector = new Collector();
    collector.keep('甲', '正文');
    const { uncounted, unexplained } = collector.finish('试', { cannot: '数不了' });
    assert.deepEqual([uncounted, unexplained], ['数不了', []]);
  });
  it('shows the number of a line before its words, and leaves out that of a line without any', () => {
    const { text, added, leftOut } = finished((collector) => {
      collector.number('一、', '正文');
      collector.endLine();
      collector.number('二、', '正文');
      collector.leave('藏', '正文', '隐藏文字');
      collector.keep('甲', '正文');
    }, '一、二、藏甲');
    assert.deepEqual([text, added], ['二、甲\n', ['二、']]);
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['一、', '藏'],
    );
  });
  it('takes over another file with all that was said of it', () => {
    const inner = finished((collector) => {
      collector.keep('内', '正文');
      collector.leave('藏', '正文', '隐藏文字');
    }, '内藏');
    const { text, leftOut, fileCharacters, unexplained } = finished((collector) => {
      collector.keep('外', '正文');
      collector.absorb(inner, '嵌入的文档');
    }, '外');
    assert.deepEqual([text, fileCharacters, unexplained], ['外\n内\n', 3, []]);
    assert.equal(leftOut.length, 1);
  });
});
