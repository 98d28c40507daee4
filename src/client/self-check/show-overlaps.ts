import { officialReference, standardReference } from '../../domain/citation.ts';
import type { Overlap } from '../../domain/self-check/overlap.ts';
import { checkWords as words, placesWords } from '../../strings/self-check.ts';
import { copyText } from '../copy-text.ts';
import { todayInShanghai } from '../today.ts';
import { make, makeButton } from './elements.ts';
import type { Shown } from './shown.ts';

type Cite = (overlap: Overlap) => string;

/** Passages that stand in the library, each with its source and a citation to copy. */
export function showOverlaps({ overlaps, text, site, say }: Shown): HTMLElement {
  const section = make('section', undefined, make('h4', undefined, words.overlaps));
  if (!overlaps) {
    section.append(make('p', 'check-failed', words.libraryFailed));
    return section;
  }
  if (overlaps.length === 0) {
    section.append(make('p', undefined, words.noOverlaps));
    return section;
  }
  const official: Cite = ({ source, paragraph }) => officialReference(source, [paragraph, paragraph]);
  const standard: Cite = ({ source, anchor }) => {
    const address = `${site}${source.address.slice(1)}#${anchor}`;
    const { text: reference, missing } = standardReference(source, { address, on: todayInShanghai() });
    return reference + (missing.length > 0 ? words.missing(missing) : '');
  };
  let cite = official;
  const citations: (() => void)[] = [];
  const list = make(
    'ol',
    'check-list',
    ...overlaps.map((overlap) => {
      const citation = make('span', 'check-citation');
      const show = () => (citation.textContent = cite(overlap));
      citations.push(show);
      show();
      const link = make('a', undefined, words.original(overlap.paragraph)) as HTMLAnchorElement;
      link.href = `${site}${overlap.source.address.slice(1)}#${overlap.anchor}`;
      link.target = '_blank';
      link.rel = 'noopener';
      const copy = makeButton(words.copyCitation, () => {
        void copyText(citation.textContent ?? '', document).then((isCopied) => {
          say(isCopied ? words.citationCopied : words.copyFailed);
        });
      });
      const line = make(
        'li',
        undefined,
        make('span', 'check-place num', placesWords([overlap.number], text.places)),
        ' ',
        make('strong', undefined, words.overlapLength(overlap.length)),
        ' ',
        make('q', 'check-words', overlap.words),
        ' ',
        make('span', 'soft', `${words.citation}：`),
        citation,
        ' ',
        copy,
        ' ',
        link,
        ...(overlap.others > 0 ? [' ', make('span', 'soft', words.others(overlap.others))] : []),
      );
      line.dataset.finding = 'overlap';
      return line;
    }),
  );
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => {
    cite = box.checked ? standard : official;
    for (const show of citations) show();
  });
  section.append(
    make('p', 'check-todo', words.overlapTodo),
    list,
    make('label', 'check-standard', box, make('span', undefined, words.standard)),
  );
  return section;
}
