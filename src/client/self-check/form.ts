import { checkWords as words } from '../../strings/self-check-form.ts';

/** The form into which a text is put. */
export interface CheckForm {
  element: HTMLElement;
  chosen(): { file: File | undefined; text: string };
  onCheck(run: () => void): void;
  onClear(run: () => void): void;
  /** Called with the text to keep on the device, or with nothing when it is not to be kept. */
  onKeep(run: (text: string | undefined) => void): void;
}

/** Makes the form; `kept` is the text that the writer asked to keep. A chosen file is checked instead of what stands in the field. */
export function makeForm(page: Document, { kept }: { kept: string | undefined }): CheckForm {
  const element = page.createElement('form');
  element.className = 'check-form';
  const field = page.createElement('textarea');
  field.rows = 10;
  field.value = kept ?? '';
  field.placeholder = words.pasteHelp;
  field.setAttribute('aria-label', words.paste);
  field.autocomplete = 'off';
  field.spellcheck = false;
  const file = page.createElement('input');
  file.type = 'file';
  file.accept =
    '.docx,.txt,.md,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const keep = page.createElement('input');
  keep.type = 'checkbox';
  keep.checked = kept !== undefined;
  const clear = buttonOf(words.clear, 'button');
  const buttons = page.createElement('p');
  buttons.className = 'tools bar';
  buttons.append(buttonOf(words.check, 'submit'), clear);
  element.append(labelled(words.file, file, false), field, labelled(words.keep, keep, true), buttons);

  let keeping: (text: string | undefined) => void = () => undefined;
  const keepNow = () => keeping(keep.checked ? field.value : undefined);
  keep.addEventListener('change', keepNow);
  field.addEventListener('input', () => {
    file.value = '';
    if (keep.checked) keepNow();
  });
  return {
    element,
    chosen: () => ({ file: file.files?.[0], text: field.value }),
    onCheck(run) {
      element.addEventListener('submit', (event) => {
        event.preventDefault();
        run();
      });
    },
    onClear(run) {
      clear.addEventListener('click', () => {
        element.reset();
        field.value = '';
        keep.checked = false;
        run();
      });
    },
    onKeep(run) {
      keeping = run;
    },
  };

  function buttonOf(caption: string, type: 'button' | 'submit'): HTMLButtonElement {
    const button = page.createElement('button');
    button.type = type;
    button.textContent = caption;
    return button;
  }

  function labelled(caption: string, input: HTMLInputElement, isAfter: boolean): HTMLElement {
    const label = page.createElement('label');
    if (isAfter) label.className = 'check-keep';
    const name = page.createElement('span');
    name.textContent = caption;
    label.append(...(isAfter ? [input, name] : [name, input]));
    return label;
  }
}
