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
import { nameComponents } from './named-components.ts';
import { isPlainText } from './plain.ts';
import { settlePictureReferences } from './picture-references.ts';
import { hasComponents, toPageHtml, toPageTree } from './render.ts';
import { strayFaults } from './strays.ts';
import { endAddressesBeforeChinese, mayHoldAddresses, tidy } from './tidy.ts';

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

/** What a body holds and points at: the blocks of text that search and links work on. */
export interface BodySurvey {
  /** As readers see them, corrections made. */
  blocks: Block[];
  /** As they were written. */
  writtenBlocks: Block[];
  references: BodyReference[];
  faults: BodyFault[];
  /** What its components quote and list. */
  quotations: Quotation[];
  listings: Listing[];
}

/** What becomes of a body: what it holds, and its page. */
export interface Body extends BodySurvey {
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
  /** The title of an entry or formula, by its key, for the components that name it; without it they show none. */
  titleOf?: (key: string) => string | undefined;
  /** Reviewed changes that are made in the text, wherever it is shown or searched. */
  corrections?: readonly Correction[] | undefined;
  /** Finds the formulas that a text names, whose first mentions lead to their pages. */
  mentions?: FindMentions | undefined;
}

/** Reads a Markdown or MDX body. Never throws for what an author wrote: faults come back with their places. */
export function readBody(body: string, options: BodyOptions): Body {
  const { survey, tree } = readTree(body, options);
  if (!tree) return survey;
  const isLinked = options.mentions !== undefined && linkFormulas(tree, options.mentions);
  if (options.isMdx && options.titleOf) nameComponents(tree, options.titleOf, options.basePath ?? '/');
  const page = toPageTree(tree, options.basePath ?? '/', isPlainText(body, options.isMdx) && !isLinked);
  return {
    ...survey,
    ...(options.isMdx && hasComponents(page) ? { tree: page } : { html: toPageHtml(page) }),
  };
}

/** What a body holds and points at, and its faults, without its page. A faulty body has no blocks. */
export function surveyBody(body: string, options: BodyOptions): BodySurvey {
  return readTree(body, options).survey;
}

const NOTHING = { blocks: [], writtenBlocks: [], references: [], quotations: [], listings: [] };

function faulty(...faults: BodyFault[]): { survey: BodySurvey } {
  return { survey: { ...NOTHING, faults } };
}

/** A body up to the point where blocks have their anchors; without a tree where it is at fault. */
function readTree(
  body: string,
  { isMdx, shows, corrections }: BodyOptions,
): { survey: BodySurvey; tree?: Root } {
  const isPlain = isPlainText(body, isMdx);
  const excess = isPlain ? undefined : excessIn(body);
  if (excess) return faulty(excess);
  let tree;
  try {
    tree = parseMarkdown(body, isMdx);
  } catch (error) {
    return faulty(syntaxFault(error as VFileMessage));
  }
  const excessive = isPlain ? undefined : excessInTree(tree);
  if (excessive) return faulty(excessive);
  const footnotes = body.includes('[^') ? mentionedFootnotes(tree) : [];
  const faults = [
    ...(isMdx && !isPlain ? gate(tree, body) : []),
    ...(body.includes('[^') ? footnoteFaults(tree, footnotes) : []),
    ...commentFaults(tree, body),
  ];
  const strays = strayFaults(tree, body);
  if (faults.length > 0) return faulty(...faults, ...strays);
  if (body.includes('![')) settlePictureReferences(tree);
  if (mayHoldAddresses(body)) endAddressesBeforeChinese(tree);
  const references = mayHoldAddresses(body) ? referencesOf(tree) : [];
  if (strays.length > 0) return { survey: { ...NOTHING, references, faults: strays } };
  const uses = isMdx && !isPlain ? componentUses(tree) : { quotations: [], listings: [] };
  if (shows && references.length > 0) unlinkHidden(tree, shows);
  tidy(tree, body);
  if (isMdx && !isPlain) unwrapLoneComponents(tree);
  const writtenBlocks = anchorBlocks(tree, footnotes);
  if (body.includes('](#')) settleInnerLinks(tree, writtenBlocks);
  const blocks = corrections ? makeCorrections(tree, writtenBlocks, corrections) : writtenBlocks;
  return { survey: { blocks, writtenBlocks, references, faults, ...uses }, tree };
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
