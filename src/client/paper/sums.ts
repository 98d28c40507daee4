import { workOutTable, type WorkedColumn } from '../../domain/forms/work-out-table.ts';
import { spread } from './grid.ts';

/** Works out the totals and shares of tables that have some, anew after every edit, and takes cells copied from a spreadsheet. */
export function offerSums(pack: HTMLElement): void {
  pack.querySelectorAll<HTMLTableElement>('table[data-worked]').forEach((table) => {
    const columns = JSON.parse(table.dataset.worked ?? '[]') as WorkedColumn[];
    const all = Array.prototype.slice.call(table.querySelectorAll('tbody tr')) as HTMLElement[];
    const rows = all.slice(0, -1);
    const show = () => {
      const { shares, totals } = workOutTable(
        columns,
        rows.map(({ children }) =>
          Array.prototype.map.call(children, ({ textContent }: Element) => textContent ?? ''),
        ) as string[][],
      );
      columns.forEach(({ share, total }, column) => {
        if (share)
          rows.forEach((row, index) => (row.children[column]!.textContent = shares[index]![column]!));
        if (share ?? total) all[all.length - 1]!.children[column]!.textContent = totals[column]!;
      });
    };
    table.addEventListener('input', show);
    table.addEventListener('paste', (event) => takeCells(event), true);
  });
}

function takeCells(event: ClipboardEvent): void {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
  if (!cell || !spread(cell, event.clipboardData?.getData('text/plain') ?? '')) return;
  event.preventDefault();
  event.stopPropagation();
}
