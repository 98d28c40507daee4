import { isDayLonger, isSignerWide } from '../../domain/forms/signature.ts';
import { paperWords } from '../../strings/paper-client.ts';

/** Lets blanks be typed into, and fills every blank of a name from one field. What is typed stays on the page. */
export function offerFilling(pack: HTMLElement): void {
  pack
    .querySelectorAll<HTMLElement>('[data-fill], td[data-cell], td[data-name], td[data-post]')
    .forEach((blank) => {
      const label = blank.closest('tr, dl > div')?.querySelector('th, dt')?.textContent ?? paperWords.blank;
      blank.setAttribute('contenteditable', 'true');
      blank.setAttribute('role', 'textbox');
      blank.setAttribute('aria-label', paperWords.fillIn(label));
      blank.setAttribute('spellcheck', 'false');
      blank.addEventListener('paste', (event) => pastePlain(event));
      blank.addEventListener('focus', () => clearRules(blank));
    });
  pack.querySelectorAll<HTMLInputElement>('[data-fills]').forEach((input) => {
    const blanks = pack.querySelectorAll<HTMLElement>(`[data-fill="${input.dataset.fills ?? ''}"]`);
    const empty = Array.prototype.map.call(blanks, (blank: HTMLElement) => [
      blank.textContent,
      blank.className,
    ]) as [string, string][];
    input.addEventListener('input', () => {
      blanks.forEach((blank, index) => {
        const [words, classes] = empty[index] ?? ['', ''];
        blank.textContent = input.value || words;
        blank.className = input.value ? classes.replace(/\bblank-\d+\b/, '') : classes;
        const signature = blank.closest<HTMLElement>('[data-signed]');
        if (signature) placeSignature(signature);
      });
    });
  });
}

/** The signature is placed by its length, typed text included. */
function placeSignature(signature: HTMLElement): void {
  const [signer = '', day = ''] = Array.prototype.map.call(
    signature.children,
    ({ textContent }: Element) => textContent?.trim() ?? '',
  ) as string[];
  signature.classList.toggle('is-day-longer', isDayLonger(signer, day));
  signature.classList.toggle('is-signer-wide', isSignerWide(signer, day));
}

/** Ruled lines are for handwriting: whoever types there gets plain room instead. */
function clearRules(blank: HTMLElement): void {
  if (!blank.querySelector('.rule')) return;
  const height = blank.offsetHeight;
  blank.textContent = '';
  blank.classList.add('is-typed');
  blank.style.minHeight = `${height}px`;
}

function pastePlain(event: ClipboardEvent): void {
  const words = event.clipboardData?.getData('text/plain');
  if (words === undefined) return;
  event.preventDefault();
  document.execCommand('insertText', false, words);
}
