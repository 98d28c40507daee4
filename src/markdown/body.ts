import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { visit } from 'unist-util-visit';
import { entryTarget, itemKey, leadsElsewhere, leadsSomewhere, mediaPath } from './addresses.ts';
import type { Correction } from '../domain/entry.ts';
import { anchorBlocks, unwrapLoneComponents, type Block } from './blocks.ts';
import { footnoteFaults, mentionedFootnotes } from './footnotes.ts';
import type { FindMentions } from '../domain/formulas.ts';
import { commentFaults } from './comments.ts';
import { componentUses, type Listing, type Quotation } from './component-uses.ts';
import { makeCorrections } from './corrections.ts';
import { linkFormulas } from './formula-links.ts';
import { attributesOf, gate, type BodyFault } from './gate.ts';
import { unlinkHidden } from './hidden-links.ts';
import { settleInnerLinks } from './inner-links.ts';
import { excessIn, excessInTree } from './limits.ts';
import { parseMarkdown } from './parse.ts';
import { isPlainText } from './plain.ts';
import { settlePictureReferences } from './picture-references.ts';
import { hasComponents, toPageHtml, toPageTree } from './render.ts';
import { strayFaults } from './strays.ts';
import { mayHoldAddresses, tidy } from './tidy.ts';

/** A link or picture that a body points at, with its line and column in the body. */
export interface BodyReference {
  kind: 'entry' | 'item' | 'picture' | 'elsewhere' | 'nowhere';
  /**
   * `texts/outline#p3`, another item that may be hidden (`essays/theory`), the picture's path below the content folder, or as it was written what has a
   * scheme or a host and what leads nowhere.
   */
  target: string;
  line: number;
  column: number;
}

/** What becomes of a body: its page, and the blocks of text that search and links work on. */
export interface Body {
  blocks: Block[];
  references: BodyReference[];
  faults: BodyFault[];
  /** What its components quote and list. */
  quotations: Quotation[];
  listings: Listing[];
  /** HTML, where the body holds no components. */
  html?: string;
  /** The page tree, where it does. */
  tree?: HastRoot;
}

const SYNTAX_REMEDY = '检查尖括号与花括号是否成对；要显示尖括号写成 &lt;，花括号写成 \\{';

/** How a body is read. */
export interface BodyOptions {
  isMdx: boolean;
  /** `/` or `/study/`. */
  basePath?: string;
  /** Whether the build shows an item, by its key; links to others become plain words. All are shown without it. */
  shows?: (key: string) => boolean;
  /** Reviewed changes that are made in the text, wherever it is shown or searched. */
  corrections?: readonly Correction[] | undefined;
  /** Finds the formulas that a text names, whose first mentions lead to their pages. */
  mentions?: FindMentions | undefined;
}

/** Reads a Markdown or MDX body. Never throws for what an author wrote: faults come back with their places. */
export function readBody(body: string, options: BodyOptions): Body {
  const { tree, ...read } = readTree(body, options);
  if (!tree) return read;
  const isLinked = options.mentions !== undefined && linkFormulas(tree, options.mentions);
  const page = toPageTree(tree, options.basePath ?? '/', isPlainText(body, options.isMdx) && !isLinked);
  return { ...read, ...(options.isMdx && hasComponents(page) ? { tree: page } : { html: toPageHtml(page) }) };
}

/** What a body holds and points at, and its faults, without its page. */
export function surveyBody(body: string, options: BodyOptions): Omit<Body, 'html' | 'tree'> {
  const { blocks, references, faults, quotations, listings } = readTree(body, options);
  return { blocks, references, faults, quotations, listings };
}

/** Only the blocks of a body, as search needs them. A faulty body has none. */
export function readBlocks(body: string, options: Pick<BodyOptions, 'isMdx' | 'corrections'>): Block[] {
  return readTree(body, options).blocks;
}

const NOTHING = { blocks: [], references: [], quotations: [], listings: [] };

/** A body up to the point where blocks have their anchors; without a tree where it is at fault. */
function readTree(
  body: string,
  { isMdx, shows, corrections }: BodyOptions,
): Omit<Body, 'html' | 'tree'> & { tree?: Root } {
  const isPlain = isPlainText(body, isMdx);
  const excess = isPlain ? undefined : excessIn(body);
  if (excess) return { ...NOTHING, faults: [excess] };
  let tree;
  try {
    tree = parseMarkdown(body, isMdx);
  } catch (error) {
    return { ...NOTHING, faults: [syntaxFault(error as VFileMessage)] };
  }
  const excessive = isPlain ? undefined : excessInTree(tree);
  if (excessive) return { ...NOTHING, faults: [excessive] };
  const footnotes = body.includes('[^') ? mentionedFootnotes(tree) : [];
  const faults = [
    ...(isMdx && !isPlain ? gate(tree, body) : []),
    ...(body.includes('[^') ? footnoteFaults(tree, footnotes) : []),
    ...commentFaults(tree, body),
  ];
  const strays = strayFaults(tree, body);
  if (faults.length > 0) return { ...NOTHING, faults: [...faults, ...strays] };
  if (body.includes('![')) settlePictureReferences(tree);
  const references = mayHoldAddresses(body) ? referencesOf(tree) : [];
  if (strays.length > 0) return { ...NOTHING, references, faults: strays };
  const uses = isMdx && !isPlain ? componentUses(tree) : { quotations: [], listings: [] };
  if (shows && references.length > 0) unlinkHidden(tree, shows);
  tidy(tree, body);
  if (isMdx && !isPlain) unwrapLoneComponents(tree);
  const written = anchorBlocks(tree, footnotes);
  if (body.includes('](#')) settleInnerLinks(tree, written);
  const blocks = corrections ? makeCorrections(tree, written, corrections) : written;
  return { blocks, references, faults, ...uses, tree };
}

function syntaxFault(message: VFileMessage): BodyFault {
  const { line = 1, column = 1 } = message;
  const tag = /`(<[^`]*>)`/.exec(message.reason)?.[1];
  const reason = tag ? `组件标签 ${tag} 没有配对` : 'MDX 写法有误，尖括号或花括号不成对';
  return {
    line,
    column,
    reason,
    remedy: tag ? `补上配对的标签，或写成 &lt;；${SYNTAX_REMEDY}` : SYNTAX_REMEDY,
  };
}

function referencesOf(tree: Root): BodyReference[] {
  const references: BodyReference[] = [];
  visit(tree, (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const add = (kind: BodyReference['kind'], target: string | undefined) => {
      if (target !== undefined) references.push({ kind, target, line, column });
    };
    if (node.type === 'link' || node.type === 'definition') {
      const entry = entryTarget(node.url);
      if (entry !== undefined) add('entry', entry);
      else if (leadsElsewhere(node.url)) add('elsewhere', node.url);
      else if (leadsSomewhere(node.url)) add('item', itemKey(node.url));
      else add('nowhere', node.url);
    }
    if (node.type === 'image' && !leadsElsewhere(node.url)) add('picture', mediaPath(node.url));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { from, to, src } = attributesOf(node);
      add('entry', from ?? to);
      add('picture', src && mediaPath(src));
    }
  });
  return references;
}
