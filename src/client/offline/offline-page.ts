import { offlineWords as words } from '../../strings/offline-client.ts';
import { keptSet, visitedPages } from './keeping.ts';

/** Starts the page that replaces one that cannot be loaded: it lists what the device holds instead, and offers another try. */
export function startOfflinePage(page: Document): void {
  const again = page.querySelector<HTMLButtonElement>('[data-try-again]');
  again?.addEventListener('click', () => location.reload());
  if (again) again.hidden = false;
  void listAtHand(page);
}

async function listAtHand(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>('[data-at-hand]');
  const list = place?.querySelector('ul');
  if (!place || !list) return;
  const set = await keptSet();
  const materials = set && { path: `${place.dataset.atHand}${set.unit}/`, title: words.allMaterials };
  const pages = [...(materials ? [materials] : []), ...(await visitedPages()).pages];
  list.replaceChildren(
    ...pages.map(({ path, title }) => {
      const line = page.createElement('li');
      const link = page.createElement('a');
      link.href = path;
      link.textContent = title;
      line.append(link);
      return line;
    }),
  );
  place.hidden = pages.length === 0;
}
