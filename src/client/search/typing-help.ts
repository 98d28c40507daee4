import { findWords } from '../../domain/search/find-words.ts';
import { createNormalForm } from '../../domain/search/normal-form.ts';
import { segmentsOf } from '../../domain/search/passage.ts';
import {
  prepareSuggestions,
  suggest,
  type PreparedSuggestion,
  type Suggestion,
} from '../../domain/search/suggestions.ts';
import { searchWords as words } from '../../strings/search.ts';
import { make, marked } from './elements.ts';

const SHOWN = 8;
const normalise = createNormalForm(new Map());

function optionFor(suggestion: Suggestion, typed: string, id: string, base: string): HTMLElement {
  const ranges = findWords(normalise(suggestion.text), [normalise(typed).units]);
  return make(
    'li',
    {
      role: 'option',
      id,
      'aria-selected': 'false',
      'data-address': base.replace(/\/$/, '') + suggestion.address,
    },
    make('span', {}, ...marked(segmentsOf(suggestion.text, ranges))),
    make('small', {}, words.helpKind[suggestion.kind]),
  );
}

/**
 * Offers names while the reader types, as a combobox (ARIA authoring practices: list autocomplete, manual selection):
 * arrows choose, Enter goes to what is chosen, Escape folds. `load` is asked once, at the first letter; where it fails
 * there is no help, and the search itself still says what is wrong.
 */
export function offerTypingHelp(
  input: HTMLInputElement,
  base: string,
  load: () => Promise<Suggestion[]>,
): void {
  const list = make('ul', {
    role: 'listbox',
    id: 'typing-help',
    class: 'help',
    'aria-label': words.help,
    hidden: true,
  });
  const status = make('p', { role: 'status', class: 'sr-only' });
  input.after(list, status);
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  let prepared: Promise<PreparedSuggestion[]> | undefined;
  let chosen = -1;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  function choose(index: number): void {
    chosen = index;
    options().forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
  }

  function fold(): void {
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    status.textContent = '';
    choose(-1);
  }

  function unfold(found: readonly Suggestion[], typed: string): void {
    if (found.length === 0) {
      fold();
      return;
    }
    list.replaceChildren(
      ...found.map((suggestion, index) => optionFor(suggestion, typed, `typing-help-${index}`, base)),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = words.helpCount(found.length);
    choose(-1);
  }

  async function help(): Promise<void> {
    const typed = input.value;
    prepared ??= load().then((suggestions) => prepareSuggestions(suggestions, normalise));
    prepared.catch(() => (prepared = undefined));
    const all = await prepared.catch(() => []);
    if (input.value === typed && document.activeElement === input)
      unfold(suggest(typed, all, normalise, SHOWN), typed);
  }

  function go(option: HTMLElement): void {
    location.assign(option.dataset['address']!);
  }

  input.addEventListener('input', () => void help());
  input.addEventListener('blur', fold);
  input.form?.addEventListener('submit', fold);
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (option) go(option);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown') choose(chosen === last ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen === -1 ? last : chosen - 1);
    else if (event.key === 'Escape') fold();
    else if (event.key === 'Enter' && chosen >= 0) go(options()[chosen]!);
    else return;
    event.preventDefault();
  });
}
