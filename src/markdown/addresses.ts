import { fromPercent } from '../domain/percent.ts';
import { HIDEABLE } from '../domain/visibility.ts';

const ITEM = new RegExp(
  `^(?:(?:\\.\\.?/)+|/)?(${HIDEABLE.join('|')})/([a-z0-9-]+)(?:\\.(?:mdx?|ya?ml))?(/[^?#]*)?(?:[?#].*)?$`,
  's',
);
/** Library entries have no addresses below them: `/texts/page/2/` is a page of a list. */
const WITHOUT_INNER = ['texts', 'speeches', 'articles'];
const ENTRY = /^(?:(?:\.\.?\/)+|\/)?(texts|speeches|articles)\/([a-z0-9-]+)(?:\.mdx?|\/)?(#p[1-9]\d*)?$/;

/**
 * The entry that a Markdown link names, as `texts/outline#p3`, or `undefined` for any other address. Authors may write the address
 * on the site (`/texts/outline/`), the file (`../texts/outline.md`) or the short form (`texts/outline`).
 */
export function entryTarget(url: string): string | undefined {
  const match = ENTRY.exec(url);
  return match ? `${match[1]}/${match[2]}${match[3] ?? ''}` : undefined;
}

/** Whether the raw text of a body can hide an address from a plain search: percent codes, character references, backslashes. */
export function mayHideNames(body: string): boolean {
  return /%[\da-f]{2}|&#?\w|\\/i.test(body);
}

/**
 * The key of the item that may be hidden and that an address leads to or below, such as `essays/theory` for `/essays/theory/#p2`,
 * `../essays/theory.mdx` or `/essays/theory/library.docx`.
 */
export function itemKey(url: string): string | undefined {
  const [, collection = '', id, inner = '/'] = ITEM.exec(fromPercent(url)) ?? [];
  const isList = !/^\/(?:index\.html)?$/.test(inner) && WITHOUT_INNER.includes(collection);
  return id === undefined || isList ? undefined : `${collection}/${id}`;
}

/**
 * Whether an address leads anywhere: to an entry, a file in `media/`, a place on the page, a page of the site or, with a scheme, elsewhere.
 * A bare word (`www.example.org`, `outline.docx`) leads to nothing but an address below the page.
 */
export function leadsSomewhere(url: string): boolean {
  return (
    entryTarget(url) !== undefined || isMediaLink(url) || /^(?:[/#]|\.\.\/)/.test(url) || leadsElsewhere(url)
  );
}

/** Whether an address leads away from the site: with a scheme, or with a host (RFC 3986, section 4.2). */
export function leadsElsewhere(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** The site-relative address of an entry target: `/texts/outline/#p3` for `texts/outline#p3`. */
export function addressOfTarget(target: string): string {
  const [key = '', anchor] = target.split('#');
  return `/${key}/${anchor === undefined ? '' : `#${anchor}`}`;
}

/**
 * The path below the content folder of the picture that is meant: pictures stand in `media/`; `flow.svg`, `media/flow.svg`, `/media/flow.svg`
 * and `../media/flow.svg` name the same file, encoded or not, with or without `?…` and `#…` behind it.
 */
export function mediaPath(target: string): string {
  const inside = fromPercent(target.replace(/[?#][^]*$/, ''))
    .normalize('NFC')
    .replace(/^(?:\.{0,2}\/)+/, '');
  return inside.startsWith('media/') ? inside : `media/${inside}`;
}

/** The site-relative address of the picture that is meant, with what stands behind its path: `/media/flow.svg#top`. */
export function mediaAddress(target: string): string {
  return `/${encodeURI(mediaPath(target))}${/[?#][^]*$/.exec(target)?.[0] ?? ''}`;
}

/** Whether a link leads to a file in `media/`, named by its address on the site or by its place beside the entry's folder. */
export function isMediaLink(url: string): boolean {
  return /^(?:(?:\.\.?\/)+|\/)?media\/[^?#]/.test(url);
}

/** Puts the base path (`/` or `/study/`) before a site-relative address; leaves any other address alone. */
export function underBase(address: string, basePath: string): string {
  return address.startsWith('/') && !address.startsWith('//') ? basePath + address.slice(1) : address;
}
