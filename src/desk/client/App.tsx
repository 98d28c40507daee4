import { useEffect, useRef, useState } from 'preact/hooks';
import { page } from '../../strings/desk-client.ts';
import { droppedFiles } from './bring-in/dropped-files.ts';
import { plansPage } from '../../strings/desk-plans-client.ts';
import { HistoryPage } from './HistoryPage.tsx';
import { HomePage } from './HomePage.tsx';
import { InboxPage } from './InboxPage.tsx';
import { ItemPage } from './ItemPage.tsx';
import { ItemsPage } from './ItemsPage.tsx';
import { CopyPage } from './plans/CopyPage.tsx';
import { NewPage } from './plans/NewPage.tsx';
import { PlanPage } from './plans/PlanPage.tsx';
import { ReceiptsPage } from './plans/ReceiptsPage.tsx';
import { UnitPage } from './plans/UnitPage.tsx';
import { PublishPage } from './PublishPage.tsx';
import { addressOf, go, useRoute, type Route } from './route.ts';
import { Said } from './said.tsx';
import { sendFiles } from './send-files.ts';

const SHOWN = ['home', 'inbox', 'items', 'new', 'receipts', 'publish', 'history'] as const;
const NAMES = { ...page, new: plansPage.new, receipts: plansPage.receipts };

/** The desk: its places, and files dropped anywhere. */
export function App() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const isDragged = useDroppedFiles();
  useEffect(() => {
    // A new place is read out from its beginning.
    if (!isFirst.current) main.current?.querySelector('h1')?.focus();
    isFirst.current = false;
  }, [route.place, route.file]);
  return (
    <div class={isDragged ? 'desk desk--dragged' : 'desk'}>
      <a class="skip" href="#main" onClick={(event) => skip(event, main.current)}>
        {page.skip}
      </a>
      <header class="bar">
        <strong class="bar__name">{page.title}</strong>
        <nav aria-label={page.nav}>
          {SHOWN.map((place) => (
            <a
              key={place}
              href={addressOf({ place })}
              aria-current={place === route.place ? 'page' : undefined}
            >
              {NAMES[place]}
            </a>
          ))}
        </nav>
        <Said />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Place {...route} />
      </main>
      {isDragged && <p class="drop-words">{page.dropHere}</p>}
    </div>
  );
}

function skip(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}

function Place({ place, file }: Route) {
  switch (place) {
    case 'inbox':
      return <InboxPage />;
    case 'items':
      return <ItemsPage />;
    case 'item':
      return <OpenedItem key={file} file={file ?? ''} />;
    case 'source':
      return <ItemPage key={file} file={file ?? ''} />;
    case 'new':
      return <NewPage key={file} collection={file} />;
    case 'copy':
      return <CopyPage key={file} file={file ?? ''} />;
    case 'receipts':
      return <ReceiptsPage />;
    case 'publish':
      return <PublishPage />;
    case 'history':
      return <HistoryPage file={file} />;
    default:
      return <HomePage />;
  }
}

/** Plans and units have pages of their own. */
function OpenedItem({ file }: { file: string }) {
  if (file.startsWith('plans/')) return <PlanPage file={file} />;
  return file.startsWith('units/') ? <UnitPage file={file} /> : <ItemPage file={file} />;
}

/** Takes files that are dropped anywhere on the page. Whether some are held over it. */
function useDroppedFiles(): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      // The text takes pictures and attachments itself.
      setDragged(!(event.target instanceof Element && event.target.closest('.ProseMirror') !== null));
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setDragged(false);
    const drop = (event: DragEvent) => {
      setDragged(false);
      // What the text has taken is not brought in.
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      go({ place: 'inbox' });
      void droppedFiles(event.dataTransfer).then(sendFiles);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isDragged;
}
