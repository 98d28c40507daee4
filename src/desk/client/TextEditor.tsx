import type { EditorView } from 'prosemirror-view';
import { useEffect, useState } from 'preact/hooks';
import type { Block, EditedBlock, ItemCard } from '../../domain/desk/api.ts';
import type { PlacedFile } from '../../domain/desk/write.ts';
import { write } from '../../strings/desk-write-client.ts';
import { addBlock, addLink } from './editor/commands.ts';
import { nodesOf } from './editor/convert.ts';
import { blockAtCursor } from './editor/places.ts';
import { ENTRIES_LIST } from './editor/quote-view.ts';
import { say } from './said.tsx';
import { Beside, type Note } from './write/Beside.tsx';
import { FileAsk } from './write/FileAsk.tsx';
import { ReferenceSearch } from './write/ReferenceSearch.tsx';
import { Tools } from './write/Tools.tsx';
import { useEditor } from './write/use-editor.ts';

interface Props {
  blocks: readonly Block[];
  /** Changes whenever other blocks are to be edited. */
  version: string;
  /** Whether the file can hold components. */
  isMdx: boolean;
  /** What the text may refer to. */
  items: readonly ItemCard[];
  onChange: (blocks: EditedBlock[]) => void;
  /** Makes the file one that can hold components. */
  onNameSource: () => void;
  /** Told in which of the blocks that were read the cursor is. */
  onCursor: (block: number) => void;
  /** Whether it can be seen, so that its notes can be laid beside it. */
  isShown: boolean;
  /** What is to be read beside its paragraphs. */
  notesOf: (view: EditorView) => readonly Note[];
}

/** A text as it reads, paragraph by paragraph. */
export function TextEditor(props: Props) {
  const { blocks, version, isMdx, items, onChange, onCursor, onNameSource, isShown, notesOf } = props;
  const [file, setFile] = useState<File>();
  const [isSearching, setSearching] = useState(false);
  const { place, view, state, use } = useEditor({ blocks, version, isMdx, onChange, onFile: setFile });
  const block = state && blockAtCursor(state);
  useEffect(() => {
    if (block !== undefined) onCursor(block);
  }, [block]);
  const put = ({ src, isPicture }: PlacedFile, words: string) => {
    const [picture] = nodesOf([{ kind: 'picture', src, alt: words, ...(isMdx ? { caption: '' } : {}) }]);
    use(isPicture && picture ? addBlock(picture) : addLink(src, words));
    say(write.placed);
  };
  const refer = ({ collection, id, title }: ItemCard, paragraph: string) =>
    use(addLink(`${collection}/${id}${paragraph === '' ? '' : `#p${paragraph}`}`, `《${title}》`));
  const notes = view && isShown ? notesOf(view) : [];
  return (
    <div class="text">
      <Tools
        state={state}
        onUse={use}
        onReference={() => setSearching(true)}
        onFile={setFile}
        onNameSource={isMdx ? undefined : onNameSource}
      />
      {file && <FileAsk file={file} onPlaced={put} onClose={() => setFile(undefined)} />}
      {isSearching && <ReferenceSearch items={items} onChoose={refer} onClose={() => setSearching(false)} />}
      <datalist id={ENTRIES_LIST}>
        {items
          .filter(({ collection }) => ['texts', 'speeches', 'articles'].includes(collection))
          .map(({ collection, id, title }) => (
            <option key={`${collection}/${id}`} value={`${collection}/${id}`}>
              {title}
            </option>
          ))}
      </datalist>
      <div class={notes.length > 0 ? 'text__sides text__sides--noted' : 'text__sides'}>
        <div ref={place} class="text__body" />
        {view && notes.length > 0 && <Beside view={view} notes={notes} />}
      </div>
    </div>
  );
}
