/**
 * Puts cells that were copied from a spreadsheet into a table, from `cell` on to the right and down, as far as the table's blanks go. Whether
 * it did: words of one cell are left to the browser.
 */
export function spread(cell: HTMLElement, words: string): boolean {
  const lines = words.replace(/\r?\n$/, '').split(/\r?\n/);
  const row = cell.parentElement;
  if (!row || (lines.length === 1 && words.indexOf('\t') < 0)) return false;
  const column = Array.prototype.indexOf.call(row.children, cell);
  let target: Element | null = row;
  lines.forEach((line) => {
    line.split('\t').forEach((value, index) => {
      const place = target?.children[column + index];
      if (place instanceof HTMLElement && 'cell' in place.dataset) place.textContent = value.trim();
    });
    target = target && target.nextElementSibling;
  });
  cell.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
