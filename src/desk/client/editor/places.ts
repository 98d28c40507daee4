import { TextSelection, type EditorState } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import type { Block } from '../../../domain/desk/api.ts';

const SHOWN_FOR = 2000;

/** Which of the blocks that were read a line of the file belongs to; `undefined` for a line of none. */
export function blockOfLine(blocks: readonly Block[], line: number): number | undefined {
  const index = blocks.findIndex(({ lines: [first, last] }) => first <= line && line <= last);
  return index < 0 ? undefined : index;
}

/** Which of the blocks that were read the cursor stands in; `undefined` in one that is new. */
export function blockAtCursor({ selection: { $from } }: EditorState): number | undefined {
  const { origin } = ($from.depth > 0 ? $from.node(1) : $from.nodeAfter)?.attrs ?? {};
  return typeof origin === 'number' ? origin : undefined;
}

/** The element that shows a block that was read, as long as it is there. */
export function elementOf(view: EditorView, block: number): HTMLElement | undefined {
  const at = placeOf(view.state.doc, block);
  const shown = at === undefined ? null : view.nodeDOM(at);
  return shown instanceof HTMLElement ? shown : undefined;
}

/** Brings a block into view and puts the cursor on words of it, or to its beginning. */
export function goToBlock(view: EditorView, block: number, words = ''): void {
  const at = placeOf(view.state.doc, block);
  const node = at === undefined ? undefined : view.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  const found = words === '' ? undefined : rangeOf(node, words);
  const [from, to] = found ? [at + 1 + found[0], at + 1 + found[1]] : [at + 1, at + 1];
  const { doc, tr } = view.state;
  const selection = found
    ? TextSelection.create(doc, from, to)
    : TextSelection.near(doc.resolve(Math.min(from, doc.content.size)));
  view.dispatch(tr.setSelection(selection));
  view.focus();
  const shown = elementOf(view, block);
  shown?.scrollIntoView({ block: 'center' });
  shown?.classList.add('is-meant');
  setTimeout(() => shown?.classList.remove('is-meant'), SHOWN_FOR);
}

function placeOf(doc: Node, block: number): number | undefined {
  let found: number | undefined;
  doc.forEach((node, offset) => {
    if (found === undefined && node.attrs.origin === block) found = offset;
  });
  return found;
}

/** Where words stand within a block, in one stretch of text or over several. */
function rangeOf(node: Node, words: string): [from: number, to: number] | undefined {
  const places: number[] = [];
  let text = '';
  node.descendants((child, at) => {
    if (!child.isText) return;
    for (let index = 0; index < child.nodeSize; index += 1) places.push(at + index);
    text += child.text ?? '';
  });
  const from = text.indexOf(words);
  return from < 0 ? undefined : [places[from]!, places[from + words.length - 1]! + 1];
}
