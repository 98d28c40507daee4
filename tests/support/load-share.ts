import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from './site.ts';

const UNIT = join(ROOT, 'tests/unit');

/** They keep a pace, which anything else in their process holds up. */
const ALONE = [join('publish', 'serving', 'load.test.ts')];

/**
 * Registers the tests of one share of `tests/unit/`: every file but those that need a process for themselves belongs to one of so many shares. Most files take less time than a process
 * takes to start, so the files of a share run in one.
 */
export async function loadShare(share: number, shares: number): Promise<void> {
  let begin: () => void;
  const loaded = new Promise<void>((resolve) => (begin = resolve));
  // Loading holds up what runs meanwhile: no test begins before it is over.
  before(() => loaded);
  const names = await readdir(UNIT, { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts') && !ALONE.includes(name)).sort();
  for (const file of files.filter((_, index) => index % shares === share - 1))
    await import(pathToFileURL(join(UNIT, file)).href);
  begin!();
}
