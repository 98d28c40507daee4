import { positionAt } from '../domain/position-at.ts';
import type { SourcePosition } from './fault.ts';

/** A body as it stands in its file. */
interface FiledBody {
  file: string;
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
}

/** The place in a file of a place in its body. */
export function positionIn(
  { file, bodyLine }: Pick<FiledBody, 'file' | 'bodyLine'>,
  { line, column }: { line: number; column: number },
): SourcePosition {
  return { file, line: line + bodyLine - 1, column };
}

const ENOUGH = [16, 8, 4, 2, 1] as const;

/**
 * Finds words in a body by searching for them, since running text is read without a parser: exact where the paragraph holds no markup before the
 * words, the nearest place before them otherwise. `texts` are the paragraphs in order.
 */
export function positionsIn(
  { file, body, bodyLine }: FiledBody,
  texts: readonly string[],
): (paragraph: number, at: number) => SourcePosition {
  const starts = startsOf(body, texts);
  return (paragraph, at) => {
    const text = texts[paragraph - 1] ?? '';
    const start = starts[paragraph - 1] ?? 0;
    const offset = find(body, text.slice(at), start) ?? start;
    return positionIn({ file, bodyLine }, positionAt(body, offset));
  };
}

/** Where each paragraph begins in the body; one that is not found begins where the last one did. */
function startsOf(body: string, texts: readonly string[]): number[] {
  let from = 0;
  return texts.map((text) => {
    const start = find(body, text, from);
    if (start === undefined) return from;
    from = start;
    return start;
  });
}

/** How far a paragraph may stand behind the beginning of the one before. */
const REACH = 4000;

/** The first place from `from` on where a text, or at least its first characters, stand. */
function find(body: string, text: string, from: number): number | undefined {
  const near = body.slice(from, from + REACH);
  for (const length of ENOUGH) {
    const at = near.indexOf(text.slice(0, length));
    if (at >= 0) return from + at;
  }
  return undefined;
}
