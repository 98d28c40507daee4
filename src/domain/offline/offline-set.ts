/**
 * What a device keeps for one unit, as the build writes it to `/offline/<unit>.json`: the pages that the views name, and
 * every file they need.
 */
export interface OfflineSet {
  unit: string;
  /** Changes with the content of any file of the set, and with nothing else. */
  build: string;
  /** Number of pages. */
  pages: number;
  /** Bytes of all files, as they lie on the device. */
  bytes: number;
  /** Site-relative address and digest of each file. */
  files: [address: string, digest: string][];
}

/** The list as it is published. */
export interface PublishedSet extends OfflineSet {
  /** Pages that only the pack holds. */
  packed: string[];
}

/** The pages of a unit as the views name them, before the build has looked at their files. */
export interface OfflinePages {
  /** Site-relative addresses of the pages and files that a device keeps. */
  kept: string[];
  /** Those that only the pack holds besides. */
  packed: string[];
}

/** Site-relative address of the list of a unit's set. */
export const setAddress = (unit: string): string => `/offline/${unit}.json`;

/**
 * The file, below the base path of the site, that changes whenever any other file does and so tells devices that their copies may be outdated. A
 * unit's list has another name.
 */
export const EDITION_FILE = 'offline/edition.txt';

/** Characters of a digest that are compared. */
const DIGEST_LENGTH = 16;

/** The digest of a file as a set gives it, from the bytes of its SHA-256. */
export function digestOf(sha256: ArrayBuffer | Uint8Array): string {
  const bytes = new Uint8Array(sha256);
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, DIGEST_LENGTH);
}

/** Whether a text is a digest of the site and not an answer from something in between. */
export function isDigest(text: string): boolean {
  return text.length === DIGEST_LENGTH && /^[0-9a-f]+$/.test(text);
}
