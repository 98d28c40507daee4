import { UNKNOWN_YEAR } from '../../domain/search/manifest.ts';
import type { FacetCount, PageFacet, PageSelection } from '../../domain/search/facets.ts';
import { searchWords as words } from '../../strings/search.ts';
import { make } from './elements.ts';
import type { PageAnswer } from './page-search.ts';

/** Values of a facet that are shown at once. */
const SHOWN = 8;

function nameOf(facet: PageFacet, { id, name }: FacetCount): string {
  if (facet !== 'year') return name;
  return id === UNKNOWN_YEAR ? words.unknownYear : words.year(id);
}

/** Years from the newest; other values by count; what is chosen always first. */
function inOrder(facet: PageFacet, counts: readonly FacetCount[]): FacetCount[] {
  const byYear = (one: FacetCount, other: FacetCount): number => {
    if (one.id === UNKNOWN_YEAR || other.id === UNKNOWN_YEAR) return one.id === UNKNOWN_YEAR ? 1 : -1;
    return other.id < one.id ? -1 : 1;
  };
  const byCount = (one: FacetCount, other: FacetCount): number =>
    other.count - one.count || (one.id < other.id ? -1 : 1);
  const order = facet === 'year' ? byYear : byCount;
  return [...counts].sort((one, other) => Number(other.selected) - Number(one.selected) || order(one, other));
}

function choice(facet: PageFacet, value: FacetCount): HTMLElement {
  const box = make('input', { type: 'checkbox', name: facet, value: value.id, checked: value.selected });
  const count = make('small', { 'data-facet-count': value.count }, String(value.count));
  return make('label', {}, box, make('span', {}, nameOf(facet, value)), count);
}

function group(facet: PageFacet, counts: readonly FacetCount[], wasOpen: boolean): HTMLElement {
  const choices = inOrder(facet, counts).map((value) => choice(facet, value));
  const shown = Math.max(SHOWN, counts.filter(({ selected }) => selected).length);
  const fieldset = make(
    'fieldset',
    { 'data-facet': facet },
    make('legend', {}, words.facet[facet]),
    ...choices.slice(0, shown),
  );
  const rest = choices.slice(shown);
  if (rest.length > 0) {
    fieldset.append(
      make('details', { open: wasOpen }, make('summary', {}, words.moreValues(rest.length)), ...rest),
    );
  }
  return fieldset;
}

/** Shows the facets with their counts in place of what was there, keeping the focus and what was unfolded. */
export function showFacets(
  panel: HTMLElement,
  facets: readonly PageFacet[],
  counts: PageAnswer['facets'],
): void {
  const focused = document.activeElement;
  const kept =
    focused instanceof HTMLInputElement && panel.contains(focused)
      ? { name: focused.name, value: focused.value }
      : undefined;
  const open = new Set(
    [...panel.querySelectorAll<HTMLElement>('[data-facet]')]
      .filter((fieldset) => fieldset.querySelector('details')?.open)
      .map((fieldset) => fieldset.dataset['facet']),
  );
  const groups = facets.flatMap((facet) => {
    const values = counts[facet] ?? [];
    return values.length > 0 ? [group(facet, values, open.has(facet))] : [];
  });
  panel.replaceChildren(...groups);
  if (!kept) return;
  const again = [...panel.querySelectorAll('input')].find(
    ({ name, value }) => name === kept.name && value === kept.value,
  );
  const fold = again?.closest('details');
  if (fold) fold.open = true;
  again?.focus();
}

/** The values that are ticked. */
export function readFacets(panel: HTMLElement, facets: readonly PageFacet[]): PageSelection {
  const selection: Partial<Record<PageFacet, string[]>> = {};
  for (const facet of facets) {
    const ticked = [...panel.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]:checked`)];
    if (ticked.length > 0) selection[facet] = ticked.map(({ value }) => value);
  }
  return selection;
}
