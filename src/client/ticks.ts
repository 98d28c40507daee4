import { scheduleWords } from '../strings/schedule-client.ts';
import { isTexts, type DeviceStore } from './store.ts';

/** Puts a box beside every line of a schedule; ticks stay on the device, are printed with the page, and go with one button. */
export function offerTicks(schedule: HTMLElement, store: DeviceStore): void {
  const key = `ticks.${schedule.dataset.schedule ?? ''}`;
  const lines = [
    ...schedule.querySelectorAll<HTMLElement>('tr[data-session]:not(.is-dropped), tr[data-due]'),
  ];
  const idOf = (line: HTMLElement) => line.dataset.session ?? line.dataset.due ?? '';
  let ticks: Record<string, string> = store.read(key, isTexts) ?? {};
  const status = document.createElement('p');
  status.className = 'soft ticked';
  const counter = document.createElement('span');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.textContent = scheduleWords.clearTicks;
  status.append(counter, ' ', clear);

  const boxes = lines.map((line) => {
    const subject = line.querySelector('.subject');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'tick';
    box.setAttribute('aria-label', scheduleWords.tick(subject?.textContent ?? ''));
    box.addEventListener('change', () => {
      const others = Object.entries(ticks).filter(([id]) => id !== idOf(line));
      ticks = Object.fromEntries(box.checked ? [...others, [idOf(line), '1']] : others);
      save();
    });
    subject?.before(box);
    return [box, idOf(line)] as const;
  });
  const show = () => {
    for (const [box, id] of boxes) box.checked = id in ticks;
    const done = boxes.filter(([box]) => box.checked).length;
    status.hidden = done === 0;
    counter.textContent = scheduleWords.ticked(done, boxes.length);
  };
  const save = () => {
    store.write(key, Object.keys(ticks).length > 0 ? ticks : undefined);
    show();
  };
  clear.addEventListener('click', () => {
    ticks = {};
    save();
  });
  schedule.append(status);
  show();
}
