import { hasUncommonHan } from '../../domain/search/gb2312.ts';
import { HANDBOOK_KIND } from '../../domain/search/record.ts';
import type { ParsedQuery } from '../../domain/search/query.ts';
import { searchWords as words } from '../../strings/search.ts';
import type { SearchResult } from './describe-result.ts';
import { make, marked } from './elements.ts';
import { isOutdated } from './fault.ts';

const MOST_MARKS = 6;

/** Why a result is shown: it holds what was asked for, it resembles that, or it holds it but is no entry of the library. */
export type Match = 'exact' | 'near' | 'aside';

/** The words that the reading page is asked to mark: as typed, and as they stand in the text where that may differ. */
function wordsToMark(result: SearchResult, query: ParsedQuery, match: Match): string[] {
  const standing = [...(result.passage?.segments ?? []), ...result.title]
    .filter((segment) => segment.marked)
    .map((segment) => segment.text);
  const typed = query.all.map((term) => term.text);
  const differs = match === 'near' || [...typed, ...standing].some(hasUncommonHan);
  return [...new Set(differs ? standing : typed)].slice(0, MOST_MARKS);
}

function addressOf(
  result: SearchResult,
  base: string,
  marks: readonly string[],
): (anchor: string | null) => string {
  const params = new URLSearchParams(marks.map((word) => ['mark', word]));
  const query = params.toString();
  const page = base.replace(/\/$/, '') + result.address + (query === '' ? '' : `?${query}`);
  return (anchor) => (anchor === null ? page : `${page}#${anchor}`);
}

function facts(result: SearchResult): HTMLElement {
  const { entry, office, kind, documentNumber, date, speaker, paragraphs } = result;
  const line = make('p', { class: 'entries__facts' }, make('span', {}, kind));
  if (office) line.prepend(make('span', { 'data-office': true }, office.name));
  if (documentNumber) line.append(make('span', {}, documentNumber));
  if (date) line.append(make('time', { datetime: date }, words.day(date)));
  else if (!entry.startsWith(`${HANDBOOK_KIND}/`)) line.append(make('span', {}, words.unknownDate));
  if (speaker) line.append(make('span', {}, speaker));
  if (paragraphs > 0)
    line.append(make('span', { 'data-paragraphs': paragraphs }, words.paragraphs(paragraphs)));
  else if (result.title.some((segment) => segment.marked)) line.append(make('span', {}, words.titleOnly));
  return line;
}

/** The list of all occurrences, read when it is first opened. */
function occurrenceList(
  result: SearchResult,
  address: (anchor: string) => string,
  fail: (error: unknown) => void,
): HTMLElement {
  const list = make('ol', { class: 'found__all' });
  const details = make('details', {}, make('summary', {}, words.occurrences), list);
  details.addEventListener('toggle', () => {
    if (!details.open || list.childElementCount > 0) return;
    result.occurrences().then(
      (passages) => {
        list.replaceChildren(
          ...passages.map(({ anchor, segments }) => {
            const link = make('a', { href: address(anchor) }, words.jump(anchor));
            return make('li', {}, link, ' ', ...marked(segments));
          }),
        );
      },
      (error: unknown) => {
        // One office of several costs no other's results.
        if (result.office && !isOutdated(error))
          list.replaceChildren(make('li', { role: 'alert' }, words.officeSilent));
        else fail(error);
      },
    );
  });
  return details;
}

/** One result of the list. `fail` is told when the occurrences could not be read. */
export function resultItem(
  result: SearchResult,
  query: ParsedQuery,
  match: Match,
  base: string,
  fail: (error: unknown) => void,
): HTMLLIElement {
  const address = addressOf(result, result.office?.address ?? base, wordsToMark(result, query, match));
  const title = make('a', { href: address(result.anchor) }, ...marked(result.title));
  const item = make(
    'li',
    match === 'aside'
      ? { 'data-aside': result.entry }
      : { 'data-result': true, 'data-entry': result.entry, 'data-match': match },
    make('h3', { class: 'entries__title' }, title),
    facts(result),
  );
  if (result.passage) item.append(make('p', { class: 'found__passage' }, ...marked(result.passage.segments)));
  if (result.paragraphs > 0) item.append(occurrenceList(result, address, fail));
  return item;
}
