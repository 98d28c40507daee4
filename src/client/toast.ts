import { comfortStyles } from './comfort/styles.ts';

const SHOWN_FOR = 4000;

/** Says something at the foot of the page, to eyes and screen readers alike. */
export function toaster(page: Document): (words: string) => void {
  const toast = page.createElement('p');
  toast.className = 'toast';
  toast.setAttribute('role', 'status');
  page.body.append(toast);
  let timer = 0;
  return (words) => {
    void comfortStyles(page).then(() => {
      toast.textContent = words;
      clearTimeout(timer);
      timer = window.setTimeout(() => (toast.textContent = ''), SHOWN_FOR);
    });
  };
}
