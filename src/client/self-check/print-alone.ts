/** Prints with a class on the root element, by which the page's style leaves everything else out. */
export function printAlone(className: string): void {
  const root = document.documentElement;
  root.classList.add(className);
  window.addEventListener('afterprint', () => root.classList.remove(className), { once: true });
  window.print();
}
