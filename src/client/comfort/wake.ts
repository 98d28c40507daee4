/** Wakes the two buttons of the page's head; what they do is loaded when first asked for. */
export function wakeComfort(page: Document): void {
  page
    .querySelector('[data-large-type]')
    ?.addEventListener('click', () => void import('./large-type.ts').then((part) => part.switchLargeType(page)));
  const opener = page.querySelector<HTMLElement>('[data-comfort]');
  opener?.addEventListener('click', () => void import('./panel.ts').then((part) => part.togglePanel(opener)));
}
