import { useEffect, useRef, useState } from 'preact/hooks';
import type { ItemCard } from '../../../domain/desk/api.ts';
import { page } from '../../../strings/desk-client.ts';
import { write } from '../../../strings/desk-write-client.ts';

interface Props {
  items: readonly ItemCard[];
  onChoose: (item: ItemCard, paragraph: string) => void;
  onClose: () => void;
}

const LIBRARY = ['texts', 'speeches', 'articles'];
const MOST = 30;

/** Finds an entry of the library by its title or address, to refer to it or one of its paragraphs. */
export function ReferenceSearch({ items, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [paragraph, setParagraph] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const wanted = words.trim().toLowerCase();
  const found = items.filter(
    ({ collection, id, title }) =>
      LIBRARY.includes(collection) && `${title} ${collection}/${id}`.toLowerCase().includes(wanted),
  );
  const choose = (item: ItemCard) => {
    onChoose(item, paragraph);
    dialog.current?.close();
  };
  const chooseFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (found[0]) choose(found[0]);
  };
  return (
    <dialog ref={dialog} class="choice" aria-labelledby="reference-title" onClose={onClose}>
      <div onKeyDown={(event) => event.target instanceof HTMLInputElement && chooseFirst(event)}>
        <h2 id="reference-title">{write.reference}</h2>
        <label class="choice__role">
          {write.findEntry}
          <input type="search" value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
        </label>
        <label class="choice__role">
          {write.whichParagraph}
          <input
            type="number"
            min="1"
            value={paragraph}
            onInput={({ currentTarget }) => setParagraph(currentTarget.value)}
          />
        </label>
        <ul class="choice__found" aria-label={write.foundEntries}>
          {found.slice(0, MOST).map((item) => (
            <li key={item.file}>
              <button type="button" onClick={() => choose(item)}>
                {item.title}
              </button>{' '}
              <span class="soft">{item.date}</span>
            </li>
          ))}
        </ul>
        <p class="soft" role="status">
          {items.length === 0 ? page.loading : write.foundCount(found.length)}
        </p>
        <button type="button" onClick={() => dialog.current?.close()}>
          {write.close}
        </button>
      </div>
    </dialog>
  );
}
