import { useEffect, useRef, useState } from 'preact/hooks';
import { WRITE_ROUTES, type PlacedFile } from '../../../domain/desk/write.ts';
import { write } from '../../../strings/desk-write-client.ts';
import { ask } from '../ask.ts';

interface Props {
  file: File;
  onPlaced: (placed: PlacedFile, words: string) => void;
  onClose: () => void;
}

/** Asks what a picture shows, or what an attachment is called, and puts the file into `media/`. */
export function FileAsk({ file, onPlaced, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const isPicture = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i.test(file.name) || file.type.startsWith('image/');
  const place = (event: Event) => {
    event.preventDefault();
    ask<PlacedFile>(WRITE_ROUTES.media, { method: 'POST', query: { name: file.name }, body: file }).then(
      (placed) => {
        onPlaced(placed, words.trim());
        dialog.current?.close();
      },
      (error: Error) => setTrouble(error.message),
    );
  };
  return (
    <dialog ref={dialog} class="choice" aria-labelledby="file-title" onClose={onClose}>
      <form onSubmit={place}>
        <h2 id="file-title">{isPicture ? write.addPicture : write.addAttachment}</h2>
        <p class="soft">{write.fileGoes(file.name)}</p>
        <label class="choice__role">
          {isPicture ? write.alt : write.attachmentName}
          <input required value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
        </label>
        <p class="help">{isPicture ? write.altHelp : write.attachmentHelp}</p>
        {trouble !== undefined && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" class="main">
          {write.putIn}
        </button>{' '}
        <button type="button" onClick={() => dialog.current?.close()}>
          {write.close}
        </button>
      </form>
    </dialog>
  );
}
