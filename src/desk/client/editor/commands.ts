import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import type { BlockContent } from '../../../domain/desk/api.ts';
import { goToCell } from './table-commands.ts';
import { textSchema } from './text-schema.ts';

const { marks, nodes } = textSchema;

export const toggleBold = toggleMark(marks.strong!);
export const toggleItalic = toggleMark(marks.emphasis!);
export const makePlain = setBlockType(nodes.paragraph!);

export function makeHeading(depth: number): Command {
  return setBlockType(nodes.heading!, { depth });
}

export const deeper = sinkListItem(nodes.list_item!);
export const shallower = liftListItem(nodes.list_item!);

/** Makes paragraphs a list; of a list of the other kind one of this kind, and of one of this kind paragraphs. */
export function toggleList(isOrdered: boolean): Command {
  return (state, dispatch, view) => {
    const list = aroundOf(state, 'list');
    if (!list) return wrapInList(nodes.list!, { isOrdered })(state, dispatch, view);
    if (list.node.attrs.isOrdered === isOrdered) return shallower(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.at, undefined, { ...list.node.attrs, isOrdered, start: 1 }));
    return true;
  };
}

/** Makes paragraphs a quotation, and a quotation paragraphs. */
export const toggleQuote: Command = (state, dispatch, view) =>
  aroundOf(state, 'quote') ? lift(state, dispatch, view) : wrapIn(nodes.quote!)(state, dispatch, view);

/** Puts the mark of a footnote to the cursor, and the cursor into the footnote at the end. */
export const addNote: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent || aroundOf(state, 'footnote')) return false;
  const label = nextLabel(state.doc);
  const tr = state.tr.insert(state.selection.to, nodes.note!.create({ label }));
  const end = tr.doc.content.size;
  tr.insert(end, nodes.footnote!.create({ label }));
  tr.setSelection(TextSelection.create(tr.doc, end + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

function nextLabel(doc: Node): string {
  let last = 0;
  doc.descendants((node) => {
    if (node.type !== nodes.note && node.type !== nodes.footnote) return;
    const number = Number(node.attrs.label);
    if (Number.isInteger(number)) last = Math.max(last, number);
  });
  return String(last + 1);
}

/** Puts a block behind that of the cursor, or in its place where it is empty. */
export function addBlock(block: Node): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = Math.min(1, $from.depth);
    const around = $from.node(depth);
    const [from, to] = depth === 0 ? [$from.pos, $from.pos] : [$from.before(1), $from.after(1)];
    const isEmpty = around.type === nodes.paragraph && around.content.size === 0;
    const tr = isEmpty ? state.tr.replaceWith(from, to, block) : state.tr.insert(to, block);
    const at = isEmpty ? from : to;
    if (!block.isAtom) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** A paragraph without words. */
export function newParagraph(): Node {
  return nodes.paragraph!.create();
}

/** Words that lead somewhere: those that are selected, or else `words` at the cursor. */
export function addLink(href: string, words: string): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection;
    if (!$from.parent.inlineContent) return false;
    const mark = marks.link!.create({ href });
    const tr = empty
      ? state.tr.insert(from, textSchema.text(words, [...($from.marks() ?? []), mark]))
      : state.tr.addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(marks.link!).scrollIntoView());
    return true;
  };
}

/** Puts blocks in the place of what is selected; words of a single paragraph go on in that of the cursor. */
export function pasteBlocks({ tr, doc }: EditorState, blocks: readonly Node[]): Transaction {
  const isOpen = (block: Node | undefined) => block?.type === nodes.paragraph;
  const open = [blocks[0], blocks.at(-1)].map((block) => (isOpen(block) ? 1 : 0)) as [number, number];
  const { parent } = tr.selection.$from;
  if (parent.inlineContent && parent.type !== nodes.paragraph && parent.type !== nodes.heading)
    return tr.insertText(blocks.map((block) => block.textContent).join(' '));
  const replaced = tr.replaceSelection(new Slice(Fragment.fromArray([...blocks]), ...open));
  return doc === replaced.doc ? tr : replaced.scrollIntoView();
}

/** Blocks whose footnotes have labels that a document has not. */
export function withFreshLabels(blocks: readonly BlockContent[], doc: Node): BlockContent[] {
  const first = Number(nextLabel(doc));
  const labels = [...new Set(blocks.flatMap((block) => (block.kind === 'footnote' ? [block.label] : [])))];
  const fresh = (label: unknown) => {
    const index = labels.indexOf(String(label));
    return index < 0 ? label : String(first + index);
  };
  const text = JSON.stringify(blocks, (key, value: unknown) => (key === 'label' ? fresh(value) : value));
  return JSON.parse(text) as BlockContent[];
}

/** The nearest node of a kind round the cursor, and where it begins. */
export function aroundOf(
  { selection: { $from } }: EditorState,
  name: string,
): { node: Node; at: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === name) return { node: $from.node(depth), at: $from.before(depth) };
  return undefined;
}

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break!.create()).scrollIntoView());
  return true;
};

/** In a footnote and in a cell the key that begins a paragraph breaks the line: there are no paragraphs in them. */
const breakWherePlain: Command = (state, dispatch, view) =>
  aroundOf(state, 'table') || aroundOf(state, 'footnote') ? breakLine(state, dispatch, view) : false;

/** What keys do, besides writing. */
export const KEYS: Record<string, Command> = {
  'Mod-b': toggleBold,
  'Mod-i': toggleItalic,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Enter: chainCommands(breakWherePlain, splitListItem(nodes.list_item!)),
  'Shift-Enter': chainCommands(exitCode, breakLine),
  Tab: chainCommands(goToCell(1), deeper),
  'Shift-Tab': chainCommands(goToCell(-1), shallower),
};
