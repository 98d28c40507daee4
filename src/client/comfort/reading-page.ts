import { isChinese } from './voices.ts';

/** Starts a reading page. Only what every visit needs is here; the rest is loaded on demand. */
export function startReadingPage(page: Document, prose: HTMLElement): void {
  openContents(page);
  passTables(prose);
  if (location.search.includes('mark=')) {
    void import('../mark-words.ts').then((part) => part.markWords());
  }
  offerCiting(page, prose);
  if (prose.dataset.cite) rememberPlace(page, prose);
  offerReadAloud(page);
}

/** The contents stand open where they have a column of their own. */
function openContents(page: Document): void {
  const contents = page.querySelector<HTMLDetailsElement>('.contents details');
  const hasColumn = matchMedia('(min-width: 60.01em)').matches && !page.documentElement.dataset.large;
  if (contents) contents.open = hasColumn;
}

/** A table that fits has nothing to scroll, and needs no stop of the Tab key. */
function passTables(prose: HTMLElement): void {
  prose.querySelectorAll('.scroll').forEach((box) => {
    if (box.scrollWidth <= box.clientWidth) box.removeAttribute('tabindex');
  });
}

/** What cites is loaded when a pointer first comes over the text or a key is pressed, and is handed every click and selection. */
function offerCiting(page: Document, prose: HTMLElement): void {
  const pass = (event: Event) => void import('../cite/cite.ts').then((part) => part.cite(event, prose));
  prose.addEventListener('pointerover', pass, { once: true });
  page.addEventListener('keydown', pass, { once: true });
  for (const type of ['click', 'selectionchange']) page.addEventListener(type, pass);
}

/** Nothing is loaded before the reader scrolls, unless there is a place to go back to. */
function rememberPlace(page: Document, prose: HTMLElement): void {
  const follow = () => void import('../bookmark/follow.ts').then((part) => part.followReading(prose));
  try {
    if (localStorage[`zhixing.place.${location.pathname}`]) follow();
    else page.addEventListener('scroll', follow, { once: true });
  } catch {
    return;
  }
}

/** The button stands where the browser has a Chinese voice. Some browsers name their voices late. */
function offerReadAloud(page: Document): void {
  const button = page.querySelector<HTMLElement>('[data-tool=aloud]');
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!button || !speech) return;
  const offer = () => (button.hidden = !speech.getVoices().some(isChinese));
  offer();
  speech.onvoiceschanged = offer;
}
