/** Makes a change and leaves the focus where it was, though the page moves the control elsewhere. */
export function keepingFocus(change: () => void): void {
  const focused = document.activeElement;
  change();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  });
}
