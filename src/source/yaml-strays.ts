import { visit, type Document, type Scalar } from 'yaml';
import {
  forbiddenIn,
  holdsForbidden,
  isForbidden,
  STAND_IN,
  withStandIns,
  type Stray,
} from '../domain/characters.ts';

/** The escapes in double quotes that stand for forbidden characters (YAML 1.2.2, 5.7). */
const NAMED: Record<string, number> = {
  '0': 0,
  a: 7,
  b: 8,
  v: 11,
  f: 12,
  e: 27,
  N: 0x85,
  L: 0x2028,
  P: 0x2029,
};
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([\s\S]))/g;

/**
 * Finds forbidden characters in the values of a document, at the place where they are written: `"\e"` is one, `'\e'` is not. Replaces them in
 * the document by U+FFFD. Keys may not hold line ends and tabs either.
 */
export function settleStrays(document: Document, text: string): Stray[] {
  const found: Stray[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string') return;
      const isKey = key === 'key';
      const value = isKey ? node.value.replace(/[\t\n\r]/g, STAND_IN) : node.value;
      if (value === node.value && !holdsForbidden(value)) return;
      found.push(...straysIn(node, text, isKey));
      node.value = withStandIns(value);
    },
  });
  return found;
}

function straysIn(node: Scalar, text: string, isKey: boolean): Stray[] {
  const [start = 0, end = start] = node.range ?? [];
  const source = text.slice(start, end);
  const written = node.type === 'QUOTE_DOUBLE' ? escapesIn(source, isKey) : [];
  return [...written, ...forbiddenIn(source)]
    .sort((one, other) => one.at - other.at)
    .map(({ at, code }) => ({ at: start + at, code }));
}

function escapesIn(source: string, isKey: boolean): Stray[] {
  const escapes = Array.from(
    source.matchAll(ESCAPE),
    ({ 0: all, 1: x, 2: u, 3: U, 4: letter = '', index }) => {
      const digits = x ?? u ?? U;
      const named = isKey ? { ...NAMED, t: 9, n: 10, r: 13 }[letter] : NAMED[letter];
      return {
        at: index,
        end: index + all.length,
        code: digits === undefined ? named : Number.parseInt(digits, 16),
      };
    },
  );
  return escapes.flatMap(({ at, code }, index) => {
    const [before, next] = [escapes[index - 1], escapes[index + 1]];
    const isPaired =
      (isHalf(code, 0xd800) && next?.at === escapes[index]?.end && isHalf(next?.code, 0xdc00)) ||
      (isHalf(code, 0xdc00) && before?.end === at && isHalf(before.code, 0xd800));
    if (code === undefined || isPaired) return [];
    return isForbidden(code) || (isKey && code < 0x20) ? [{ at, code }] : [];
  });
}

/** Whether a code is a half of a pair: the first halves begin at U+D800, the second at U+DC00. */
function isHalf(code: number | undefined, first: number): boolean {
  return code !== undefined && code >= first && code < first + 0x400;
}
