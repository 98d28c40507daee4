import { BUNDLE_FOLDER } from '../../domain/search/bundle-page.ts';
import { INDEX_FOLDER } from '../../domain/search/manifest.ts';

/**
 * Files that hold no content: scripts, styles and fonts, each named by a digest of what it holds, so that a name never means anything else.
 * Below the base path, compressed forms included; written so that JavaScript and nginx read it alike.
 */
const CODE = '_astro/.+[.](?:js|css|woff2?)(?:[.](?:gz|br))?(?!.)';

/**
 * Parts of one generation of the search index, and those of Pagefind's bundle that are named by what they hold. A name never means anything
 * else here either, but it may be withdrawn.
 */
const INDEX_PARTS = '(?:search-index/[0-9a-f]+|pagefind/(?:fragment|index|filter))/';

/** A year, and no asking again (https://www.rfc-editor.org/rfc/rfc8246). For files without content only: nothing calls them back. */
export const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * Ten minutes, then asked after, and never shown when that fails. One search reads a dozen parts of the index, and asking after each of them
 * at each search would double its time; but the parts hold the words of texts, and a text that is withdrawn must not be left in the caches of
 * readers and of servers on the way. So they are kept for the length of a visit.
 */
export const FOR_A_VISIT = 'public, max-age=600, must-revalidate';

/** Of everything else, `sw.js` too: may be kept, but is asked after each time; an unchanged file costs a 304. */
export const ASK_EACH_TIME = 'no-cache';

/** What is not asked after each time, by its path below the base path, and by the same as hosts write it that read `_headers`. */
export const KEPT_LONGER = [
  { pattern: CODE, globs: ['_astro/*'], says: FOR_GOOD },
  {
    pattern: INDEX_PARTS,
    globs: ['search-index/:build/*', 'pagefind/fragment/*', 'pagefind/index/*', 'pagefind/filter/*'],
    says: FOR_A_VISIT,
  },
] as const;

const RULES = KEPT_LONGER.map(({ pattern, says }) => ({ pattern: new RegExp(`^${pattern}`), says }));
const [IS_CODE, IS_INDEX_PART] = [new RegExp(`^${CODE}`), new RegExp(`^${INDEX_PARTS}`)];

/** What a server says with a file, by its path below the base path, of how long it may be kept. */
export function cachingOf(path: string): string {
  return RULES.find(({ pattern }) => pattern.test(path))?.says ?? ASK_EACH_TIME;
}

/** Whether a file, by its path below the base path, is a script, style or font that is named by its content. */
export function isCode(path: string): boolean {
  return IS_CODE.test(path);
}

/** Whether a file is a part of one generation of the search index or of Pagefind's bundle. */
export function isIndexPart(path: string): boolean {
  return IS_INDEX_PART.test(path);
}

/** Whether a file belongs to the search index or to Pagefind's bundle, named by its content or not. */
export function isOfSearch(path: string): boolean {
  return path.startsWith(INDEX_FOLDER) || path.startsWith(BUNDLE_FOLDER);
}
