import { onDevice } from '../strings/on-device.ts';
import { copyText } from './copy-text.ts';
import { toaster } from './toast.ts';

const BLOCKS = ['p', 'h2', 'h3', 'h4'].map((name) => `[data-prose] ${name}[id]`).join();

/** Puts a link beside every block of the reading text; following it also copies the full address. Without script the anchors still work. */
export function offerParagraphLinks(page: Document): void {
  const say = toaster(page);
  page.querySelectorAll<HTMLElement>(BLOCKS).forEach((block) => {
    const link = page.createElement('a');
    link.className = 'anchor';
    link.href = `#${block.id}`;
    link.setAttribute('aria-label', onDevice.paragraphLink(block.id));
    link.addEventListener('click', () => {
      const address = new URL(link.href, page.baseURI);
      address.search = '';
      void copyText(address.href, page).then((isCopied) =>
        say(isCopied ? onDevice.copied : onDevice.copyFailed),
      );
    });
    block.append(link);
  });
}
