import type { Correction } from '../domain/entry.ts';
import { mentionFinder, type FormulaNames } from '../domain/formulas.ts';
import { readBody, type Body } from '../markdown/body.ts';
import { namedKeys } from '../site/named-keys.ts';
import type { ResolvedSite } from '../site/site.ts';

/** All that a page needs to render a body: what its file says, and what the site knows of the things that it names. */
export interface BodyView {
  text: string;
  isMdx: boolean;
  corrections?: readonly Correction[] | undefined;
  /** The items named in it that the site shows, by their keys, with the titles of entries and formulas; links to others become plain words. */
  named: Readonly<Record<string, string | null>>;
  /** The formulas named in it, whose first mentions lead to their pages. */
  formulas: readonly FormulaNames[];
}

/** A body as its page shows it. */
export interface PageBody extends Pick<Body, 'html' | 'tree'> {
  headings: { depth: number; slug: string; text: string }[];
  letters: number;
}

/** What the page of an item needs of its body. Throws where no item of that key has one. */
export function bodyView(key: string, site: ResolvedSite): BodyView {
  const { text, isMdx, corrections } = site.bodies.written(key);
  const keys = namedKeys(text, () => site.bodies.survey(key)).filter(site.shows);
  const mentioned = new Set(site.mentions(text).map(({ id }) => id));
  return {
    text,
    isMdx,
    corrections,
    named: Object.fromEntries(keys.map((named) => [named, site.titleOf(named) ?? null])),
    formulas: site.formulas
      .filter(({ id }) => mentioned.has(id))
      .map(({ id, name, aliases }) => ({ id, name, aliases })),
  };
}

/**
 * A body made into its page: corrections of its text made, its links to items that the site does not show made plain words, the first mention
 * of each formula a link. Depends on nothing but its arguments.
 */
export function pageBody(
  { text, isMdx, corrections, named, formulas }: BodyView,
  basePath: string,
): PageBody {
  const { blocks, html, tree } = readBody(text, {
    isMdx,
    basePath,
    corrections,
    shows: (key) => key in named,
    titleOf: (key) => named[key] ?? undefined,
    mentions: mentionFinder(formulas),
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
