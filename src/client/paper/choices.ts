import { paperWords } from '../../strings/paper-client.ts';

type Box = HTMLInputElement;

/** Lets the reader choose stages, sessions and forms; sheets not chosen are neither shown nor printed. `?session=s3` chooses one from the start. */
export function offerChoices(pack: HTMLElement): void {
  const find = (selector: string) => Array.prototype.slice.call(pack.querySelectorAll(selector)) as Box[];
  const stages = find('[data-choose-stage]');
  const parts = find('[data-choose-part]');
  const forms = find('[data-choose-form]');
  const button = pack.querySelector<HTMLButtonElement>('[data-print]');
  if (parts.length === 0) return;

  const show = () => {
    const isPart = chosen(parts, 'choosePart');
    const isForm = chosen(forms, 'chooseForm');
    let count = 0;
    pack.querySelectorAll<HTMLElement>('[data-sheet]').forEach((sheet) => {
      const { part, sheet: form = '' } = sheet.dataset;
      const isShown = isForm(form) && (part === undefined || isPart(part));
      sheet.hidden = !isShown;
      if (isShown) count += 1;
    });
    hideLines(pack, 'partLine', isPart);
    hideLines(pack, 'formLine', isForm);
    stages.forEach((stage) => {
      const own = parts.filter(({ dataset }) => dataset.stage === stage.dataset.chooseStage);
      stage.checked = own.some(({ checked }) => checked);
      stage.indeterminate = stage.checked && own.some(({ checked }) => !checked);
    });
    if (button) {
      button.disabled = count === 0;
      button.textContent = count === 0 ? paperWords.noneChosen : paperWords.sheets(count);
    }
  };

  const set = (boxes: readonly Box[], checked: boolean) => boxes.forEach((box) => (box.checked = checked));
  stages.forEach((stage) =>
    stage.addEventListener('change', () => {
      set(
        parts.filter(({ dataset }) => dataset.stage === stage.dataset.chooseStage),
        stage.checked,
      );
      show();
    }),
  );
  parts.concat(forms).forEach((box) => box.addEventListener('change', show));
  pack.querySelector('[data-choose-all]')?.addEventListener('click', () => {
    set(parts, true);
    show();
  });
  pack.querySelector('[data-choose-none]')?.addEventListener('click', () => {
    set(parts, false);
    show();
  });

  const asked = new URLSearchParams(location.search).getAll('session').map((id) => `session-${id}`);
  if (parts.some(({ dataset }) => asked.indexOf(dataset.choosePart ?? '') >= 0)) {
    parts.forEach((box) => (box.checked = asked.indexOf(box.dataset.choosePart ?? '') >= 0));
    set(
      forms.filter(({ dataset }) => dataset.chooseForm === 'cover' || dataset.chooseForm === 'contents'),
      false,
    );
  }
  show();
}

function chosen(boxes: readonly Box[], key: string): (id: string) => boolean {
  const checked = boxes.filter((box) => box.checked).map((box) => box.dataset[key]);
  return (id) => checked.indexOf(id) >= 0;
}

function hideLines(pack: HTMLElement, key: 'partLine' | 'formLine', isChosen: (id: string) => boolean): void {
  const attribute = key === 'partLine' ? 'data-part-line' : 'data-form-line';
  pack.querySelectorAll<HTMLElement>(`[${attribute}]`).forEach((line) => {
    line.hidden = !isChosen(line.dataset[key] ?? '');
  });
}
