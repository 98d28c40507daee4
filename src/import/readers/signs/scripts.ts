const SUPERSCRIPTS: Record<string, string> = pairs('0123456789+-−=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ');
const SUBSCRIPTS: Record<string, string> = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');
/** What is set high without being an exponent: 1st, ™. */
const NO_EXPONENT = /^(?:st|nd|rd|th|tm|sm|r|[®™©℠]|\[[^\]]*\]|[^A-Za-z0-9+\-−.]*)$/iu;

export type Script = 'super' | 'sub';

/**
 * Raised or lowered words as characters that stay so without type setting: m² and not m2. What has no such characters keeps its meaning by a
 * sign before it, 10^2.5; words that are raised for their looks alone stay as they are.
 */
export function scripted(words: string, script: Script): string {
  const table = script === 'super' ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = Array.from(words);
  if (characters.every((character) => character in table))
    return characters.map((one) => table[one] ?? '').join('');
  if (script === 'sub' || NO_EXPONENT.test(words.trim())) return words;
  return `^${/^[A-Za-z0-9.]+$/.test(words) ? words : `(${words})`}`;
}

function pairs(from: string, to: string): Record<string, string> {
  const targets = Array.from(to);
  return Object.fromEntries(Array.from(from, (character, index) => [character, targets[index] ?? '']));
}
