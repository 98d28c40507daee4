import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ContentFolder, DESK_FOLDER } from '../../../src/desk/files/content-folder.ts';
import { entryFile, ROOT, writeContent } from '../../support/site.ts';

const PROGRAM = join(ROOT, 'tests/support/desk/killed-desk.ts');
/** Of one change of three files, thirty steps from the first to the last but few. */
const MOMENTS = Array.from({ length: 30 }, (_, index) => 1 + index * 2);

const BEFORE: Record<string, string | undefined> = {
  'texts/a.md': entryFile('甲，改前。'),
  'texts/2026/b.md': entryFile('乙，改前。'),
  'texts/c.md': undefined,
};
const AFTER: Record<string, string> = {
  'texts/a.md': entryFile('甲，改后。'.repeat(500)),
  'texts/2026/b.md': entryFile('乙，改后。'),
  'texts/c.md': entryFile('丙，新写。'),
};

/** Begins the change in folders, each up to its step, in a process that is killed then. */
async function changeAndDie(folders: Record<number, string>): Promise<void> {
  const words = ['--experimental-strip-types', '--no-warnings', PROGRAM];
  const child = spawn(process.execPath, [...words, JSON.stringify(folders), JSON.stringify(AFTER)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
}

async function contentBefore(): Promise<string> {
  const there = Object.entries(BEFORE).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return writeContent(Object.fromEntries(there));
}

/** Every text that the history keeps; reads all of it. */
async function keptTexts({ history }: ContentFolder): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const { id } of await history.list(100))
    for (const { before, after } of await history.changesOf(id))
      for (const bytes of [before, after]) if (bytes) kept.add(Buffer.from(bytes).toString());
  return kept;
}

async function judge(folder: string, step: number): Promise<void> {
  const content = await ContentFolder.open(folder);
  const kept = await keptTexts(content);
  const writes = [];
  const states = new Set<string>();
  for (const [file, after] of Object.entries(AFTER)) {
    const before = BEFORE[file];
    const now = await content.read(file);
    const said = `step ${step}, ${file}`;
    assert.ok([before, after].includes(now?.bytes.toString()), `${said}: half-written`);
    states.add(now?.bytes.toString() === after ? 'after' : 'before');
    if (before !== undefined && now?.bytes.toString() !== before)
      assert.ok(kept.has(before), `${said}: lost`);
    writes.push({ file, bytes: Buffer.from(`${after}\n`), on: now?.digest });
  }
  assert.equal(states.size, 1, `step ${step}: some files are changed and others are not`);
  seen.add([...states].join());
  // The one that is left is that of the desk which is open.
  const left = (await readdir(folder, { recursive: true })).filter((name) =>
    /-\d+(?:\.\d+)?-[0-9a-f]{8}-/.test(name),
  );
  assert.equal(left.length, 1, `step ${step}: left lying about: ${left.join()}`);
  assert.match(left.join(), /\.open-/);
  await content.write(writes, { title: '再改' });
  assert.equal(
    (await keptTexts(content)).has(`${AFTER['texts/a.md']!}\n`),
    true,
    `step ${step}: no history any more`,
  );
  const head = await readFile(join(folder, DESK_FOLDER, 'history.git/HEAD'), 'utf8');
  assert.equal(head, 'ref: refs/heads/main\n', `step ${step}`);
}

/** How changes have ended. */
const seen = new Set<string>();

describe('A desk that is killed at thirty moments of a change', () => {
  it('leaves all files as they were or all as they were to be, what was before in the history, and the next desk goes on', async () => {
    const folders: Record<number, string> = {};
    for (const step of MOMENTS) folders[step] = await contentBefore();
    await changeAndDie(folders);
    for (const step of MOMENTS) await judge(folders[step]!, step);
    assert.deepEqual([...seen].sort(), ['after', 'before'], 'both ends are seen');
  });
});
