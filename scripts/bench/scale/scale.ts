import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installTools, TOOLS } from '../peers.ts';
import { timeDev } from './dev.ts';
import { layOutContent, somePieces, type Piece } from './library.ts';
import { costOf, type Command, type Cost } from './measure.ts';
import { peersOf } from './peers.ts';
import { complain, say } from '../../print.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COUNTS = [1_000, 10_000, 20_000];

/** What of this project is measured: the bundle of Pagefind's is made beside the exact index unless `site.yaml` says otherwise. */
const OURS = [
  { extension: 'md', hasBundle: true },
  { extension: 'md', hasBundle: false },
  { extension: 'mdx', hasBundle: false },
] as const;

interface Row extends Cost {
  name: string;
  count: number;
}

/**
 * Builds libraries cut from the corpus here and with the peers, search included, on the same texts in one run: `npm run bench -- scale`,
 * with other counts of entries behind it where wanted; `--alone` leaves the peers out. Prints a table, and how long `dev` takes to show an edit.
 */
export async function benchScale(): Promise<void> {
  const words = process.argv.slice(3);
  const counts = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const isAlone = words.includes('--alone');
  if (!isAlone) await installTools(TOOLS);
  const rows: Row[] = [];
  const edits: string[] = [];
  for (const count of counts.length > 0 ? counts : COUNTS) {
    const pieces = somePieces(count);
    if (!pieces) {
      complain('The corpus of the search bench is not there.');
      return;
    }
    for (const kind of OURS) rows.push(...(await buildOurs(pieces, kind)));
    edits.push(await editOurs(pieces));
    if (isAlone) continue;
    for await (const { name, commands } of peersOf(pieces, TOOLS)) {
      const row = { name, count, ...(await costOf(commands)) };
      complain(line(row));
      rows.push(row);
    }
  }
  say(
    '| built | entries | seconds | processor seconds | memory |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
    ...edits,
  );
}

/** What `dev` makes of edits, as a line. */
async function editOurs(pieces: readonly Piece[]): Promise<string> {
  const content = await mkdtemp(path.join(tmpdir(), 'zhixing-scale-'));
  try {
    layOutContent(pieces, content, 'md');
    const { first, median, longest } = await timeDev(content);
    const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
    return `dev with ${pieces.length} entries: first page ${seconds(first)} after its start, an edit is shown after ${seconds(median)} (median), ${seconds(longest)} (longest)`;
  } finally {
    await rm(content, { recursive: true, force: true });
  }
}

/** A build with nothing kept, then one after a change to one entry. */
async function buildOurs(
  pieces: readonly Piece[],
  { extension, hasBundle }: (typeof OURS)[number],
): Promise<Row[]> {
  const count = pieces.length;
  const folder = await mkdtemp(path.join(tmpdir(), 'zhixing-scale-'));
  try {
    const content = path.join(folder, 'content');
    layOutContent(pieces, content, extension);
    if (!hasBundle) await appendFile(path.join(content, 'site.yaml'), 'pagefind: false\n');
    const build: Command = {
      program: process.execPath,
      args: ['--experimental-strip-types', '--no-warnings', 'scripts/build.ts'],
      cwd: ROOT,
      env: { CONTENT_DIR: content, OUT_DIR: path.join(folder, 'site') },
    };
    const cold = {
      name: `this project, .${extension}${hasBundle ? ', with the bundle of Pagefind' : ''}`,
      count,
      ...(await costOf([build])),
    };
    complain(line(cold));
    await appendFile(path.join(content, `texts/t00100.${extension}`), '\n再加一段。\n');
    const again = { name: `the same, one entry changed`, count, ...(await costOf([build])) };
    complain(line(again));
    return [cold, again];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function line({ name, count, wall, processor, memory }: Row): string {
  const gigabytes = `${(memory / 1e9).toFixed(2)} GB`;
  return `| ${name} | ${count} | ${wall.toFixed(1)} s | ${processor.toFixed(1)} s | ${gigabytes} |`;
}
