import { weekWords } from '../strings/week-client.ts';
import { offerNotices } from './notices.ts';
import { deviceStore, isText } from './store.ts';
import { showWeek } from './this-week.ts';
import { toaster } from './toast.ts';
import { todayInShanghai } from './today.ts';

const UNIT_KEY = 'unit';

/** Starts the home page: this week for the unit chosen on this device, or for all units. */
export function startHomePage(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-home-week]');
  const chooser = page.querySelector<HTMLSelectElement>('[data-choose-unit]');
  if (!place) return;
  const store = deviceStore(() => localStorage);
  const say = toaster(page);
  const due = page.querySelector<HTMLElement>('[data-coming-due]');
  const everybody = place.innerHTML;
  const show = async (unit: string) => {
    const own = unit ? await agendaOf(unit, chooser) : undefined;
    if (unit && own === undefined) say(weekWords.failed);
    place.innerHTML = own ?? everybody;
    const agenda = place.querySelector<HTMLElement>('[data-weeks]');
    if (agenda) showWeek(agenda, todayInShanghai(), due);
    offerNotices(place, store, say);
  };
  const known = store.read(UNIT_KEY, isText) ?? '';
  if (chooser) {
    chooser.value = [...chooser.options].some(({ value }) => value === known) ? known : '';
    chooser.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
    chooser.addEventListener('change', () => {
      store.write(UNIT_KEY, chooser.value || undefined);
      keepOffline(chooser.value);
      void show(chooser.value);
    });
  }
  void show(chooser?.value ?? '');
  keepOffline(chooser?.value ?? '');
}

/** Has the chosen unit's materials kept for reading without network; without a unit nothing is loaded. */
function keepOffline(unit: string): void {
  if (unit !== '') void import('./offline/unit-set.ts').then((part) => part.keepQuietly(unit));
}

/** The weeks of a unit as its own page has them; `undefined` where the page cannot be had. */
async function agendaOf(unit: string, chooser: HTMLSelectElement | null): Promise<string | undefined> {
  const address = [...(chooser?.options ?? [])].find(({ value }) => value === unit)?.dataset.address;
  if (!address) return undefined;
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.querySelector('[data-weeks]')?.outerHTML;
  } catch {
    return undefined;
  }
}

/** Starts a unit's page: its week, and the button that makes it this device's unit. */
export function startUnitPage(page: Document): void {
  const store = deviceStore(() => localStorage);
  const agenda = page.querySelector<HTMLElement>('[data-weeks]');
  if (agenda) showWeek(agenda, todayInShanghai(), page.querySelector<HTMLElement>('[data-coming-due]'));
  offerNotices(page, store, toaster(page));
  const button = page.querySelector<HTMLButtonElement>('[data-make-mine]');
  const unit = button?.dataset.makeMine;
  if (!button || !unit) return;
  const show = () => {
    const isMine = store.read(UNIT_KEY, isText) === unit;
    button.setAttribute('aria-pressed', String(isMine));
    button.hidden = false;
    if (isMine) keepOffline(unit);
  };
  button.addEventListener('click', () => {
    store.write(UNIT_KEY, store.read(UNIT_KEY, isText) === unit ? undefined : unit);
    show();
  });
  show();
}
