import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { SiteContent } from './site-content.ts';
import { toStore, type BodyTexts, type StoredContent } from './stored-content.ts';

/** Leaves checked content in a file, which is there whole or not at all, and its bodies in another beside it. */
export async function handOver(content: SiteContent, file: string): Promise<void> {
  const { stored, bodies } = toStore(content);
  await writeFile(bodiesBeside(file), serialize(bodies));
  await writeFile(`${file}.part`, serialize(stored));
  await rename(`${file}.part`, file);
}

const LOOK_EVERY = 20;

/** Waits for the parent process to leave content in a file, and reads it. Throws when the parent is gone. */
export async function takeOver(file: string): Promise<StoredContent> {
  const parent = process.ppid;
  const isThere = () => stat(file).then(Boolean, () => false);
  while (!(await isThere())) {
    if (process.ppid !== parent) throw new Error('the build that was to hand over its content has ended');
    await setTimeout(LOOK_EVERY);
  }
  return deserialize(await readFile(file)) as StoredContent;
}

/** The bodies of the content that was left in a file. */
export async function takeOverBodies(file: string): Promise<BodyTexts> {
  return deserialize(await readFile(bodiesBeside(file))) as BodyTexts;
}

function bodiesBeside(file: string): string {
  return `${file}.bodies`;
}
