/** Something in a source that does not add up, for the editor. */
export interface Doubt {
  /** The number of the body's paragraph, counted from 1. */
  paragraph: number;
  /** The words it is about. */
  words: string;
  /** What is wrong with them, in Chinese. */
  reason: string;
}

/** Looks for one kind of doubt in one paragraph, knowing the next one: the words and the reason. */
export type DoubtFinder = (paragraph: string, next: string | undefined) => Omit<Doubt, 'paragraph'>[];
