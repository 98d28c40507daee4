import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenWords, isForbidden } from '../domain/characters.ts';
import { forbiddenCodesIn } from '../domain/percent.ts';
import { positionAt } from '../domain/position-at.ts';
import { attributesOf, type BodyFault } from './gate.ts';

/** A character that no text may hold, written as a code: `&#27;`, or `%1B` in an address. */
export interface CodedStray {
  /** Where it stands in the body, in UTF-16 units. */
  at: number;
  written: string;
  code: number;
}

/** Character references, numbered ones above all (CommonMark 0.31.2, 2.5); the two names are the only ones that lead to such a character. */
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lrm|rlm));/gi;
const NAMED: Record<string, number> = { lrm: 0x200e, rlm: 0x200f };

/** Whether a body may hold such codes at all; cheap, and true for few. */
export function mayHoldCodes(body: string): boolean {
  return /&#|&[lr]lm;|%[\da-f]{2}/i.test(body);
}

/** Codes in a body that stand for characters which no text may hold, in order. Code and HTML are shown as they are written, and hold none. */
export function codedStraysIn(tree: Root, body: string): CodedStray[] {
  if (!mayHoldCodes(body)) return [];
  const verbatim = verbatimParts(tree, body);
  const references = Array.from(
    body.matchAll(REFERENCE),
    ({ 0: written, 1: decimal, 2: hex, 3: name, index }) => ({
      at: index,
      written,
      code:
        name === undefined ? Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16) : (NAMED[name] ?? 0),
    }),
  ).filter(
    ({ at, code }) =>
      isForbidden(code) && !isEscaped(body, at) && !verbatim.some(([start, end]) => start <= at && at < end),
  );
  return [...references, ...codesInAddresses(tree, body)].sort((one, other) => one.at - other.at);
}

/** The same as faults. */
export function strayFaults(tree: Root, body: string): BodyFault[] {
  return codedStraysIn(tree, body).map(({ at, written, code }) => {
    const { reason } = forbiddenWords(code);
    return {
      ...positionAt(body, at),
      reason: `“${written}”代表的字不能用：${reason}`,
      remedy: `删去 ${written}`,
    };
  });
}

/** Parts of a body in which an ampersand is literal. */
function verbatimParts(tree: Root, body: string): [start: number, end: number][] {
  const parts: [number, number][] = [];
  visit(tree, ['code', 'inlineCode', 'html'], (node) => {
    const [start = 0, end = start] = rangeOf(node as Nodes);
    // What stands behind the fence is read like other words.
    const from = node.type === 'code' ? body.indexOf('\n', start) : start;
    if (from >= 0) parts.push([from, end]);
  });
  return parts;
}

function codesInAddresses(tree: Root, body: string): CodedStray[] {
  const found = new Map<number, CodedStray>();
  visit(tree, (node) => {
    const [start = 0, end = start] = rangeOf(node);
    for (const address of addressesOf(node)) {
      let from = start;
      for (const { written, code } of forbiddenCodesIn(address)) {
        const at = body.indexOf(written, from);
        const isThere = at >= 0 && at < end;
        found.set(isThere ? at : start, { at: isThere ? at : start, written, code });
        if (isThere) from = at + written.length;
      }
    }
  });
  return [...found.values()];
}

/** The addresses that a node leads to. */
function addressesOf(node: Nodes): string[] {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node.url];
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  const { src } = attributesOf(node);
  return src === undefined ? [] : [src];
}

function rangeOf({ position }: Nodes): number[] {
  return position ? [position.start.offset ?? 0, position.end.offset ?? 0] : [];
}

/** Whether a backslash escapes the character at an offset. */
function isEscaped(body: string, at: number): boolean {
  let before = at;
  while (body[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
