/** Loads the styles of choices, panels and bars, once. Resolves when they hold, or when they cannot be had. */
export function comfortStyles(page: Document): Promise<void> {
  if (page.querySelector('#comfort')) return Promise.resolve();
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.id = 'comfort';
  link.href = page.querySelector<HTMLElement>('script[data-styles]')?.dataset.styles ?? '';
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    page.head.append(link);
  });
}
