import { HEADERS_FILE } from '../../security/headers.ts';

/** Files at the top of a site that hosts of pages read. */
export const FOR_HOSTS: readonly string[] = [HEADERS_FILE, '_redirects'];

/**
 * Whether readers may have files of this name, or in a folder of this name: not where it begins with a dot, as does all that builds and
 * deploys note for themselves; only `.well-known` is for the public (https://www.rfc-editor.org/rfc/rfc8615). Systems that know one file by several names fold case and cut what follows a colon.
 */
export function isForReaders(part: string): boolean {
  if (part === '.well-known') return true;
  return /^[^./:][^/:]*$/.test(part) && !FOR_HOSTS.includes(part.toLowerCase());
}
