import type { Facet } from './manifest.ts';
import type { SearchRecord } from './record.ts';

/** The folder of Pagefind's own bundle in a site: the name by which its clients look for one. */
export const BUNDLE_FOLDER = 'pagefind/';

/** The order that clients may ask for: by day. */
export const ORDER = 'date';

/** The language of the bundle: that of every page in Chinese, whatever its script or country. */
const LANGUAGE = 'zh';

/** Characters of a paragraph that may name it in a list of results. */
const LONGEST_OPENING = 24;
/** Marks at which a clause ends. */
const CLAUSE_END = '，。；：！？,;:!?';
const OPENING = new RegExp(
  `^[^${CLAUSE_END}]{1,${LONGEST_OPENING}}(?=[${CLAUSE_END}]|$)|^.{1,${LONGEST_OPENING}}`,
  'su',
);

/** The values by which an entry is found, by filter. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

/**
 * An entry as a page that Pagefind's indexer reads and nobody else: title and paragraphs as text, the rest as its attributes. Its clients
 * list results within a page by headings with an id only, so each paragraph is one, of the weight of text, named by its first clause:
 * an element that is neither inline nor a block to Pagefind takes the rest of the paragraph out of the heading and cuts no word.
 */
export function bundlePage(record: SearchRecord, filters: Filters): string {
  const { title, date, paragraphs } = record;
  const head = [
    ...Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => tag(`data-pagefind-filter="${name}[content]"`, value)),
    ),
    ...Object.entries(metaOf(record)).flatMap(([name, value]) =>
      value === undefined ? [] : [tag(`data-pagefind-meta="${name}[content]"`, value)],
    ),
    // Whatever lacks the key of an order is left out of it, so those without a date have an empty one.
    tag(`data-pagefind-sort="${ORDER}[content]"`, date ?? ''),
  ];
  const body = paragraphs.map(({ anchor, text }) => {
    const [opening = ''] = OPENING.exec(text) ?? [];
    const rest = text.slice(opening.length);
    return `<h6 id="${escaped(anchor)}" data-pagefind-weight="1">${escaped(opening)}<u>${escaped(rest)}</u></h6>`;
  });
  return `<html lang="${LANGUAGE}"><head>${head.join('')}</head><body><h1>${escaped(title)}</h1>${body.join('')}</body></html>`;
}

/** What clients are told of an entry besides its title. */
export function metaOf({
  date,
  subtitle,
  documentNumber,
  speaker,
}: SearchRecord): Record<string, string | undefined> {
  return { date: date ?? undefined, subtitle, documentNumber, speaker: speaker?.name };
}

const tag = (attribute: string, content: string): string =>
  `<meta ${attribute} content="${escaped(content)}">`;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
