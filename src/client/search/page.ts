import { FACETS } from '../../domain/search/manifest.ts';
import type { PageFacet } from '../../domain/search/facets.ts';
import type { Office } from '../../domain/search/federation.ts';
import { asksNothing } from '../../domain/search/query.ts';
import { HANDBOOK_KIND } from '../../domain/search/record.ts';
import type { Suggestion } from '../../domain/search/suggestions.ts';
import { searchWords as words } from '../../strings/search.ts';
import type { SearchResult } from './describe-result.ts';
import { make } from './elements.ts';
import { openSearch } from './engine.ts';
import { readFacets, showFacets } from './facet-view.ts';
import { isOutdated, SearchFault } from './fault.ts';
import type { PageAnswer, PageSearch } from './page-search.ts';
import { isAsking, readState, writeState, type PageState } from './page-state.ts';
import { resultItem, type Match } from './result-view.ts';
import { offerTypingHelp } from './typing-help.ts';

const PAGE_LENGTH = 10;
const NEAR_LENGTH = 10;
/** The handbook is searched too, but it is no part of the library: its pages stand below, uncounted, until they are asked for. */
const ASIDE = { kinds: [HANDBOOK_KIND], limit: 3 };

/** Near matches are looked up unasked for queries of at most this length with at most this many exact matches. */
const FEW = 3;
const SHORT_QUERY = 12;

/** Where the facets stand above the results instead of beside them, and begin folded. */
const NARROW = '(max-width: 60rem)';

interface Parts {
  root: HTMLElement;
  form: HTMLFormElement;
  input: HTMLInputElement;
  panel: HTMLDetailsElement;
  facets: HTMLElement;
  clear: HTMLButtonElement;
  hints: HTMLElement;
  status: HTMLElement;
  sort: HTMLSelectElement;
  results: HTMLElement;
  message: HTMLElement;
}

function findParts(root: HTMLElement): Parts {
  const part = <Kind extends HTMLElement>(name: string): Kind =>
    root.querySelector<Kind>(`[data-part="${name}"]`)!;
  return {
    root,
    form: part('form'),
    input: part('input'),
    panel: part('panel'),
    facets: part('facets'),
    clear: part('clear'),
    hints: part('hints'),
    status: part('status'),
    sort: part('sort'),
    results: part('results'),
    message: part('message'),
  };
}

declare global {
  interface Window {
    /** The answer to the request that the head of the page made. */
    earlyManifest?: Promise<Response> | undefined;
  }
}

/** The request for the manifest that the page made before its scripts were there; only once, since a failed one is made anew. */
function takeEarlyManifest(): Promise<Response> | undefined {
  const early = window.earlyManifest;
  window.earlyManifest = undefined;
  return early;
}

type State = 'idle' | 'loading' | 'ready' | 'failed';

/** How many results were shown when the reader left, kept with the entry of the browser's history. */
interface Memory {
  shown?: number;
}

const memory = (): Memory => (history.state as Memory | null) ?? {};

/**
 * Binds the search to its page; `root` carries the site's base address in `data-base`, and in `data-offices` the offices whose sites are
 * searched as one, the own first, where there are several.
 */
export function startSearchPage(root: HTMLElement): void {
  const parts = findParts(root);
  const base = root.dataset['base'] ?? '/';
  const offices = JSON.parse(root.dataset['offices'] ?? '[]') as Office[];
  const shownFacets: readonly PageFacet[] = offices.length > 0 ? ['office', ...FACETS] : FACETS;
  let opening: Promise<PageSearch> | undefined;
  let asked = 0;
  /** Whether the newest index was already opened for the present request. */
  let isRenewed = false;

  const show = (state: State): void => {
    root.dataset['searchState'] = state;
    parts.results.setAttribute('aria-busy', String(state === 'loading'));
    parts.hints.hidden = state !== 'idle';
  };

  function fail(error: unknown): void {
    asked += 1;
    const reason = error instanceof SearchFault ? error.reason : 'browser';
    show('failed');
    parts.status.textContent = '';
    delete parts.status.dataset['resultCount'];
    parts.results.replaceChildren();
    const again = make('button', { type: 'button' }, reason === 'missing' ? words.reload : words.retry);
    again.addEventListener('click', () => {
      if (reason === 'missing') location.reload();
      else void run();
    });
    const library = make('a', { href: `${base}library/` }, words.library);
    parts.message.replaceChildren(
      make('p', { role: 'alert' }, words.fault[reason]),
      make('p', {}, again, ' ', library),
    );
  }

  async function openAll(): Promise<PageSearch> {
    const { openOffices } = await import('./offices.ts').catch((cause: unknown) => {
      throw new SearchFault('missing', 'a script of the page', { cause });
    });
    return openOffices(offices, (office) =>
      openSearch(office.address, office === offices[0] ? takeEarlyManifest() : undefined),
    );
  }

  function open(): Promise<PageSearch> {
    opening ??= offices.length > 0 ? openAll() : openSearch(base, takeEarlyManifest());
    opening.catch(() => (opening = undefined));
    return opening;
  }

  /** If the index has changed, repeats the request on the newest and shows that; reports any failure. */
  function recover(error: unknown): void {
    const isWorthAnother = isOutdated(error) && !isRenewed;
    opening = isOutdated(error) ? undefined : opening;
    isRenewed = isWorthAnother;
    if (isWorthAnother) void run();
    else fail(error);
  }

  async function offered(): Promise<Suggestion[]> {
    const suggestions = async () => (await open()).suggestions();
    return suggestions().catch((error: unknown) => {
      if (!isOutdated(error)) throw error;
      opening = undefined;
      return suggestions();
    });
  }

  async function run(): Promise<void> {
    const state = readState(location.search, shownFacets);
    const turn = (asked += 1);
    parts.input.value = state.text;
    parts.sort.value = state.sort;
    parts.message.replaceChildren();
    if (isAsking(state)) {
      show('loading');
      parts.status.textContent = words.loading;
    } else {
      show('idle');
      parts.status.textContent = '';
      parts.results.replaceChildren();
    }
    delete parts.status.dataset['resultCount'];
    try {
      const limit = isAsking(state) ? Math.max(PAGE_LENGTH, memory().shown ?? 0) : 0;
      const answer = await (await open()).search({ ...state, offset: 0, limit, aside: ASIDE });
      if (turn !== asked) return;
      showFacets(parts.facets, shownFacets, answer.facets);
      const notice = answer.notice?.(() => void run());
      if (notice) parts.message.replaceChildren(notice);
      parts.clear.hidden = Object.keys(state.selection).length === 0;
      if (isAsking(state)) await showAnswer(answer, state, turn);
    } catch (error) {
      if (turn === asked) recover(error);
    }
  }

  const items = (results: readonly SearchResult[], answer: PageAnswer, match: Match): HTMLLIElement[] =>
    results.map((result) => resultItem(result, answer.query, match, base, recover));

  async function showAnswer(answer: PageAnswer, state: PageState, turn: number): Promise<void> {
    const { query, exactCount, results } = answer;
    if (asksNothing(query)) {
      parts.results.replaceChildren();
      parts.status.dataset['resultCount'] = '0';
      parts.status.textContent = words.onlySigns;
      show('ready');
      return;
    }
    const isList = query.all.length + query.none.length === 0;
    const list = make('ol', { class: 'entries' }, ...items(results, answer, 'exact'));
    parts.results.replaceChildren(list);
    offerMore(list, answer, state, turn);
    parts.status.dataset['resultCount'] = String(exactCount);
    parts.status.textContent = isList ? words.listed(exactCount) : words.found(exactCount);
    if (exactCount === 0) {
      const narrowed = Object.keys(state.selection).length > 0;
      parts.results.append(make('p', { class: 'empty' }, narrowed ? words.nothingNarrowed : words.nothing));
    }
    if (!isList && answer.aside.length > 0) showHandbook(answer);
    const length = query.all.reduce((sum, term) => sum + term.units.length, 0);
    if (exactCount === 0 || (exactCount <= FEW && length <= SHORT_QUERY)) await showNear(answer, turn);
    else if (exactCount < PAGE_LENGTH && !isList) offerNear(answer, turn);
    if (turn === asked) show('ready');
  }

  function showHandbook(answer: PageAnswer): void {
    const heading = make('h2', { id: 'handbook' }, words.handbook);
    const list = make('ol', { class: 'entries' }, ...items(answer.aside, answer, 'aside'));
    parts.results.append(make('section', { 'aria-labelledby': 'handbook' }, heading, list));
  }

  async function showNear(answer: PageAnswer, turn: number): Promise<void> {
    const near = await answer.near(NEAR_LENGTH);
    if (turn !== asked || near.length === 0) return;
    const heading = make('h2', { id: 'near' }, words.near);
    const list = make('ol', { class: 'entries' }, ...items(near, answer, 'near'));
    parts.results.append(
      make(
        'section',
        { 'aria-labelledby': 'near' },
        heading,
        make('p', { class: 'soft' }, words.nearNote),
        list,
      ),
    );
  }

  function offerNear(answer: PageAnswer, turn: number): void {
    const button = make('button', { type: 'button' }, words.seekNear);
    const line = make('p', { class: 'found__more' }, button);
    button.addEventListener('click', () => {
      button.disabled = true;
      showNear(answer, turn).then(() => {
        line.remove();
      }, recover);
    });
    parts.results.append(line);
  }

  function offerMore(list: HTMLOListElement, answer: PageAnswer, state: PageState, turn: number): void {
    const openedFor = opening;
    const line = make('p', { class: 'found__more' });
    const button = make('button', { type: 'button' });
    line.append(button);
    const refresh = (): void => {
      const left = answer.exactCount - list.childElementCount;
      button.textContent = words.more(left);
      line.hidden = left <= 0;
    };
    const load = async (): Promise<void> => {
      const before = list.childElementCount;
      const next = await (
        await open()
      ).search({ ...state, offset: before, limit: PAGE_LENGTH, aside: { ...ASIDE, limit: 0 } });
      if (turn !== asked) return;
      if (next.exactCount !== answer.exactCount || opening !== openedFor) {
        // Other offices answer than before, or of a newer index, and with them all places are others.
        history.replaceState({ ...memory(), shown: before + PAGE_LENGTH }, '');
        void run();
        return;
      }
      list.append(...items(next.results, next, 'exact'));
      history.replaceState({ ...memory(), shown: list.childElementCount }, '');
      refresh();
      list.children[before]?.querySelector('a')?.focus();
    };
    button.addEventListener('click', () => {
      button.disabled = true;
      load()
        .catch(recover)
        .finally(() => (button.disabled = false));
    });
    refresh();
    parts.results.append(line);
  }

  function go(state: PageState): void {
    const address = location.pathname + writeState(state);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    isRenewed = false;
    void run();
  }

  const current = (): PageState => ({
    text: parts.input.value.trim(),
    selection: readFacets(parts.facets, shownFacets),
    sort: parts.sort.value === 'date' ? 'date' : 'relevance',
  });

  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(current());
  });
  parts.facets.addEventListener('change', () => {
    go(current());
  });
  parts.sort.addEventListener('change', () => {
    go(current());
  });
  parts.clear.addEventListener('click', () => {
    go({ ...current(), selection: {} });
  });
  if (matchMedia(NARROW).matches) parts.panel.open = false;
  keepLineBreaks(parts.input);
  offerTypingHelp(parts.input, base, offered);
  window.addEventListener('popstate', () => void run());
  void run();
}

/** A one-line field silently drops line breaks; pasted ones become spaces, so that lines stay apart. */
function keepLineBreaks(input: HTMLInputElement): void {
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    input.setRangeText(
      text.trim().replace(/\s*[\r\n]+\s*/g, ' '),
      input.selectionStart ?? 0,
      input.selectionEnd ?? 0,
      'end',
    );
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
