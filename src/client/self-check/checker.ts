import type { Requirements } from '../../domain/self-check/requirements.ts';
import { checkWords } from '../../strings/self-check.ts';
import { toaster } from '../toast.ts';
import type { Outcome } from './check-worker.ts';
import { makeChecking } from './checking.ts';
import type { CheckForm } from './form.ts';
import { openLibrary } from './library.ts';
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
  const checking = makeChecking();
  const say = toaster(page);
  checking.prepare();
  library.read().catch(() => undefined);

  function note(words: string): void {
    const line = page.createElement('p');
    line.className = 'empty';
    line.textContent = words;
    result.replaceChildren(line);
  }

  return {
    async check() {
      const { file, text: pasted } = form.chosen();
      if (!file && pasted.trim() === '') {
        note(checkWords.nothingToCheck);
        return;
      }
      note(checkWords.libraryLoading);
      const fingerprint = await library.read().catch(() => undefined);
      note(checkWords.checking);
      const outcome = await checking.check({ source: file ?? pasted, requirements, library: fingerprint });
      if (outcome === 'too slow') note(checkWords.tooSlow);
      else if ('refusal' in outcome) note(refusalWords(outcome));
      else {
        showResult(result, { requirements, site, say, ...outcome });
        result.querySelector<HTMLElement>('h3')?.focus();
      }
    },
  };
}

function refusalWords(outcome: Extract<Outcome, { refusal: string }>): string {
  if (outcome.refusal === 'package') return outcome.words;
  return outcome.refusal === 'too long' ? checkWords.tooLong : checkWords.unreadable;
}
