import type { Office } from '../../domain/search/federation.ts';
import { federationWords as words } from '../../strings/federation.ts';
import { make } from './elements.ts';
import type { Search } from './engine.ts';
import { openFederation, type SilentOffice } from './federation.ts';
import type { PageSearch } from './page-search.ts';

const namesOf = (silent: readonly SilentOffice[]): string =>
  silent.map(({ office }) => office.name).join(words.between);

/** Reports slow offices once they have answered after all. */
function lateLine(silent: readonly SilentOffice[]): HTMLElement {
  const line = make('p', { hidden: true });
  const come: SilentOffice[] = [];
  for (const one of silent) {
    one.late?.then(
      () => {
        come.push(one);
        line.textContent = words.late(namesOf(come));
        line.hidden = false;
      },
      () => undefined,
    );
  }
  return line;
}

/** Names the offices whose results are missing, those that did not answer apart from those whose answer is of no use. */
function notice(silent: readonly SilentOffice[], again: () => void): HTMLElement {
  const lines = [
    { say: words.silent, of: silent.filter(({ reason }) => reason !== 'missing') },
    { say: words.unusable, of: silent.filter(({ reason }) => reason === 'missing') },
  ].filter(({ of }) => of.length > 0);
  const button = make('button', { type: 'button' }, words.again);
  button.addEventListener('click', again);
  return make(
    'div',
    { role: 'status', 'data-silent': silent.length },
    ...lines.map(({ say, of }) => make('p', {}, say(namesOf(of)))),
    lateLine(silent),
    make('p', {}, button),
  );
}

/** The search of several offices for the page, the own office first; the answer says who is missing. */
export function openOffices(
  offices: readonly Office[],
  open: (office: Office) => Promise<Search>,
): PageSearch {
  const federation = openFederation(offices, open);
  return {
    suggestions: () => federation.suggestions(),
    async search(request) {
      const answer = await federation.search(request);
      const { silent } = answer;
      return { ...answer, notice: silent.length > 0 ? (again) => notice(silent, again) : undefined };
    },
  };
}
