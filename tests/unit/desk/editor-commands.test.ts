import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import {
  addBlock,
  addLink,
  addNote,
  deeper,
  KEYS,
  newParagraph,
  pasteBlocks,
  shallower,
  toggleList,
  toggleQuote,
  withFreshLabels,
} from '../../../src/desk/client/editor/commands.ts';
import { blocksOf, documentOf, nodesOf } from '../../../src/desk/client/editor/convert.ts';
import {
  addColumn,
  addRow,
  goToCell,
  newTable,
  removeColumn,
  removeRow,
  removeTable,
  toggleHead,
} from '../../../src/desk/client/editor/table-commands.ts';
import { readBlocks } from '../../../src/desk/body/read-blocks.ts';
import { writeBlocks } from '../../../src/desk/body/write-blocks.ts';

/** A text in the editor with the cursor behind the mark ‸, and what it is written as after commands. */
function edited(body: string, ...commands: Command[]): string {
  const text = body.replace('‸', '');
  let state = EditorState.create({ doc: documentOf(readBlocks(text, false)!.map(({ block }) => block)) });
  const before =
    body
      .slice(0, body.indexOf('‸'))
      .match(/[^\s|>*-]+\s*$/)?.[0]
      .trim() ?? '';
  let cursor = 0;
  state.doc.descendants((node, at) => {
    const index = node.isText ? (node.text ?? '').indexOf(before) : -1;
    if (cursor === 0 && index >= 0) cursor = at + index + before.length;
  });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, cursor)));
  for (const command of commands)
    assert.ok(
      command(state, (transaction) => (state = state.apply(transaction))),
      'the command applies',
    );
  return writeBlocks(text, false, blocksOf(state.doc));
}

const type: (words: string) => Command = (words) => (state, dispatch) => {
  dispatch?.(state.tr.insertText(words));
  return true;
};

const TABLE = '| 甲 | 乙 |\n| --- | --- |\n| 丙‸ | 丁 |\n';

describe('A table in the editor', () => {
  it('gets rows and columns where the cursor is, and loses them', () => {
    assert.equal(edited(TABLE, addRow('behind'), type('新')), `${TABLE.replace('‸', '')}| 新 |  |\n`);
    assert.equal(
      edited(TABLE, addRow('before'), type('新')),
      '| 甲 | 乙 |\n| --- | --- |\n| 新 |  |\n| 丙 | 丁 |\n',
    );
    assert.equal(edited(TABLE, removeRow), '| 甲 | 乙 |\n| --- | --- |\n');
    assert.equal(
      edited(TABLE, addColumn('behind'), type('新')),
      '| 甲 |  | 乙 |\n| --- | --- | --- |\n| 丙 | 新 | 丁 |\n',
    );
    assert.equal(
      edited(TABLE, addColumn('before'), type('新')),
      '|  | 甲 | 乙 |\n| --- | --- | --- |\n| 新 | 丙 | 丁 |\n',
    );
    assert.equal(edited(TABLE, removeColumn), '| 乙 |\n| --- |\n| 丁 |\n');
  });
  it('keeps how its columns are set when others come and go', () => {
    const set = '| 甲 | 乙‸ |\n| :-- | --: |\n| 丙 | 丁 |\n';
    assert.match(edited(set, addColumn('before')), /\| :-- \| --- \| --: \|/);
    assert.match(edited(set, removeColumn), /^\| 甲 \|\n\| :-- \|\n/);
  });
  it('has no row above its head, and no head where the first row is one like the others', () => {
    const head = '| 甲‸ | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n';
    assert.equal(
      edited(head, addRow('before'), type('新')),
      '| 甲 | 乙 |\n| --- | --- |\n| 新 |  |\n| 丙 | 丁 |\n',
    );
    const without = '|  |  |\n| --- | --- |\n| 甲 | 乙 |\n| 丙 | 丁 |\n';
    assert.equal(edited(head, toggleHead), without);
    assert.equal(edited(head, toggleHead, toggleHead), head.replace('‸', ''));
  });
  it('goes with its last row or column', () => {
    assert.equal(edited('文。\n\n| 甲‸ |\n| --- |\n', removeRow), '文。\n');
    assert.equal(edited('文。\n\n| 甲‸ |\n| --- |\n', removeColumn), '文。\n');
    assert.equal(edited(`文。\n\n${TABLE}`, removeTable), '文。\n');
  });
  it('is gone through cell by cell, and grows behind the last', () => {
    assert.equal(edited(TABLE, goToCell(1), type('二')), TABLE.replace('‸', '').replace('丁', '二丁'));
    assert.equal(edited(TABLE, goToCell(-1), type('一')), TABLE.replace('‸', '').replace('乙', '一乙'));
    assert.equal(edited(TABLE, goToCell(1), goToCell(1), type('新')), `${TABLE.replace('‸', '')}| 新 |  |\n`);
  });
  it('breaks a line where a paragraph would begin', () => {
    assert.equal(edited(TABLE, KEYS.Enter!, type('新')), TABLE.replace('丙‸', '丙<br>新'));
  });
  it('is put behind the paragraph of the cursor, and a paragraph behind it', () => {
    const made = edited('文‸。\n\n末。\n', addBlock(newTable()), type('甲'));
    assert.equal(made, '文。\n\n| 甲 |  |\n| --- | --- |\n|  |  |\n|  |  |\n\n末。\n');
    assert.equal(edited(TABLE, addBlock(newParagraph()), type('后')), `${TABLE.replace('‸', '')}\n后\n`);
  });
});

describe('A list in the editor', () => {
  it('is made of paragraphs, and paragraphs of it', () => {
    assert.equal(edited('甲‸\n', toggleList(false)), '- 甲\n');
    assert.equal(edited('- 甲‸\n', toggleList(false)), '甲\n');
    assert.equal(edited('- 甲‸\n- 乙\n', toggleList(true)), '1. 甲\n2. 乙\n');
  });
  it('goes in and out, and goes on at Enter', () => {
    assert.equal(edited('- 甲\n- 乙‸\n', deeper), '- 甲\n  - 乙\n');
    assert.equal(edited('- 甲\n  - 乙‸\n', shallower), '- 甲\n- 乙\n');
    assert.equal(edited('- 甲‸\n', KEYS.Enter!, type('乙')), '- 甲\n- 乙\n');
  });
});

describe('A quotation, a note and a reference in the editor', () => {
  it('are made of what the cursor is in', () => {
    assert.equal(edited('甲‸\n', toggleQuote), '> 甲\n');
    assert.equal(edited('> 甲‸\n', toggleQuote), '甲\n');
    assert.equal(edited('甲‸乙\n', addNote, type('注')), '甲[^1]乙\n\n[^1]: 注\n');
    assert.equal(
      edited('甲‸[^3]\n\n[^3]: 旧\n', addNote, type('新')),
      '甲[^4][^3]\n\n[^3]: 旧\n\n[^4]: 新\n',
    );
    assert.equal(edited('见‸。\n', addLink('texts/a#p2', '《甲》')), '见[《甲》](texts/a#p2)。\n');
  });
  it('a note without words is none, and one that is not called any more goes', () => {
    assert.equal(edited('甲‸乙\n', addNote), '甲乙\n');
    const called = '甲‸[^1]乙\n\n[^1]: 注\n';
    const dropMark: Command = (state, dispatch) => {
      dispatch?.(state.tr.delete(state.selection.from, state.selection.from + 1));
      return true;
    };
    assert.equal(edited(called, dropMark), '甲乙\n');
    const orphan = '甲‸\n\n[^9]: 无人提起\n';
    assert.equal(edited(orphan, type('乙')), '甲乙\n\n[^9]: 无人提起\n');
  });
});

describe('What is pasted', () => {
  const paste =
    (markdown: string): Command =>
    (state, dispatch) => {
      const blocks = readBlocks(markdown, false)!.map(({ block }) => block);
      dispatch?.(pasteBlocks(state, nodesOf(withFreshLabels(blocks, state.doc))));
      return true;
    };
  it('goes on in the paragraph of the cursor where it is one, and stands between its halves where it is more', () => {
    assert.equal(edited('甲‸乙\n', paste('中\n')), '甲中乙\n');
    assert.equal(edited('甲‸乙\n', paste('一\n\n- 项\n\n二\n')), '甲一\n\n- 项\n\n二乙\n');
  });
  it('is words in a cell', () => {
    assert.equal(edited(TABLE, paste('一\n\n二\n')), TABLE.replace('丙‸', '丙一 二'));
  });
  it('has other labels for its notes than those that are there', () => {
    const pasted = edited('甲‸[^1]。\n\n[^1]: 旧\n', paste('新[^1]\n\n[^1]: 新注\n'));
    assert.match(pasted, /新\[\^2\]/);
    assert.match(pasted, /\[\^2\]: 新注/);
    assert.match(pasted, /\[\^1\]: 旧/);
  });
});
