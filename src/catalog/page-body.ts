import type { Correction } from '../domain/entry.ts';
import { readBody, type Body } from '../markdown/body.ts';
import type { BodyCollection } from '../schemas/collections.ts';
import { isShown, writtenBody } from './content.ts';
import { getCatalog } from './library.ts';
import { settings } from './settings.ts';

/** A body as its page prints it. */
export interface PageBody extends Pick<Body, 'html' | 'tree'> {
  headings: { depth: number; slug: string; text: string }[];
  letters: number;
}

/**
 * The body of an item of the content: corrections of its text made, its links to items that this build does not show made plain words,
 * the first mention of each formula a link.
 */
export async function requireBody(
  collection: BodyCollection,
  id: string,
  corrections?: readonly Correction[],
): Promise<PageBody> {
  const { text, isMdx } = writtenBody(collection, id);
  const { mentions } = await getCatalog();
  const { basePath } = settings;
  const { blocks, html, tree } = readBody(text, {
    isMdx,
    basePath,
    shows: isShown,
    corrections,
    mentions,
  });
  const headings = blocks.flatMap((block) =>
    block.headingDepth === undefined
      ? []
      : [{ depth: block.headingDepth, slug: block.anchor, text: block.text }],
  );
  return { html, tree, headings, letters: lettersOf(blocks) };
}

/** Whether a body is paragraphs, headings and lists, and nothing that needs styles of its own. */
export function isRunningText({ html, tree }: PageBody): boolean {
  return !tree && !/<(blockquote|em|figure|h[456]|hr|img|pre|sup|table)\b|href="http/.test(html ?? '');
}

function lettersOf(blocks: Body['blocks']): number {
  return blocks.reduce((sum, { text }) => sum + [...text.replace(/\s/gu, '')].length, 0);
}
