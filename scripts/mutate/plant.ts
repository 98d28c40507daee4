/** A change of the text of a file. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text with a mutant in it. Of the other edits, those inside the mutant's own stretch are left out. */
export function planted(source: string, mutant: Edit | undefined, edits: readonly Edit[]): string {
  const outside = mutant
    ? edits.filter(({ start, end }) => end <= mutant.start || start >= mutant.end)
    : edits;
  const all = [...(mutant ? [mutant] : []), ...outside];
  let text = source;
  for (const edit of all.sort((a, b) => b.start - a.start || b.end - a.end))
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return text;
}
