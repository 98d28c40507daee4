import type { Office } from '../../domain/search/federation.ts';
import { federationWords as words } from '../../strings/federation.ts';
import { make } from './elements.ts';
import type { Search } from './engine.ts';
import { openFederation, type SilentOffice } from './federation.ts';
import type { PageSearch } from './page-search.ts';

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
    ...lines.map(({ say, of }) => make('p', {}, say(of.map(({ office }) => office.name).join(words.between)))),
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
