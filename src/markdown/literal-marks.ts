import type {
  Break,
  Emphasis,
  List,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { visit } from 'unist-util-visit';

/** Marks that Markdown takes for syntax and official texts mean as they stand. Each step changes the tree; `body` is what it was parsed from. */
export function keepLiteralMarks(tree: Root, body: string): void {
  if (body.includes('*')) keepStars(tree, body);
  keepLoneNumbers(tree, body);
}

/** A star between figures multiplies: 210*297*5 is no stress on 297. */
function keepStars(tree: Root, body: string): void {
  visit(tree, ['emphasis', 'strong'], (node, index, parent: Parent | undefined) => {
    const { children, position, type } = node as Emphasis | Strong;
    const [from, until] = [position?.start.offset, position?.end.offset];
    if (!parent || index === undefined || from === undefined || until === undefined) return undefined;
    const mark = type === 'strong' ? 2 : 1;
    if (!isBetweenFigures(body, from, mark) && !isBetweenFigures(body, until - mark, mark)) return undefined;
    const stars: Text = { type: 'text', value: body.slice(from, from + mark) };
    (parent.children as PhrasingContent[]).splice(index, 1, stars, ...children, { ...stars });
    mergeTexts(parent);
    return 0;
  });
}

function isBetweenFigures(body: string, at: number, length: number): boolean {
  return /[\d)）]/.test(body[at - 1] ?? '') && /[\d(（]/.test(body[at + length] ?? '');
}

function mergeTexts(parent: Parent): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else children.push(child);
  }
  parent.children = children;
}

/**
 * A numbered line that stands by itself, no other item below it, keeps its number as words: `1. 加强领导` heads what follows and is found by
 * its number, `2026. 年初` is a sentence.
 */
function keepLoneNumbers(tree: Root, body: string): void {
  tree.children.forEach((node, index) => {
    const line = node.type === 'list' ? loneLine(node) : undefined;
    const from = node.position?.start.offset;
    const until = line?.position?.start.offset;
    if (!line || from === undefined || until === undefined) return;
    const number: Text = { type: 'text', value: body.slice(from, until).replace(/\s+$/, ' ') };
    const paragraph: Paragraph = { ...line, children: [number, ...line.children], position: node.position };
    mergeTexts(paragraph);
    tree.children[index] = paragraph;
  });
}

/** The only line of a numbered list of one item; `undefined` for other lists, and those whose item goes on over lines. */
function loneLine({ ordered, children }: List): Paragraph | undefined {
  const [item, ...others] = children;
  const [line, ...more] = item?.children ?? [];
  const isLone =
    ordered === true && others.length === 0 && more.length === 0 && (item?.checked ?? null) === null;
  return isLone && line?.type === 'paragraph' && line.position?.start.line === line.position?.end.line
    ? line
    : undefined;
}

/** Tags that only say how words look, which pasted web pages bring along; what they hold is kept. */
const LOOKS = /<\/?(?:center|font|span|div|p|big|small)(?:\s[^<>]*)?>/gi;
const LINE_BREAK = /<br\s*\/?>/i;

/** The words of a piece of HTML as nodes: line breaks are made, tags of mere looks vanish, all else is shown as it is written. */
export function nodesOfHtml(html: string): (Text | Break)[] {
  return html
    .replace(LOOKS, '')
    .split(LINE_BREAK)
    .flatMap((value, index): (Text | Break)[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
}
