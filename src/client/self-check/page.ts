import { checkWords } from '../../strings/self-check-form.ts';
import { deviceStore, isText } from '../store.ts';
import { makeForm, type CheckForm } from './form.ts';

/** Starts the self-check on the page of a call. The text never leaves the device. */
export function startSelfCheck(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-self-check]');
  if (!place) return;
  const store = deviceStore(() => localStorage);
  const key = `self-check.${place.dataset.selfCheck ?? ''}`;
  const result = page.createElement('div');
  result.setAttribute('role', 'status');
  const form = makeForm(page, { kept: store.read(key, isText) });
  const check = checkerOf(place, form, result);
  // Code and library are asked for before there is a text, and whatever the text: the server learns nothing about it.
  for (const event of ['pointerdown', 'focusin'])
    form.element.addEventListener(event, () => void check(), { once: true });
  form.onKeep((text) => store.write(key, text));
  form.onClear(() => {
    store.write(key, undefined);
    result.replaceChildren();
  });
  form.onCheck(() => {
    void check()
      .then((checker) => checker.check())
      .catch(() => (result.textContent = checkWords.notLoaded));
  });
  place.append(form.element, result);
}

/** Loads the checker when first asked for, and again after a failure. */
function checkerOf(place: HTMLElement, form: CheckForm, result: HTMLElement) {
  let loading: Promise<{ check(): Promise<void> }> | undefined;
  return () => {
    loading ??= import('./checker.ts').then(({ makeChecker }) => makeChecker(place, form, result));
    loading.catch(() => (loading = undefined));
    return loading;
  };
}
