import { onDevice } from '../../strings/on-device.ts';
import { offerParagraphLinks } from '../paragraph-links.ts';

/** Wakes a reading page. Only what every visit needs stands here; the rest is loaded when the reader asks for it. */
export function startReadingPage(page: Document, prose: HTMLElement): void {
  openContents(page);
  reachTables(prose);
  offerParagraphLinks(prose);
  if (location.search.includes('mark=')) {
    void import('../mark-words.ts').then((part) => part.markWords('[data-prose], main h1'));
  }
  if (prose.dataset.cite) rememberPlace(page, prose);
  offerReadAloud(page);
}

/** The contents stand open where they have a column of their own. */
function openContents(page: Document): void {
  const contents = page.querySelector<HTMLDetailsElement>('.contents details');
  const hasColumn = matchMedia('(min-width: 60.01em)').matches && !page.documentElement.dataset.large;
  if (contents && hasColumn) contents.open = true;
}

/** A table that scrolls within itself takes the focus, so that keys can scroll it. */
function reachTables(prose: HTMLElement): void {
  prose.querySelectorAll('table').forEach((table) => {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  });
}

/** Nothing is loaded before the reader scrolls, unless there is a place to go back to. */
function rememberPlace(page: Document, prose: HTMLElement): void {
  const follow = () => void import('../place/follow.ts').then((part) => part.followReading(prose));
  let isKept = false;
  try {
    isKept = localStorage.getItem(`zhixing.place.${location.pathname}`) !== null;
  } catch {
    return;
  }
  if (isKept) follow();
  else page.addEventListener('scroll', follow, { once: true, passive: true });
}

/** The button stands where the browser has a Chinese voice. Some browsers name their voices late. */
function offerReadAloud(page: Document): void {
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  const isChinese = (lang: string) => /^(zh|cmn)/i.test(lang);
  const offer = () => {
    const line = page.querySelector('.title__length');
    if (!line || line.querySelector('button') || !speech?.getVoices().some(({ lang }) => isChinese(lang)))
      return;
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = onDevice.readAloud;
    button.addEventListener(
      'click',
      () => void import('./read-aloud.ts').then((part) => part.toggleReadAloud(button, isChinese)),
    );
    line.append(button);
  };
  offer();
  if (speech) speech.onvoiceschanged = offer;
}
