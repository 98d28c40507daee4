import { registerWorker } from '../offline/register.ts';
import { startReadingPage } from './reading-page.ts';

/** Wakes what every page has, and the reading text where there is one. All pages share this one script. */
export function wakePage(page: Document): void {
  wakeComfort(page);
  registerWorker();
  const prose = page.querySelector<HTMLElement>('[data-prose]');
  if (prose) startReadingPage(page, prose);
}

/** Wakes the two buttons of the page's head; what they do is loaded when first asked for. */
function wakeComfort(page: Document): void {
  page
    .querySelector('[data-large-type]')
    ?.addEventListener(
      'click',
      () => void import('./large-type.ts').then((part) => part.switchLargeType(page)),
    );
  const opener = page.querySelector<HTMLElement>('[data-comfort]');
  opener?.addEventListener('click', () => void import('./panel.ts').then((part) => part.togglePanel(opener)));
}
