import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block, EditedBlock } from '../../domain/desk/api.ts';
import { page } from '../../strings/desk-client.ts';
import { blocksOf, documentOf } from './editor/convert.ts';
import { RawView } from './editor/raw-view.ts';
import { textSchema } from './editor/text-schema.ts';
import { Beside, type Note } from './write/Beside.tsx';

const { marks, nodes } = textSchema;

const TOOLS: readonly { name: string; command: Command }[] = [
  { name: page.bold, command: toggleMark(marks.strong!) },
  { name: page.italic, command: toggleMark(marks.emphasis!) },
  { name: page.heading2, command: setBlockType(nodes.heading!, { depth: 2 }) },
  { name: page.heading3, command: setBlockType(nodes.heading!, { depth: 3 }) },
  { name: page.plain, command: setBlockType(nodes.paragraph!) },
  { name: page.undo, command: undo },
  { name: page.redo, command: redo },
];

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break!.create()).scrollIntoView());
  return true;
};

const KEYS: Record<string, Command> = {
  'Mod-b': toggleMark(marks.strong!),
  'Mod-i': toggleMark(marks.emphasis!),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Shift-Enter': chainCommands(exitCode, breakLine),
};

interface Props {
  blocks: readonly Block[];
  /** Changes whenever other blocks are to be edited. */
  version: string;
  onChange: (blocks: EditedBlock[]) => void;
  /** Whether it can be seen, so that its notes can be laid beside it. */
  isShown: boolean;
  /** What is to be read beside its paragraphs. */
  notesOf: (view: EditorView) => readonly Note[];
}

/** A text as it reads, paragraph by paragraph. */
export function TextEditor({ blocks, version, onChange, isShown, notesOf }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<EditorView>();
  const told = useRef(onChange);
  told.current = onChange;
  useEffect(() => {
    const view = new EditorView(place.current, {
      state: EditorState.create({
        doc: documentOf(blocks),
        plugins: [history(), keymap(KEYS), keymap(baseKeymap)],
      }),
      attributes: { 'aria-label': page.text, 'aria-multiline': 'true', role: 'textbox', class: 'prose' },
      nodeViews: { raw: (node, own, placeOf) => new RawView(node, own, placeOf) },
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) told.current(blocksOf(view.state.doc));
      },
    });
    setEditor(view);
    return () => view.destroy();
  }, [version]);
  const use = (command: Command) => {
    if (!editor) return;
    command(editor.state, editor.dispatch);
    editor.focus();
  };
  const notes = editor && isShown && !editor.isDestroyed ? notesOf(editor) : [];
  return (
    <div class="text">
      <div class="tools" role="toolbar" aria-label={page.tools}>
        {TOOLS.map(({ name, command }) => (
          <button key={name} type="button" onClick={() => use(command)}>
            {name}
          </button>
        ))}
      </div>
      <div class={notes.length > 0 ? 'text__sides text__sides--noted' : 'text__sides'}>
        <div ref={place} class="text__body" />
        {editor && notes.length > 0 && <Beside view={editor} notes={notes} />}
      </div>
    </div>
  );
}
