import { FINGERPRINT_FILE } from '../../domain/self-check/library-fingerprint.ts';
import { openFiles } from '../search/files.ts';

/** The library as the self-check reads it. */
export interface LibraryReader {
  /** The fingerprint as a file, fetched once; fetched again after a failure. Throws SearchFault. */
  read(): Promise<Uint8Array>;
}

/**
 * Reads the fingerprint of the library below a site's address, which ends in `/`. The file is the same for every text and is requested before
 * there is one, so that the server learns nothing about it.
 */
export function openLibrary(site: string): LibraryReader {
  const files = openFiles(site);
  let reading: Promise<Uint8Array> | undefined;
  return {
    read() {
      reading ??= files.newest(FINGERPRINT_FILE);
      reading.catch(() => (reading = undefined));
      return reading;
    },
  };
}
