/** An element with a class and children. */
export function make(name: string, className?: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A button that does something. */
export function makeButton(caption: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = caption;
  button.addEventListener('click', run);
  return button;
}
