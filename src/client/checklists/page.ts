import {
  isChecklistRecord,
  readRecordFile,
  withItem,
  writeRecordFile,
  type ChecklistRecord,
} from '../../domain/checklists/record.ts';
import { checklistWords } from '../../strings/checklist-client.ts';
import { deviceStore, isText } from '../store.ts';
import { toaster } from '../toast.ts';
import { itemLine } from './item-line.ts';
import { saveFile } from './save-file.ts';

const DEVICE_UNIT = 'unit';

/** Starts a checklist: a unit's own ticks and words, kept on the device; export and import; printing blank or as filled in. */
export function startChecklistPage(page: Document): void {
  const sheet = page.querySelector<HTMLElement>('[data-checklist]');
  const tools = sheet?.querySelector<HTMLElement>('[data-checklist-tools]');
  const choice = sheet?.querySelector<HTMLSelectElement>('[data-unit-choice]');
  if (!sheet || !tools || !choice) return;
  const store = deviceStore(() => localStorage);
  const say = toaster(page);
  const id = sheet.dataset.checklist ?? '';
  const title = sheet.dataset.title ?? '';
  let record: ChecklistRecord = {};

  const key = () => `checklist.${id}.${choice.value}`;
  const unitName = () => (choice.value ? (choice.selectedOptions[0]?.textContent ?? '') : '');
  const counter = page.createElement('p');
  counter.className = 'soft no-print';
  const lines = [...sheet.querySelectorAll<HTMLElement>('[data-item]')].map((row) =>
    itemLine(row, (item, change) => {
      record = withItem(record, item, change);
      store.write(key(), Object.keys(record).length > 0 ? record : undefined);
      count();
      row.querySelector('.box')?.classList.toggle('is-ticked', record[item]?.done === true);
    }),
  );
  const count = () => {
    counter.textContent = checklistWords.ticked(
      lines.filter((line) => record[line.id]?.done).length,
      lines.length,
    );
  };
  const show = () => {
    lines.forEach((line) => line.show(record[line.id]));
    count();
    const name = sheet.querySelector('[data-unit-name]');
    if (name) name.textContent = unitName();
    for (const due of sheet.querySelectorAll<HTMLElement>('[data-of-units]')) {
      due.hidden = choice.value !== '' && !(due.dataset.ofUnits ?? '').split(' ').includes(choice.value);
    }
  };
  const load = () => {
    record = store.read(key(), isChecklistRecord) ?? {};
    show();
  };
  const replace = (items: ChecklistRecord) => {
    record = items;
    store.write(key(), Object.keys(items).length > 0 ? items : undefined);
    show();
  };

  const printed = (isBlank: boolean) => () => {
    sheet.classList.toggle('prints-blank', isBlank);
    window.print();
    sheet.classList.remove('prints-blank');
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readRecordFile(await file.text(), id);
    if (typeof read === 'string') {
      say(read === 'another checklist' ? checklistWords.otherChecklist : checklistWords.notRecord);
      return;
    }
    const knowsUnit = [...choice.options].some(({ value }) => value === read.unit);
    if (knowsUnit && read.unit !== choice.value) {
      choice.value = read.unit;
      load();
    }
    const isReplacing = Object.keys(record).length > 0;
    if (isReplacing && !window.confirm(checklistWords.replace(unitName()))) return;
    replace(read.items);
    say(checklistWords.imported(Object.values(read.items).filter(({ done }) => done).length));
  };

  const picker = page.createElement('input');
  picker.type = 'file';
  picker.accept = '.json,application/json';
  picker.hidden = true;
  picker.addEventListener('change', () => {
    void take(picker.files?.[0]).finally(() => (picker.value = ''));
  });
  const button = (words: string, press: () => void) => {
    const made = page.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.addEventListener('click', press);
    return made;
  };
  tools.append(
    button(checklistWords.printBlank, printed(true)),
    button(checklistWords.printTicked, printed(false)),
    button(checklistWords.export, () => {
      const file = { checklist: id, title, unit: choice.value, unitName: unitName(), items: record };
      saveFile(page, checklistWords.fileName(title, unitName()), writeRecordFile(file));
      say(checklistWords.exported);
    }),
    button(checklistWords.import, () => picker.click()),
    button(checklistWords.clear, () => {
      if (Object.keys(record).length === 0 || !window.confirm(checklistWords.clearSure)) return;
      replace({});
      say(checklistWords.cleared);
    }),
    picker,
  );
  tools.hidden = false;
  tools.after(counter);
  const [none] = choice.options;
  if (none) none.textContent = checklistWords.noUnit;
  const own = store.read(DEVICE_UNIT, isText) ?? '';
  choice.value = [...choice.options].some(({ value }) => value === own) ? own : '';
  choice.hidden = false;
  choice.addEventListener('change', load);
  sheet.classList.add('is-awake');
  load();
}
