import { deviceStore } from '../store.ts';
import { choicesOf, choose } from './choices.ts';
import { comfortStyles } from './styles.ts';

/** Turns the large-type edition on or off, and keeps the paragraph that is being read where it was. */
export async function use(button: HTMLElement): Promise<void> {
  const page = button.ownerDocument;
  await comfortStyles(page);
  const read = firstInView(page);
  const isLarge = choicesOf(page).large !== undefined;
  choose(
    page,
    deviceStore(() => localStorage),
    { large: isLarge ? '' : 'on' },
  );
  if (read) read.scrollIntoView();
}

/** The block of the text at the top of the window, where the reader is inside the text. */
function firstInView(page: Document): Element | undefined {
  if (window.scrollY < window.innerHeight / 2) return undefined;
  return [...page.querySelectorAll('[data-prose] [id]')].find(
    (block) => block.getBoundingClientRect().bottom > 0,
  );
}
