import { getEntry } from 'astro:content';
import { readBody, type Body } from '../markdown/body.ts';
import type { BodyCollection } from '../schemas/collections.ts';
import { getCatalog } from './library.ts';
import { settings } from './settings.ts';

/** A body as its page prints it. */
export interface PageBody extends Pick<Body, 'html' | 'tree'> {
  headings: { depth: number; slug: string; text: string }[];
  letters: number;
}

/** The body of an item of the content, its links to entries that this build does not show made plain words. */
export async function requireBody(collection: BodyCollection, id: string): Promise<PageBody> {
  const stored = await getEntry(collection, id);
  if (!stored) throw new Error(`no entry ${collection}/${id}`);
  const { keys } = await getCatalog();
  const { body = '', filePath = '' } = stored;
  const { basePath } = settings;
  const { blocks, html, tree } = readBody(body, {
    isMdx: filePath.endsWith('.mdx'),
    basePath,
    shows: (key) => keys.has(key),
  });
  const headings = blocks.flatMap(({ anchor, text, headingDepth }) =>
    headingDepth === undefined ? [] : [{ depth: headingDepth, slug: anchor, text }],
  );
  return { html, tree, headings, letters: lettersOf(blocks) };
}

function lettersOf(blocks: Body['blocks']): number {
  return blocks.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0);
}
