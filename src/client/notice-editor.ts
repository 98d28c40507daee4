import { noticeText, type NoticeFacts } from '../domain/schedule/notice.ts';
import { scheduleWords } from '../strings/schedule-client.ts';

/** What the editor works on. */
export interface NoticeEditing {
  /** The facts as they stand now, changes included. */
  facts(): NoticeFacts;
  /** The facts before anybody changed them. */
  planned: NoticeFacts;
  /** Keeps what differs from the plan. */
  keep(changes: Record<string, string>): void;
  copy(): Promise<void>;
}

const FIELDS = [
  ['day', scheduleWords.day, 'date'],
  ['time', scheduleWords.time, 'time'],
  ['place', scheduleWords.place, 'text'],
  ['chair', scheduleWords.chair, 'text'],
  ['remarks', scheduleWords.remarks, 'text'],
] as const;

/** Opens a panel in which place, chair, time and remarks can be filled in, with the notice's text below; nothing is sent anywhere. */
export function openNoticeEditor(editing: NoticeEditing): void {
  const opener = document.activeElement;
  const panel = document.createElement('div');
  panel.className = 'editor';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-modal', 'true');
  panel.setAttribute('aria-label', scheduleWords.editTitle);
  const form = document.createElement('form');
  const text = document.createElement('textarea');
  text.readOnly = true;
  text.rows = 12;
  const show = () => (text.value = noticeText(editing.facts()));
  const inputs = FIELDS.map(([name, label, type]) => {
    const input = field(form, label, type, editing.facts()[name] ?? '');
    input.addEventListener('input', () => {
      editing.keep(changesOf());
      show();
    });
    return [name, input] as const;
  });
  const changesOf = () =>
    Object.fromEntries(
      inputs.flatMap(([name, { value }]) => (value === (editing.planned[name] ?? '') ? [] : [[name, value]])),
    );
  const close = () => {
    panel.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const help = document.createElement('p');
  help.className = 'soft';
  help.textContent = scheduleWords.editHelp;
  const buttons = document.createElement('p');
  buttons.append(
    button(scheduleWords.copy, () => void editing.copy()),
    button(scheduleWords.print, () => printOnly(panel)),
    button(scheduleWords.restore, () => {
      editing.keep({});
      inputs.forEach(([name, input]) => (input.value = editing.planned[name] ?? ''));
      show();
    }),
    button(scheduleWords.close, close),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepFocusInside(panel, event);
  });
  panel.append(heading(), help, form, text, buttons);
  document.body.append(panel);
  show();
  inputs[0]?.[1].focus();
}

function heading(): HTMLElement {
  const title = document.createElement('h2');
  title.textContent = scheduleWords.editTitle;
  return title;
}

function field(form: HTMLElement, label: string, type: string, value: string): HTMLInputElement {
  const row = document.createElement('label');
  const input = document.createElement('input');
  input.type = type;
  input.value = value;
  row.append(label, input);
  form.append(row);
  return input;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', act);
  return element;
}

function printOnly(panel: HTMLElement): void {
  panel.classList.add('prints-alone');
  document.body.classList.add('prints-panel');
  window.print();
  panel.classList.remove('prints-alone');
  document.body.classList.remove('prints-panel');
}

function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('input, textarea, button')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
