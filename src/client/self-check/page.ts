import { checkText } from '../../domain/self-check/check-text.ts';
import { plainText, type CheckedText } from '../../domain/self-check/checked-text.ts';
import { findOverlaps, type Overlap } from '../../domain/self-check/overlap.ts';
import type { Requirements } from '../../domain/self-check/requirements.ts';
import { checkWords } from '../../strings/self-check.ts';
import { deviceStore, isText } from '../store.ts';
import { toaster } from '../toast.ts';
import { makeForm } from './form.ts';
import { openLibrary } from './library.ts';
import { readChosenFile } from './read-file.ts';
import { showResult } from './show-result.ts';

/** Wakes the self-check of a call's page. The text never leaves the device. */
export function startSelfCheck(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-self-check]');
  if (!place) return;
  const requirements = JSON.parse(place.dataset.requirements ?? '{}') as Requirements;
  const site = new URL(place.dataset.site ?? '/', page.baseURI).href;
  const library = openLibrary(site);
  const store = deviceStore(() => localStorage);
  const key = `self-check.${place.dataset.selfCheck ?? ''}`;
  const say = toaster(page);
  const result = page.createElement('div');
  result.setAttribute('role', 'status');
  result.dataset.checkResult = '';

  const form = makeForm(page, { kept: store.read(key, isText) });
  // Asked for before there is a text, and whatever the text: the server learns nothing about it.
  form.element.addEventListener('pointerenter', prepare, { once: true });
  form.element.addEventListener('focusin', prepare, { once: true });
  form.onKeep((text) => store.write(key, text));
  form.onClear(() => {
    store.write(key, undefined);
    result.replaceChildren();
  });
  form.onCheck(() => void check());
  place.append(form.element, result);

  function prepare(): void {
    library.read().catch(() => undefined);
  }

  async function check(): Promise<void> {
    const text = await chosenText();
    if (!text) return;
    const checked = checkText(text, requirements);
    showResult(result, { text, requirements, site, say, result: checked, overlaps: await overlapsIn(text) });
    result.querySelector<HTMLElement>('h3')?.focus();
  }

  async function chosenText(): Promise<CheckedText | undefined> {
    const { file, text } = form.chosen();
    if (file) {
      try {
        return await readChosenFile(file);
      } catch {
        note(checkWords.unreadable);
        return undefined;
      }
    }
    if (text.trim() !== '') return plainText(text);
    note(checkWords.nothingToCheck);
    return undefined;
  }

  async function overlapsIn({ paragraphs }: CheckedText): Promise<Overlap[] | undefined> {
    note(checkWords.libraryLoading);
    try {
      return findOverlaps(paragraphs, await library.read());
    } catch {
      return undefined;
    }
  }

  function note(words: string): void {
    const line = page.createElement('p');
    line.className = 'empty';
    line.textContent = words;
    result.replaceChildren(line);
  }
}
