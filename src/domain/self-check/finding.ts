/** Something in a text to look at again. `number` is the paragraph or line, `words` what stands there. */
export type Finding = { number?: number; words?: string } & (
  | { kind: 'short' | 'long'; by: number }
  | { kind: 'no title' | 'no signature' }
  /** A heading one or more levels too deep: `expected` is what the standard puts there. */
  | { kind: 'heading level'; written: string; expected: string }
  /** A heading out of turn: after 一、 comes 二、. */
  | { kind: 'heading number'; written: string; expected: string }
  /** `instead`: the full-width mark. */
  | { kind: 'half-width'; mark: string; instead: string }
  /** A mark without its other half. */
  | { kind: 'unmatched'; mark: string }
  | { kind: 'doubled'; doubled: string }
  | ({
      kind: 'face' | 'size' | 'bold' | 'line pitch';
      found: string;
      wanted: string;
      numbers: number[];
    } & Part)
  | { kind: 'margin'; side: 'top' | 'bottom' | 'left' | 'right'; found: number; wanted: number }
  | { kind: 'file name'; found: string; pattern: string }
  | { kind: 'file name unit'; found: string }
  | { kind: 'file name title'; found: string; title: string }
);

/** Which part of the text a finding about format is about; a heading with its level. */
export interface Part {
  part: 'title' | 'body' | 'heading';
  level?: number;
}

export type FindingKind = Finding['kind'];

/** A place with some characters of its surroundings, as a result shows it. */
export function surroundings(text: string, at: number, length: number, around = 6): string {
  const from = Math.max(0, at - around);
  const until = Math.min(text.length, at + length + around);
  return `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`;
}
