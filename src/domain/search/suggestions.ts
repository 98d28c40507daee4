import { SEPARATOR, type Normalise } from './normal-form.ts';

/** What a suggestion names, in the order in which equals are offered. */
export const SUGGESTION_KINDS = ['formula', 'title', 'number', 'speaker', 'topic'] as const;

export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** Something that can be gone to by its name. */
export interface Suggestion {
  kind: SuggestionKind;
  text: string;
  /** Site-relative. */
  address: string;
}

/** A suggestion with its letters in normal form. */
export interface PreparedSuggestion extends Suggestion {
  letters: string;
}

const lettersOf = (text: string, normalise: Normalise): string =>
  normalise(text)
    .units.filter((unit) => unit !== SEPARATOR)
    .join('');

/** Brings suggestions to the form in which they are compared with what is typed. */
export function prepareSuggestions(
  suggestions: readonly Suggestion[],
  normalise: Normalise,
): PreparedSuggestion[] {
  return suggestions.map((suggestion) => ({ ...suggestion, letters: lettersOf(suggestion.text, normalise) }));
}

/**
 * The suggestions that hold what is typed, punctuation aside: those that begin with it first, then by kind, then as they
 * were given; each text and kind once.
 */
export function suggest(
  typed: string,
  suggestions: readonly PreparedSuggestion[],
  normalise: Normalise,
  limit: number,
): Suggestion[] {
  const letters = lettersOf(typed, normalise);
  if (letters === '') return [];
  const groups: Suggestion[][] = SUGGESTION_KINDS.flatMap(() => [[], []]);
  for (const suggestion of suggestions) {
    const at = suggestion.letters.indexOf(letters);
    if (at < 0) continue;
    const group = SUGGESTION_KINDS.indexOf(suggestion.kind) + (at === 0 ? 0 : SUGGESTION_KINDS.length);
    groups[group]!.push(suggestion);
  }
  return groups.flat().slice(0, limit);
}
