import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { page } from '../../../strings/desk-client.ts';
import { write } from '../../../strings/desk-write-client.ts';
import {
  addBlock,
  addNote,
  aroundOf,
  deeper,
  makeHeading,
  makePlain,
  newParagraph,
  shallower,
  toggleBold,
  toggleItalic,
  toggleList,
  toggleQuote,
} from '../editor/commands.ts';
import {
  addColumn,
  addRow,
  cellAt,
  newTable,
  removeColumn,
  removeRow,
  removeTable,
  toggleHead,
} from '../editor/table-commands.ts';

interface Tool {
  name: string;
  command: Command;
}

const TOOLS: readonly (readonly Tool[])[] = [
  [
    { name: page.bold, command: toggleBold },
    { name: page.italic, command: toggleItalic },
  ],
  [
    { name: page.heading2, command: makeHeading(2) },
    { name: page.heading3, command: makeHeading(3) },
    { name: page.plain, command: makePlain },
  ],
  [
    { name: write.bullets, command: toggleList(false) },
    { name: write.numbers, command: toggleList(true) },
    { name: write.quote, command: toggleQuote },
    { name: write.table, command: (...given) => addBlock(newTable())(...given) },
    { name: write.note, command: addNote },
  ],
  [
    { name: page.undo, command: undo },
    { name: page.redo, command: redo },
  ],
];

const IN_TABLE: readonly Tool[] = [
  { name: write.rowAbove, command: addRow('before') },
  { name: write.rowBelow, command: addRow('behind') },
  { name: write.removeRow, command: removeRow },
  { name: write.columnLeft, command: addColumn('before') },
  { name: write.columnRight, command: addColumn('behind') },
  { name: write.removeColumn, command: removeColumn },
  { name: write.toggleHead, command: toggleHead },
  { name: write.removeTable, command: removeTable },
  { name: write.below, command: (...given) => addBlock(newParagraph())(...given) },
];

const IN_LIST: readonly Tool[] = [
  { name: write.deeper, command: deeper },
  { name: write.shallower, command: shallower },
];

interface Props {
  /** Where the cursor stands. */
  state: EditorState | undefined;
  onUse: (command: Command) => void;
  onReference: () => void;
  onFile: (file: File) => void;
  /** Makes the file one in which a quotation can say where it is from; nothing where it is one. */
  onNameSource?: (() => void) | undefined;
}

/** What can be done to the text; of a table and a list while the cursor stands in one. */
export function Tools({ state, onUse, onReference, onFile, onNameSource }: Props) {
  const buttons = (tools: readonly Tool[]) =>
    tools.map(({ name, command }) => (
      <button key={name} type="button" onClick={() => onUse(command)}>
        {name}
      </button>
    ));
  return (
    <div class="tools-bar">
      <div class="tools" role="toolbar" aria-label={page.tools}>
        {TOOLS.map((tools, index) => (
          <span key={index} class="tools__group">
            {buttons(tools)}
          </span>
        ))}
        <span class="tools__group">
          <button type="button" onClick={onReference}>
            {write.reference}
          </button>
          <label class="choose choose--plain">
            {write.addFile}
            <input
              type="file"
              accept=".svg,.png,.jpg,.jpeg,.gif,.webp,.avif,.pdf,.docx,.xlsx,.zip"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) onFile(file);
                currentTarget.value = '';
              }}
            />
          </label>
        </span>
      </div>
      {state && cellAt(state) && (
        <div class="tools" role="toolbar" aria-label={write.tableTools}>
          {buttons(IN_TABLE)}
        </div>
      )}
      {state && onNameSource && aroundOf(state, 'quote') && (
        <div class="tools" role="toolbar" aria-label={write.quoteTools}>
          <button type="button" onClick={onNameSource}>
            {write.nameSource}
          </button>
        </div>
      )}
      {state && aroundOf(state, 'list') && (
        <div class="tools" role="toolbar" aria-label={write.listTools}>
          {buttons(IN_LIST)}
        </div>
      )}
    </div>
  );
}
