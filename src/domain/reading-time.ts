/** Characters that a practised reader of Chinese takes in a minute of careful reading (between 300 and 500 in the literature). */
const LETTERS_A_MINUTE = 400;

/** Whole minutes to read that many characters, at least one. */
export function readingMinutes(letters: number): number {
  return Math.max(1, Math.round(letters / LETTERS_A_MINUTE));
}

/** A count as one says it: to the nearest ten below a thousand, to the nearest hundred above. */
export function roundedLetters(letters: number): number {
  const step = letters < 100 ? 1 : letters < 1000 ? 10 : 100;
  return Math.round(letters / step) * step;
}
