import { parseNames, type Attendee } from '../../domain/forms/names.ts';
import { paperWords } from '../../strings/paper-client.ts';

/** Fills the sign-in sheets from a list that is pasted or read from a file on the device; more names than rows make more pages. */
export function offerRoster(pack: HTMLElement): void {
  const tools = pack.querySelector<HTMLElement>('[data-roster-tools]');
  const list = tools?.querySelector('textarea');
  const file = tools?.querySelector<HTMLInputElement>('input[type="file"]');
  const said = tools?.querySelector<HTMLElement>('[data-roster-said]');
  if (!list || !file || !said) return;
  const fill = () => {
    const names = parseNames(list.value);
    rosterGroups(pack).forEach((sheets) => fillSheets(sheets, names));
    said.textContent = names.length > 0 ? paperWords.names(names.length) : '';
  };
  list.addEventListener('input', fill);
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    readText(chosen).then(
      (text) => {
        list.value = text;
        fill();
      },
      () => (said.textContent = paperWords.fileFailed),
    );
  });
}

/** The text of a file in UTF-8 or, where it is not, GB 18030. Rejects when it is neither. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/** The sign-in sheets of each sitting, in their order: its names are numbered from 1. */
function rosterGroups(pack: HTMLElement): HTMLElement[][] {
  const groups: HTMLElement[][] = [];
  pack.querySelectorAll<HTMLElement>('[data-roster]').forEach((roster) => {
    const sheet = roster.closest<HTMLElement>('.sheet');
    if (!sheet) return;
    if (roster.dataset.roster === '1') groups.push([sheet]);
    else groups[groups.length - 1]?.push(sheet);
  });
  return groups;
}

function fillSheets(sheets: HTMLElement[], names: readonly Attendee[]): void {
  sheets.filter((sheet) => 'added' in sheet.dataset).forEach((sheet) => sheet.remove());
  const own = sheets.filter((sheet) => !('added' in sheet.dataset));
  const onePage = own[0]?.querySelectorAll('[data-name]').length ?? 0;
  while (onePage > 0 && own.length * onePage < names.length) own.push(addPage(own[own.length - 1]!, onePage));
  own.forEach((sheet) => {
    sheet.querySelectorAll<HTMLElement>('[data-name]').forEach((cell) => {
      cell.textContent = names[Number(cell.dataset.name) - 1]?.name ?? '';
    });
    sheet.querySelectorAll<HTMLElement>('[data-post]').forEach((cell) => {
      cell.textContent = names[Number(cell.dataset.post) - 1]?.post ?? '';
    });
  });
}

/** A further sign-in page after `last`, its numbers carried on. */
function addPage(last: HTMLElement, onePage: number): HTMLElement {
  const page = last.cloneNode(true) as HTMLElement;
  const from = Number(last.querySelector<HTMLElement>('[data-roster]')?.dataset.roster ?? 1) + onePage;
  page.dataset.added = '';
  page.id = `${last.id}-from-${from}`;
  const title = page.querySelector('.sheet__title');
  if (title) title.id = `${page.id}-title`;
  const roster = page.querySelector<HTMLElement>('[data-roster]');
  if (roster) roster.dataset.roster = String(from);
  const carry = (selector: string, key: 'name' | 'post') =>
    page.querySelectorAll<HTMLElement>(selector).forEach((cell) => {
      cell.dataset[key] = String(Number(cell.dataset[key]) + onePage);
    });
  carry('[data-name]', 'name');
  carry('[data-post]', 'post');
  page.querySelectorAll<HTMLElement>('.roster .number').forEach((cell) => {
    cell.textContent = String(Number(cell.textContent) + onePage);
  });
  last.after(page);
  return page;
}
