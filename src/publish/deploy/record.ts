import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a served folder keeps what was put into it. nginx does not show it. */
export const RECORD_FILE = '.deployed.json';

/** What lies in a served folder by our doing. Paths are relative to it, `/` between parts. */
export interface DeployRecord {
  /** Files of the site that bear their own names: whatever else lies there is somebody else's. */
  files: string[];
  /** Files named by their content, of the generation that is served, and of the one before. */
  current: string[];
  previous: string[];
}

/** The record of a served folder; an empty one where nothing was put there yet. Throws where it cannot be read. */
export async function readRecord(folder: string): Promise<DeployRecord> {
  try {
    return JSON.parse(await readFile(join(folder, RECORD_FILE), 'utf8')) as DeployRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { files: [], current: [], previous: [] };
    throw error;
  }
}

/**
 * The record after a generation has taken the place of another. The same generation put there again stays the same, so that deploying
 * twice costs no reader the files of the one before.
 */
export function nextRecord(before: DeployRecord, files: string[], named: string[]): DeployRecord {
  const isSame = JSON.stringify(plain(before.current)) === JSON.stringify(plain(named));
  return { files, current: named, previous: isSame ? before.previous : before.current };
}

/** Without compressed forms, which may come and go with the server. */
function plain(files: readonly string[]): string[] {
  return files.filter((path) => !/\.(?:gz|br)$/.test(path));
}
