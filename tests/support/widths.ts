import type { Page } from 'playwright-core';

/**
 * Opens an address of a served site in a frame of that site and says at which widths it scrolls sideways, each with the element that is too wide.
 * A frame is a page of its own to media queries, and takes a new width in a millisecond where a window takes fifty.
 *
 * @param widths CSS pixels
 */
export async function tooWide(
  page: Page,
  site: string,
  address: string,
  widths: readonly number[],
): Promise<string[]> {
  if (!page.url().endsWith('/robots.txt')) await page.goto(`${site}/robots.txt`);
  return page.evaluate(
    async ({ source, widths }) => {
      const frame = document.createElement('iframe');
      Object.assign(frame.style, { width: '1280px', height: '740px', border: '0' });
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.src = source;
      document.body.replaceChildren(frame);
      await loaded;
      const page = frame.contentDocument;
      if (!page?.querySelector('main')) throw new Error(`no page at ${source}`);
      await page.fonts.ready;
      await new Promise((resolve) => requestIdleCallback(resolve));
      const found: string[] = [];
      for (const width of widths) {
        frame.style.width = `${width}px`;
        const { scrollWidth, clientWidth } = page.documentElement;
        if (clientWidth !== width) throw new Error(`the frame is ${clientWidth} px wide, not ${width}`);
        if (scrollWidth <= clientWidth) continue;
        const element = [...page.querySelectorAll('body *')].find(
          (each) => each.getBoundingClientRect().right > clientWidth + 1,
        );
        found.push(`${scrollWidth} px in ${width}: ${element?.outerHTML.slice(0, 120) ?? '?'}`);
      }
      return found;
    },
    { source: site + address, widths },
  );
}
