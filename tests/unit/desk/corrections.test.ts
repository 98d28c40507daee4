import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { filePartsOf } from '../../../src/desk/items/edit-text.ts';
import { proposedCorrections } from '../../../src/desk/write/corrections.ts';
import type { EditedBlock } from '../../../src/domain/desk/api.ts';
import { wordChanges } from '../../../src/domain/desk/word-changes.ts';
import { entryFile } from '../../support/site.ts';

describe('A change of a paragraph is told as a 校订', () => {
  const changed = (before: string, after: string) =>
    wordChanges(before, after)?.map(({ original, corrected }) => `${original}→${corrected}`);
  it('names what is otherwise, with the neighbours that make it stand there once', () => {
    assert.deepEqual(changed('总经经验，查找差距', '总结经验，查找差距'), ['总经经→总结经']);
    assert.deepEqual(changed('甲乙。甲丙。', '甲乙。甲丁。'), ['丙→丁']);
    assert.deepEqual(changed('一是好。一是好，', '一是好。二是好，'), ['。一是→。二是']);
  });
  it('has something to stand for what is left out and what is put in', () => {
    assert.deepEqual(changed('用三个方办法。', '用三个办法。'), ['个方办→个办']);
    assert.deepEqual(changed('办法', '新办法'), ['办→新办']);
    assert.deepEqual(changed('办法', '办法。'), ['法→法。']);
  });
  it('tells changes far from each other apart, and near ones as one', () => {
    assert.deepEqual(changed('甲一二三四五六乙', '丙一二三四五六丁'), ['甲→丙', '乙→丁']);
    assert.deepEqual(changed('甲一二乙', '丙一二丁'), ['甲一二乙→丙一二丁']);
    assert.deepEqual(changed('同', '同'), []);
  });
  it('does not cut a character of two code units', () => {
    assert.deepEqual(changed('𠮷甲', '𠮷乙'), ['甲→乙']);
    assert.deepEqual(changed('甲甲𠮷', '甲甲甲𠮷'), ['甲𠮷→甲甲𠮷']);
  });
  it('has no words across a line break, and none for blanks alone', () => {
    assert.equal(changed('甲\n乙', '甲乙'), undefined);
    assert.equal(changed('', '甲'), undefined);
  });
});

describe('Changes of a published text are proposed as 校订', () => {
  const HEAD = { title: '题名' };
  const proposed = (body: string, change: (blocks: EditedBlock[]) => void, fields: object = HEAD) => {
    const text = entryFile(body, { ...HEAD, ...fields });
    const blocks = readBlocks(filePartsOf(text).body, false)!.map(({ block }, origin) => ({
      ...block,
      origin,
    }));
    change(blocks);
    return proposedCorrections(text, blocks, false);
  };
  const say = (index: number, text: string) => (blocks: EditedBlock[]) => {
    blocks[index] = { kind: 'paragraph', content: [{ type: 'text', text }], origin: index };
  };
  it('by their paragraphs as the page counts them', () => {
    assert.deepEqual(proposed('第一段。\n\n- 甲\n- 乙\n\n总经。', say(2, '总结。')), [
      { paragraph: 4, original: '经', corrected: '结' },
    ]);
  });
  it('whatever marks stand in it, and in which order', () => {
    const strong = { type: 'strong' } as const;
    const link = { type: 'link', href: 'texts/a' } as const;
    const found = proposed('**[甲](texts/a)**乙。', (blocks) => {
      const content = [
        { type: 'text' as const, text: '丙', marks: [link, strong] },
        { type: 'text' as const, text: '乙。' },
      ];
      blocks[0] = { kind: 'paragraph', content, origin: 0 };
    });
    assert.deepEqual(found, [{ paragraph: 1, original: '甲', corrected: '丙' }]);
  });
  it('unless paragraphs were added or taken away', () => {
    assert.throws(() => proposed('甲。\n\n乙。', (blocks) => blocks.pop()), /增删/);
    assert.throws(
      () =>
        proposed('甲。', (blocks) =>
          blocks.push({ kind: 'paragraph', content: [{ type: 'text', text: '乙' }] }),
        ),
      /增删/,
    );
  });
  it('unless looks were changed, or nothing was', () => {
    assert.throws(
      () =>
        proposed('甲。', (blocks) => {
          blocks[0] = {
            kind: 'paragraph',
            content: [{ type: 'text', text: '甲。', marks: [{ type: 'strong' }] }],
            origin: 0,
          };
        }),
      /格式/,
    );
    assert.throws(() => proposed('甲。', () => undefined), /没有改动文字/);
  });
  it('unless an earlier one stands there', () => {
    const corrections = [{ paragraph: 'p1', original: '总经', corrected: '总结', reason: '误录' }];
    assert.throws(() => proposed('总经。', say(0, '总理。'), { corrections }), /已有一条校订/);
    assert.equal(proposed('总经。查找。', say(0, '总经。查遭。'), { corrections }).length, 1);
  });
});
