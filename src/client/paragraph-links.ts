import { onDevice } from '../strings/on-device.ts';

const BLOCKS = 'p[id],h2[id],h3[id],h4[id]';

/**
 * Puts a link beside every block of the reading text. Following it also copies the full address; selecting words or tapping a
 * paragraph opens the bar that cites. What copies and cites is loaded when a reader first touches the text. Without script the
 * anchors still work.
 */
export function offerParagraphLinks(prose: HTMLElement): void {
  const page = prose.ownerDocument;
  prose.querySelectorAll<HTMLElement>(BLOCKS).forEach((block) => {
    const link = page.createElement('a');
    link.className = 'anchor';
    link.href = `#${block.id}`;
    link.setAttribute('aria-label', onDevice.paragraphLink(block.id));
    block.append(link);
  });
  const load = () => import('./cite/cite.ts');
  prose.addEventListener('pointerover', load, { once: true });
  prose.addEventListener('focusin', load, { once: true });
  prose.addEventListener('click', (event) => void load().then((part) => part.citeAt(event, prose)));
  page.addEventListener('selectionchange', () => {
    if (page.getSelection()?.isCollapsed === false) void load().then((part) => part.citeSelection(prose));
  });
}
