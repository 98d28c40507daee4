/**
 * Puts text on the clipboard and says whether it worked. Plain-HTTP intranets have no `navigator.clipboard`
 * (https://developer.mozilla.org/docs/Web/API/Clipboard: secure contexts only), so a selected field is the second way.
 */
export async function copyText(text: string, page: Document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, page);
  }
}

function copyBySelection(text: string, page: Document): boolean {
  const field = page.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr-only';
  const focused = page.activeElement;
  page.body.append(field);
  field.select();
  const isCopied = page.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
