import { byTurns } from '../source/by-turns.ts';
import { splitFrontMatter } from '../source/front-matter.ts';
import { formatFault } from '../source/fault.ts';
import { readTextFile } from '../source/read-text-file.ts';
import { takeOverBodies } from './hand-over.ts';
import { hasBody, type BodyTexts, type StoredItem } from './stored-content.ts';

/** Files that are read at once. */
const AT_ONCE = 64;

/** Bodies that were read, each with the digest of its item: `dev` reads none again that has not changed. */
const known = new Map<string, { digest: string; body: string }>();

/**
 * The bodies of stored items. `npm run build` hands over those that it has checked; any other command reads them from their files, but for
 * those that have been edited since they were stored. Throws with the fault of a file that can no longer be read.
 */
export async function readBodies(
  items: readonly StoredItem[],
  contentDir: string,
  edited: Readonly<Record<string, string>> = {},
): Promise<BodyTexts> {
  const handed = process.env.CHECKED_CONTENT;
  if (handed) return takeOverBodies(handed);
  const withBody = items.filter(({ file }) => hasBody(file));
  const unread = withBody.filter(
    ({ file, digest }) => !(file in edited) && known.get(file)?.digest !== digest,
  );
  await byTurns(unread, AT_ONCE, async ({ file, digest }) =>
    known.set(file, { digest, body: await readBody(contentDir, file) }),
  );
  return new Map(withBody.map(({ file }) => [file, edited[file] ?? known.get(file)?.body ?? '']));
}

async function readBody(contentDir: string, file: string): Promise<string> {
  const { text, fault } = await readTextFile(contentDir, file);
  if (fault) throw new Error(formatFault(fault));
  return splitFrontMatter(text).body;
}
