import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { HandbookPage } from './read-handbook.ts';

/** Leaves the handbook beside the content that a build hands over in `content`, for the process that renders; before the content itself. */
export async function handOverHandbook(pages: readonly HandbookPage[], content: string): Promise<void> {
  await writeFile(beside(content), serialize(pages));
}

/** The handbook that was left beside handed over content. */
export async function takeOverHandbook(content: string): Promise<HandbookPage[]> {
  return deserialize(await readFile(beside(content))) as HandbookPage[];
}

function beside(content: string): string {
  return `${content}.handbook`;
}
