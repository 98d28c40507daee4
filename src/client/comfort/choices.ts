import type { DeviceStore } from '../store.ts';

/** What a reader can choose. Each is a `data-` attribute of the page's root, absent for the default. */
export const CHOICE_NAMES = ['theme', 'size', 'face', 'line', 'paragraphs', 'numbers', 'large'] as const;

/** The name of a choice. */
export type ChoiceName = (typeof CHOICE_NAMES)[number];

/** The choices that differ from the default, by name. */
export type Choices = Partial<Record<ChoiceName, string>>;

const KEY = 'comfort';

/** The choices by which the page looks as it does. */
export function choicesOf(page: Document): Choices {
  const { dataset } = page.documentElement;
  return Object.fromEntries(CHOICE_NAMES.flatMap((name) => (dataset[name] ? [[name, dataset[name]]] : [])));
}

/** Makes the page look as chosen, and keeps all choices on the device. An empty value is the default. */
export function choose(page: Document, store: DeviceStore, changes: Choices): void {
  const root = page.documentElement;
  for (const name of CHOICE_NAMES) {
    if (changes[name]) root.dataset[name] = changes[name];
    else if (name in changes) root.removeAttribute(`data-${name}`);
  }
  const choices = choicesOf(page);
  store.write(KEY, Object.keys(choices).length > 0 ? choices : undefined);
}

/** Makes the page look as if nothing had ever been chosen, and forgets what was. */
export function chooseDefaults(page: Document, store: DeviceStore): void {
  choose(page, store, Object.fromEntries(CHOICE_NAMES.map((name) => [name, ''])));
}
