import { checkText } from '../../domain/self-check/check-text.ts';
import { plainText, type CheckedText } from '../../domain/self-check/checked-text.ts';
import { findOverlaps, type Overlap } from '../../domain/self-check/overlap.ts';
import type { Requirements } from '../../domain/self-check/requirements.ts';
import { checkWords } from '../../strings/self-check.ts';
import { toaster } from '../toast.ts';
import type { CheckForm } from './form.ts';
import { openLibrary } from './library.ts';
import { readChosenFile } from './read-file.ts';
import { showResult } from './show-result.ts';

/** Checks what stands in a form against the call of its place and shows the result. The library is asked for at once. */
export function makeChecker(
  place: HTMLElement,
  form: CheckForm,
  result: HTMLElement,
): { check(): Promise<void> } {
  const page = place.ownerDocument;
  const requirements = JSON.parse(place.dataset.requirements ?? '{}') as Requirements;
  const site = new URL(place.dataset.site ?? '/', page.baseURI).href;
  const library = openLibrary(site);
  const say = toaster(page);
  library.read().catch(() => undefined);

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

  return {
    async check() {
      const text = await chosenText();
      if (!text) return;
      const overlaps = await overlapsIn(text);
      showResult(result, { text, requirements, site, say, overlaps, result: checkText(text, requirements) });
      result.querySelector<HTMLElement>('h3')?.focus();
    },
  };
}
