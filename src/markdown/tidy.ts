import type {
  Heading,
  Image,
  Link,
  Nodes,
  Parent,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { headingLevel } from '../domain/headings.ts';
import { addressOfTarget, entryTarget, isMediaLink, leadsElsewhere, mediaAddress } from './addresses.ts';
import { withoutComments } from './comments.ts';
import { keepLiteralMarks, nodesOfHtml } from './literal-marks.ts';

/** Characters that Chinese typesetting sets without spaces: Han, Chinese punctuation, full-width forms. */
const WIDE = /[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;
const ENDS_WIDE = new RegExp(`${WIDE.source}$`, 'u');
const BEGINS_WIDE = new RegExp(`^${WIDE.source}`, 'u');

/** Turns a parsed tree into what the page shows: the steps below, in this order. Changes the tree. */
export function tidy(tree: Root, body: string): void {
  keepLiteralMarks(tree, body);
  if (body.includes('<')) showHtmlAsText(tree);
  if (mayHoldAddresses(body)) settleAddresses(tree);
  joinLines(tree);
  recogniseHeadings(tree);
  levelHeadings(tree);
}

/** Whether a body can hold links or pictures at all; most texts cannot, and need not be searched for them. */
export function mayHoldAddresses(body: string): boolean {
  return /[[<@]|:\/\/|www\./i.test(body);
}

/** HTML in Markdown is never run: comments vanish, line breaks are made, tags of mere looks are left aside, all else is shown as it is written. */
function showHtmlAsText(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const value = withoutComments(node.value);
    const words = nodesOfHtml(value);
    const isInline = parent.type === 'paragraph' || parent.type === 'heading' || !isFlowParent(parent);
    const isEmpty = words.every((node) => node.type === 'text' && node.value.trim() === '');
    const shown: (PhrasingContent | Paragraph)[] = isEmpty
      ? []
      : isInline
        ? words
        : [{ type: 'paragraph', children: words }];
    (parent.children as RootContent[]).splice(index, 1, ...shown);
    return [SKIP, index + shown.length];
  });
}

function isFlowParent(parent: Parent): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement'].includes(parent.type);
}

/**
 * Addresses of entries, pictures and attachments become site-relative. Addresses that run script lose their link; pictures of other hosts become
 * links, so that no page asks another host for anything.
 */
function settleAddresses(tree: Root): void {
  visit(tree, ['link', 'definition'], (node) => {
    const target = node as Link;
    const entry = entryTarget(target.url);
    if (entry) target.url = addressOfTarget(entry);
    else if (isMediaLink(target.url)) target.url = mediaAddress(target.url);
    else if (!isSafeAddress(target.url)) target.url = '';
  });
  visit(tree, 'image', (node: Image, index, parent) => {
    if (!parent || index === undefined) return;
    if (!leadsElsewhere(node.url)) {
      node.url = mediaAddress(node.url);
      return;
    }
    const words: Text = { type: 'text', value: node.alt || '图片' };
    const shown: Link | Text = isSafeAddress(node.url)
      ? { type: 'link', url: node.url, children: [words] }
      : words;
    parent.children.splice(index, 1, shown);
  });
}

function isSafeAddress(url: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1];
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase());
}

/** A bare web address ends where Chinese begins; GFM would run it on to the next space, and over another address. */
export function endAddressesBeforeChinese(tree: Root): void {
  visit(tree, 'link', (node: Link, index, parent) => {
    const only = node.children[0];
    if (!parent || index === undefined || node.children.length !== 1 || only?.type !== 'text')
      return undefined;
    const cut = only.value.search(WIDE);
    const isBare = node.url.replace(/^https?:\/\//, '') === only.value.replace(/^https?:\/\//, '');
    if (cut <= 0 || !isBare) return undefined;
    const rest = only.value.slice(cut);
    node.url = node.url.slice(0, node.url.length - rest.length);
    only.value = only.value.slice(0, cut);
    const after = withAddresses(rest).map((found) => ({ ...found, position: node.position }));
    parent.children.splice(index + 1, 0, ...after);
    return index + 1 + after.length;
  });
}

/** Web addresses among Chinese, which end before a mark that ends a sentence. */
const ADDRESS = /https?:\/\/[!-;=?-~]*[A-Za-z0-9/=&#~_-]/g;

function withAddresses(words: string): (Text | Link)[] {
  const nodes: (Text | Link)[] = [];
  let done = 0;
  for (const { 0: url, index } of words.matchAll(ADDRESS)) {
    if (index > done) nodes.push({ type: 'text', value: words.slice(done, index) });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    done = index + url.length;
  }
  return done < words.length ? [...nodes, { type: 'text', value: words.slice(done) }] : nodes;
}

/** A line break inside a paragraph leaves no space between Chinese characters; paragraphs lose their typed indent. Changes the tree. */
export function joinLines(node: Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    joinTexts(textsOf(node));
  else if ('children' in node) node.children.forEach((child) => joinLines(child));
}

function textsOf(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap((child) => textsOf(child)) : [];
}

function joinTexts(texts: readonly Text[]): void {
  const first = texts[0];
  if (first) first.value = first.value.replace(/^[\s\u3000]+/u, '');
  texts.forEach((text, index) => {
    if (!text.value.includes('\n')) return;
    text.value = text.value.replace(/(?<![ \t])[ \t]*\n[ \t\u3000]*/g, (found, offset: number) => {
      const before = text.value.slice(0, offset) || (texts[index - 1]?.value ?? '');
      const after = text.value.slice(offset + found.length) || (texts[index + 1]?.value ?? '');
      return ENDS_WIDE.test(before.slice(-2)) && BEGINS_WIDE.test(after.slice(0, 2)) ? '' : ' ';
    });
  });
}

/** Numbered one-line paragraphs (一、 （一） 1. （1）) become headings. */
function recogniseHeadings(tree: Root): void {
  tree.children.forEach((node, index) => {
    if (node.type !== 'paragraph') return;
    const next = tree.children[index + 1];
    const level = headingLevel(toString(node), next && toString(next));
    if (level === undefined) return;
    const heading: Heading = {
      type: 'heading',
      depth: level as Heading['depth'],
      children: node.children as PhrasingContent[],
      position: node.position,
    };
    tree.children[index] = heading;
  });
}

/** Headings begin at level 2 below the page's title and never skip a level. */
function levelHeadings(tree: Root): void {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => void headings.push(node));
  const shift = headings.some(({ depth }) => depth === 1) ? 1 : 0;
  let open: { from: number; to: number }[] = [];
  for (const heading of headings) {
    const from = heading.depth + shift;
    open = open.filter((outer) => outer.from < from);
    const to = Math.min((open.at(-1)?.to ?? 1) + 1, 6);
    open.push({ from, to });
    heading.depth = to as Heading['depth'];
  }
}
