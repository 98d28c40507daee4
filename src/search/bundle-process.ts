import { createInterface } from 'node:readline';
import { createIndex, type HTMLFile } from 'pagefind';
import { END } from './bundle-protocol.ts';

/** Pages that are on their way to the indexer, which would otherwise wait for this process after each. */
const AT_ONCE = 32;

/**
 * The other side of `startBundle`: reads pages from standard input, one a line, has Pagefind index them, and write the bundle into the folder
 * that it was told. The indexer says that it has written before all is on the disk, and to close it is to kill it: it is left to end by itself
 * when this process has gone. It shares this one's standard error, which therefore stays open until the last file is written.
 */
async function makeBundle(folder: string): Promise<void> {
  const { index, errors } = await createIndex();
  refuse(errors);
  let isWhole = false;
  const added: Promise<void>[] = [];
  const settle = async () => void (await Promise.all(added.splice(0)));
  for await (const line of createInterface({ input: process.stdin })) {
    if ((isWhole = line === END)) break;
    const adding = index!.addHTMLFile(JSON.parse(line) as HTMLFile);
    added.push(adding.then(({ errors }) => refuse(errors)));
    if (added.length === AT_ONCE) await settle();
  }
  await settle();
  if (!isWhole) throw new Error('whoever sent the pages has ended');
  process.stdin
    .once('close', () => process.exit(1))
    .resume()
    .unref();
  refuse((await index!.writeFiles({ outputPath: folder })).errors);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

const [, , folder = ''] = process.argv;
await makeBundle(folder);
process.exit(0);
