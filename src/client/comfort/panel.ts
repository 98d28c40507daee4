import { comfortWords as words } from '../../strings/comfort-client.ts';
import { deviceStore } from '../store.ts';
import { choicesOf, choose, chooseDefaults, type ChoiceName } from './choices.ts';
import { comfortStyles } from './styles.ts';

const GROUPS: readonly (readonly [
  ChoiceName,
  string,
  readonly (readonly [value: string, label: string])[],
])[] = [
  [
    'size',
    words.size,
    [18, 20, 22, 26, 30].map((pixels, index) => [
      index === 0 ? '' : String(index + 1),
      words.sizeStep(pixels),
    ]),
  ],
  [
    'theme',
    words.theme,
    [
      ['', words.system],
      ['light', words.light],
      ['sepia', words.sepia],
      ['dark', words.dark],
      ['contrast', words.contrast],
    ],
  ],
  [
    'face',
    words.face,
    [
      ['', words.song],
      ['hei', words.hei],
    ],
  ],
  [
    'line',
    words.line,
    [
      ['tight', words.tight],
      ['', words.medium],
      ['loose', words.loose],
    ],
  ],
  [
    'paragraphs',
    words.paragraphs,
    [
      ['', words.indented],
      ['spaced', words.spaced],
    ],
  ],
  [
    'numbers',
    words.numbers,
    [
      ['', words.unnumbered],
      ['on', words.numbered],
    ],
  ],
];

/** Opens the panel with the reader's choices beside its button, or closes it. Every choice shows at once and is kept on the device. */
export async function use(opener: HTMLElement): Promise<void> {
  const page = opener.ownerDocument;
  await comfortStyles(page);
  const open = page.querySelector<HTMLElement>('.comfort-panel');
  if (open) {
    close(open, opener);
    return;
  }
  const store = deviceStore(() => localStorage);
  const panel = page.createElement('div');
  const form = page.createElement('form');
  panel.className = 'comfort-panel';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', words.title);
  form.append(
    heading(page),
    ...GROUPS.map(([name, label, options]) => group(page, name, label, options)),
    foot(page, opener),
  );
  panel.append(form);
  const show = () => {
    const choices = choicesOf(page);
    for (const [name] of GROUPS) {
      const value = choices[name] ?? '';
      panel
        .querySelectorAll<HTMLInputElement>(`[name="${name}"]`)
        .forEach((box) => (box.checked = box.value === value));
    }
  };
  panel.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(page, store, { [name]: value });
  });
  panel.addEventListener('reset', (event) => {
    event.preventDefault();
    chooseDefaults(page, store);
    show();
  });
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    close(panel, opener);
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close(panel, opener);
  });
  show();
  (opener.parentElement ?? opener).after(panel);
  opener.setAttribute('aria-expanded', 'true');
  panel.querySelector<HTMLElement>('input:checked')?.focus();
}

function close(panel: HTMLElement, opener: HTMLElement): void {
  panel.remove();
  opener.setAttribute('aria-expanded', 'false');
  opener.focus();
}

function heading(page: Document): HTMLElement {
  const head = page.createElement('p');
  head.className = 'comfort-panel__head';
  const title = page.createElement('strong');
  title.textContent = words.title;
  head.append(title, button(page, 'submit', words.close));
  return head;
}

function foot(page: Document, opener: HTMLElement): HTMLElement {
  const foot = page.createElement('p');
  foot.className = 'comfort-panel__foot';
  const kept = page.createElement('a');
  kept.href = opener.dataset.device ?? '';
  kept.textContent = words.kept;
  foot.append(words.help, ' ', kept, button(page, 'reset', words.reset));
  return foot;
}

function button(page: Document, type: 'submit' | 'reset', label: string): HTMLElement {
  const button = page.createElement('button');
  button.type = type;
  button.textContent = label;
  return button;
}

function group(
  page: Document,
  name: ChoiceName,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
): HTMLElement {
  const set = page.createElement('fieldset');
  set.className = `comfort-panel__${name}`;
  const legend = page.createElement('legend');
  legend.textContent = label;
  set.append(legend);
  for (const [value, words] of options) set.append(option(page, name, value, words));
  return set;
}

function option(page: Document, name: ChoiceName, value: string, label: string): HTMLElement {
  const box = page.createElement('input');
  box.type = 'radio';
  box.name = name;
  box.value = value;
  const caption = page.createElement('span');
  if (name === 'size') {
    caption.textContent = words.sample;
    caption.dataset.step = value || '1';
    box.setAttribute('aria-label', label);
  } else caption.textContent = label;
  const choice = page.createElement('label');
  choice.append(box, caption);
  return choice;
}
