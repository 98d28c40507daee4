import { onDevice } from '../strings/on-device.ts';
import { copyText } from './copy-text.ts';

/** Puts a link beside every block of the reading text; following it also copies the full address. Without script the anchors still work. */
export function offerParagraphLinks(page: Document): void {
  const announcer = page.createElement('p');
  announcer.className = 'toast';
  announcer.setAttribute('role', 'status');
  page.body.append(announcer);
  page
    .querySelectorAll<HTMLElement>(
      '[data-prose] p[id], [data-prose] h2[id], [data-prose] h3[id], [data-prose] h4[id]',
    )
    .forEach((block) => {
      const link = page.createElement('a');
      link.className = 'anchor';
      link.href = `#${block.id}`;
      link.setAttribute('aria-label', onDevice.paragraphLink(block.id));
      link.addEventListener('click', () => {
        const address = new URL(link.href, page.baseURI);
        address.search = '';
        void copyText(address.href, page).then((isCopied) => {
          announcer.textContent = isCopied ? onDevice.copied : onDevice.copyFailed;
          setTimeout(() => (announcer.textContent = ''), 4000);
        });
      });
      block.append(link);
    });
}
