import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { close, createIndex, type HTMLFile } from 'pagefind';
import { END } from './bundle-protocol.ts';
import { steadyBundle } from './steady-bundle.ts';

/** Pages that are on their way to the indexer, which would otherwise wait for this process after each. */
const AT_ONCE = 32;

/**
 * The other side of `startBundle`: reads pages from standard input, one a line, has Pagefind index them, and writes the bundle into the folder
 * that it was told. The indexer is asked for its files instead of writing them: it says that it has written before all is on the disk.
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
  const made = await index!.getFiles();
  refuse(made.errors);
  for (const [path, bytes] of steadyBundle(new Map(made.files.map(({ path, content }) => [path, content])))) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

const [, , folder = ''] = process.argv;
await makeBundle(folder);
await close();
