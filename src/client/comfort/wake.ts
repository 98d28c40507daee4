import { startReadingPage } from './reading-page.ts';

/** What a button with `data-tool` does, loaded when it is first pressed. */
const TOOLS = {
  large: () => import('./large-type.ts'),
  settings: () => import('./panel.ts'),
  aloud: () => import('./read-aloud.ts'),
};

type Tool = keyof typeof TOOLS;

/** Starts what every page has, and the reading text where there is one. All pages share this one script. */
export function wakePage(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-tool]');
    const load = button && TOOLS[button.dataset.tool as Tool];
    if (load) void load().then(({ use }) => use(button));
  });
  const prose = page.querySelector<HTMLElement>('[data-prose]');
  if (prose) startReadingPage(page, prose);
}
