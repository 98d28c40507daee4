import type { ItemRecord } from '../../domain/checklists/record.ts';
import { checklistWords } from '../../strings/checklist-client.ts';

/** One line of a checklist that can be ticked and written into. */
export interface ItemLine {
  id: string;
  show(item: ItemRecord | undefined): void;
}

/**
 * Puts a box and text fields into a line of the table. What is written stands in a plain element as well, which is what gets printed: a text field
 * prints only what fits into it.
 */
export function itemLine(row: HTMLElement, onChange: (id: string, change: ItemRecord) => void): ItemLine {
  const id = row.dataset.item ?? '';
  const subject = row.querySelector('.subject')?.textContent ?? '';
  const paperBox = row.querySelector<HTMLElement>('.box');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'tick off-paper';
  box.setAttribute('aria-label', checklistWords.tick(subject));
  box.addEventListener('change', () => onChange(id, { done: box.checked }));
  paperBox?.before(box);

  const fields = [...row.querySelectorAll<HTMLElement>('[data-column]')].map((cell) => {
    const column = cell.dataset.column ?? '';
    const field = document.createElement('textarea');
    field.rows = 1;
    field.className = 'off-paper';
    field.setAttribute('aria-label', checklistWords.write(column, subject));
    const written = document.createElement('span');
    written.className = 'written';
    field.addEventListener('input', () => {
      written.textContent = field.value;
      grow(field);
      onChange(id, { written: { [column]: field.value } });
    });
    cell.append(field, written);
    return { column, field, written };
  });

  return {
    id,
    show(item) {
      box.checked = item?.done === true;
      paperBox?.classList.toggle('is-ticked', box.checked);
      for (const { column, field, written } of fields) {
        const words = item?.written?.[column] ?? '';
        if (field.value !== words) field.value = words;
        written.textContent = words;
        grow(field);
      }
    },
  };
}

function grow(field: HTMLTextAreaElement): void {
  field.rows = Math.max(1, field.value.split('\n').length, Math.ceil(field.value.length / 12));
}
