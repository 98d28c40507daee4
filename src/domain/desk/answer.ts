import { meets, type Answer, type Answerable } from '../doubts/settled.ts';

/** A doubt that an editor may answer, as those of a file are listed. */
export type AnswerableDoubt = Answerable & { kind: Answer['doubt'] };

/**
 * The answer that nothing is to be changed (原件如此) because of `because`. It names the words of the doubt, since paragraphs are counted anew when one is
 * added before them, unless its paragraph says more narrowly which of the file's doubts is meant.
 */
export function answerTo(doubt: AnswerableDoubt, ofFile: readonly Answerable[], because: string): Answer {
  const by = (at: string): Answer => ({ doubt: doubt.kind, at, because });
  const settles = (answer: Answer) => ofFile.filter((each) => meets(answer, each)).length;
  const byWords = by(doubt.words);
  if (doubt.paragraph === undefined) return byWords;
  const byParagraph = by(`p${doubt.paragraph}`);
  const isPlain = doubt.words.trim() !== '' && !/\p{C}/u.test(doubt.words);
  return isPlain && settles(byWords) <= settles(byParagraph) ? byWords : byParagraph;
}

/** The doubts of a file that no answer in it settles. */
export function unanswered<Doubt extends Answerable>(
  doubts: readonly Doubt[],
  answers: readonly Answer[],
): Doubt[] {
  return doubts.filter((doubt) => !answers.some((answer) => meets(answer, doubt)));
}
