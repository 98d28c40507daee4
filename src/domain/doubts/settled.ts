import type { DoubtKind } from './doubt.ts';

/** An editor's answer to a doubt, kept in the file that raised it, so that it stays quiet. */
export interface Answer {
  doubt: Exclude<DoubtKind, '答复'>;
  /** The paragraph, such as `p12`, or words that stand in the doubt. */
  at: string;
  /** Why nothing is to be changed. */
  because: string;
}

/** What an answer is compared with. */
export interface Answerable {
  kind: DoubtKind;
  /** Counted from 1; without one the doubt is about a field or a figure. */
  paragraph?: number | undefined;
  words: string;
  reason: string;
}

/** Whether an answer settles a doubt: the same kind, and its paragraph or words of it. */
export function meets({ doubt, at }: Answer, { kind, paragraph, words, reason }: Answerable): boolean {
  if (doubt !== kind) return false;
  if (/^p\d+$/.test(at)) return at === `p${paragraph ?? ''}`;
  return words.includes(at) || reason.includes(at);
}
