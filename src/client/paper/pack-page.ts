import { offerChoices } from './choices.ts';
import { offerFilling } from './filling.ts';
import { offerRoster } from './roster.ts';
import { offerSeal } from './seal.ts';
import { keepStamp } from './stamp.ts';
import { warnOfMissingNumbers } from './warning.ts';

/** Starts a page of papers: what to print, what to fill in, the day of printing, the button. Nothing leaves the page. */
export function startPack(page: Document): void {
  const pack = page.querySelector<HTMLElement>('[data-pack]');
  if (!pack) return;
  keepStamp(pack);
  offerFilling(pack);
  // Few forms have sums: the others do not load their code.
  if (pack.querySelector('[data-worked]')) void import('./sums.ts').then(({ offerSums }) => offerSums(pack));
  offerRoster(pack);
  offerChoices(pack);
  offerSeal(pack);
  warnOfMissingNumbers(pack);
  pack.querySelector('[data-print]')?.addEventListener('click', () => window.print());
}
