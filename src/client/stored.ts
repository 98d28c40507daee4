import { shortDay, isDay } from '../domain/day.ts';
import { keptWords as words } from '../strings/comfort-client.ts';
import { offlineWords } from '../strings/offline-client.ts';
import { dropAll, dropSet, dropVisited, keptSet, visitedPages } from './offline/keeping.ts';
import { PREFIX } from './store.ts';
import { toaster } from './toast.ts';
import { isBookmark } from './bookmark/bookmark.ts';

/** Names for what storage keys refer to, as the page knows them: units and schedules by id. */
export interface StoredNames {
  units: Record<string, string>;
  /** By `unit/plan`. */
  schedules: Record<string, string>;
}

/** One thing stored on the device, told in words. */
export interface StoredItem {
  key: string;
  name: string;
  details: string;
  /** Path of the page that it belongs to. */
  path?: string;
}

/** Tells what a key of the storage (without its prefix) and its JSON value hold. Never throws: what is unknown is named by its key. */
export function describeStored(key: string, json: string, names: StoredNames): StoredItem {
  const [kind = '', rest = ''] = /^([^.]+)\.?(.*)$/s.exec(key)?.slice(1) ?? [];
  const value = parsed(json);
  const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  const schedule = Object.keys(names.schedules).find((id) => rest === id || rest.startsWith(`${id}/`));
  const named = schedule === undefined ? rest : (names.schedules[schedule] ?? rest);
  if (key === 'comfort') return { key, name: words.comfort, details: words.comfortWhat(size) };
  if (key === 'unit') return { key, name: words.unit, details: names.units[String(value)] ?? String(value) };
  if (key === 'offline') return { key, name: offlineWords.off, details: offlineWords.offWhat };
  if (kind === 'ticks') return { key, name: words.ticks(named), details: words.ticksWhat(size) };
  if (kind === 'notice') return { key, name: words.notice(named), details: words.noticeWhat };
  if (kind === 'place' && rest.startsWith('/') && isBookmark(value)) {
    const details = words.placeWhat(value.at.slice(1), isDay(value.on) ? shortDay(value.on) : '');
    return { key, name: words.place(value.title), details, path: `${rest}#${value.at}` };
  }
  return { key, name: words.other(key), details: words.otherWhat(json.length) };
}

/** Something stored on the device, and how it is deleted. */
interface Removable {
  item: StoredItem;
  remove(): void | Promise<void>;
}

/** Lists what the site keeps on this device, each item with a button that deletes it, and wakes the one that deletes all. */
export function listStored(page: Document): void {
  const list = page.querySelector<HTMLElement>('[data-kept]');
  const removeAll = page.querySelector<HTMLButtonElement>('[data-remove-kept]');
  if (!list || !removeAll) return;
  const names = JSON.parse(list.dataset.kept ?? '{}') as StoredNames;
  const say = toaster(page);
  const message = (text: string) => {
    const line = page.createElement('li');
    line.textContent = text;
    return line;
  };
  const everything = async (): Promise<Removable[] | undefined> => {
    const pages = await storedPages(names);
    const stored = storedItems(names)?.map((item) => ({
      item,
      remove: () => localStorage.removeItem(PREFIX + item.key),
    }));
    return stored || pages.length > 0 ? [...pages, ...(stored ?? [])] : undefined;
  };
  const show = async () => {
    const all = await everything();
    removeAll.hidden = !all || all.length === 0;
    if (!all) list.replaceChildren(message(words.refused));
    else if (all.length === 0) list.replaceChildren(message(words.nothing));
    else {
      list.replaceChildren(
        ...all.map(({ item, remove }, index) =>
          lineOf(page, item, async () => {
            await remove();
            await show();
            say(words.removed(item.name));
            const buttons = list.querySelectorAll('button');
            (buttons[index] ?? buttons[index - 1])?.focus();
          }),
        ),
      );
    }
  };
  removeAll.addEventListener('click', () => {
    const remove = async () => {
      await dropAll();
      for (const { key } of storedItems(names) ?? []) localStorage.removeItem(PREFIX + key);
      await show();
      say(words.removedAll);
    };
    void remove();
  });
  void show();
}

/** The pages kept for reading without network. */
async function storedPages(names: StoredNames): Promise<Removable[]> {
  const set = await keptSet();
  const { pages, bytes } = await visitedPages();
  const found: Removable[] = [];
  if (set) {
    const name = offlineWords.materials(names.units[set.unit] ?? set.unit);
    found.push({
      item: { key: 'set', name, details: offlineWords.size(set.pages, set.bytes) },
      remove: dropSet,
    });
  }
  if (pages.length > 0) {
    const details = offlineWords.size(pages.length, bytes);
    found.push({ item: { key: 'visited', name: offlineWords.visited, details }, remove: dropVisited });
  }
  return found;
}

function storedItems(names: StoredNames): StoredItem[] | undefined {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys
      .sort()
      .map((key) => describeStored(key.slice(PREFIX.length), localStorage.getItem(key) ?? '', names));
  } catch {
    return undefined;
  }
}

function lineOf(
  page: Document,
  { name, details, path }: StoredItem,
  remove: () => Promise<void>,
): HTMLElement {
  const line = page.createElement('li');
  const title = page.createElement(path === undefined ? 'span' : 'a');
  title.textContent = name;
  if (title instanceof HTMLAnchorElement && path !== undefined) title.href = path;
  const more = page.createElement('span');
  more.className = 'soft';
  more.textContent = details;
  const button = page.createElement('button');
  button.type = 'button';
  button.textContent = words.remove;
  button.setAttribute('aria-label', words.removeWhat(name));
  button.addEventListener('click', () => void remove());
  line.append(title, more, button);
  return line;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
