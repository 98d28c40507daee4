import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block, EditedBlock } from '../../../domain/desk/api.ts';
import { MOST_PASTED, WRITE_ROUTES, type Pasted } from '../../../domain/desk/write.ts';
import { page } from '../../../strings/desk-client.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { ask } from '../ask.ts';
import { KEYS, pasteBlocks, withFreshLabels } from '../editor/commands.ts';
import { blocksOf, documentOf, nodesOf } from '../editor/convert.ts';
import { PictureView } from '../editor/picture-view.ts';
import { QuoteView } from '../editor/quote-view.ts';
import { RawView } from '../editor/raw-view.ts';
import { say, trying } from '../said.tsx';

interface Editing {
  blocks: readonly Block[];
  /** Changes whenever other blocks are to be edited. */
  version: string;
  /** Whether the file can hold components. */
  isMdx: boolean;
  onChange: (blocks: EditedBlock[]) => void;
  /** Takes a file that was dropped or pasted. */
  onFile: (file: File) => void;
}

/** The editor of a text in the element that has the reference; `state` is where it is now. */
export function useEditor(editing: Editing): {
  place: Ref<HTMLDivElement>;
  view: EditorView | undefined;
  state: EditorState | undefined;
  use: (command: Command) => void;
} {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const [state, setState] = useState<EditorState>();
  const last = useRef<Cursor>(null);
  const now = useRef(editing);
  now.current = editing;
  useEffect(() => {
    const made = editorOf(place.current, now, setState);
    if (last.current) keepCursor(made, last.current);
    setView(made);
    setState(made.state);
    return () => {
      last.current = { at: made.state.selection.from, hadFocus: made.hasFocus() };
      made.destroy();
    };
  }, [editing.version]);
  const use = (command: Command) => {
    if (!view || view.isDestroyed) return;
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return { place, view: view?.isDestroyed === true ? undefined : view, state, use };
}

/** Where the cursor was before a text was saved and opened anew. */
interface Cursor {
  at: number;
  hadFocus: boolean;
}

function keepCursor(view: EditorView, { at, hadFocus }: Cursor): void {
  const { doc, tr } = view.state;
  const place = doc.resolve(Math.min(at, doc.content.size));
  view.dispatch(tr.setSelection(TextSelection.near(place)));
  if (hadFocus) view.focus();
}

function editorOf(
  place: HTMLElement | null,
  now: { current: Editing },
  onState: (state: EditorState) => void,
): EditorView {
  const { blocks, isMdx } = now.current;
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: documentOf(blocks),
      plugins: [history(), keymap(KEYS), keymap(baseKeymap)],
    }),
    attributes: { 'aria-label': page.text, 'aria-multiline': 'true', role: 'textbox', class: 'prose' },
    nodeViews: {
      raw: (node) => new RawView(node),
      picture: (node, own, placeOf) =>
        new PictureView(node, own, placeOf, isMdx && node.attrs.caption !== null),
      quote: (node, own, placeOf) => new QuoteView(node, own, placeOf, isMdx),
    },
    handlePaste: (_, event) => takeOver(event.clipboardData, view, now),
    handleDrop: (_, event) => takeOver(event.dataTransfer, view, now),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      onState(view.state);
      if (transaction.docChanged) now.current.onChange(blocksOf(view.state.doc));
    },
  });
  return view;
}

/** Files go to `media/`, and what other programs copied goes through the rules of the import; what this editor copied it takes itself. */
function takeOver(data: DataTransfer | null, view: EditorView, now: { current: Editing }): boolean {
  const html = data?.getData('text/html') ?? '';
  const [file] = data?.files ?? [];
  if (file && html === '') {
    now.current.onFile(file);
    return true;
  }
  if (html === '' || html.includes('data-pm-slice')) return false;
  void trying(() => pasteFrom(html, view));
  return true;
}

async function pasteFrom(html: string, view: EditorView): Promise<void> {
  if (html.length > MOST_PASTED) {
    say(write.pasteTooMuch);
    return;
  }
  const { blocks, notes } = await ask<Pasted>(WRITE_ROUTES.paste, { method: 'POST', body: { html } });
  if (view.isDestroyed) return;
  const pasted: Node[] = nodesOf(withFreshLabels(blocks, view.state.doc));
  view.dispatch(pasteBlocks(view.state, pasted));
  view.focus();
  say([write.pasted, ...notes].join('；'));
}
