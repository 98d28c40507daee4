import { paperWords } from '../../strings/paper-client.ts';

/**
 * Says so where the browser leaves out page numbers. Chromium prints the margins of a page from 131 on, known by a selector that came with
 * it; Firefox and Safari know that selector too, and are known by names of their own.
 */
export function warnOfMissingNumbers(pack: HTMLElement): void {
  const isOther = CSS.supports('-moz-appearance', 'none') || 'GestureEvent' in window;
  const printsNumbers = !isOther && CSS.supports('selector(::details-content)');
  const warning = pack.querySelector<HTMLElement>('[data-print-warning]');
  if (!warning || printsNumbers) return;
  warning.textContent = paperWords.noPageNumbers;
  warning.hidden = false;
}
