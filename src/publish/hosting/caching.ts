/**
 * Paths below the base path that are named by a digest of what they hold, so that a name never means anything else: the parts of Astro's
 * bundles and the generations of the search index. Written so that JavaScript and nginx read it alike.
 */
export const NAMED_BY_CONTENT = '(?:_astro|pagefind/[0-9a-f]+)/';

/** The same as hosts write it that read `_headers`. */
export const NAMED_BY_CONTENT_GLOBS = ['_astro/*', 'pagefind/:build/*'];

/** What a server says of them: a year, and no asking again (https://www.rfc-editor.org/rfc/rfc8246). */
export const FOR_GOOD = 'public, max-age=31536000, immutable';

/** What it says of everything else, `sw.js` too: may be kept, but is asked after each time; an unchanged file costs a 304. */
export const ASK_EACH_TIME = 'no-cache';

const PATTERN = new RegExp(`^${NAMED_BY_CONTENT}`);

/** Whether a file, by its path below the base path, is named by its content. */
export function isNamedByContent(path: string): boolean {
  return PATTERN.test(path);
}
