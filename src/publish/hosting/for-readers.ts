import { HEADERS_FILE } from '../../security/headers.ts';

/** Files at the top of a site that hosts of pages read. */
export const FOR_HOSTS = [HEADERS_FILE, '_redirects'];

/**
 * Names that no reader is shown, below the base path: they begin with a dot, as does all that builds and deploys note for themselves. Only
 * `.well-known/` is for the public (https://www.rfc-editor.org/rfc/rfc8615). Written so that JavaScript and nginx read it alike.
 */
export const DOT_NAMES = '(?:.*/)?[.](?!well-known/)';

const PATTERN = new RegExp(`^${DOT_NAMES}`);

/** Whether a reader may be shown the file at a path below the base path. */
export function isForReaders(path: string): boolean {
  return !FOR_HOSTS.includes(path) && !PATTERN.test(path);
}
