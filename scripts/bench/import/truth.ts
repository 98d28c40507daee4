/** What a file says, as far as a judge of readers asks. */
export interface Truth {
  /** All its words. */
  words: string;
  /** Beginnings of numbered paragraphs as they are shown, the number first: 一、加强领导. */
  numbered: readonly string[];
  /** Rows of its tables: the words of their cells, those of empty cells left out. */
  rows: readonly (readonly string[])[];
}

/** What a reader made of a file. */
export interface Made {
  /** Its lines; the cells of a table's row stand apart in `rows`, too. */
  lines: readonly string[];
  rows: readonly (readonly string[])[];
}

/** How much of a truth a reader has given: counts of what it should give and of what it gave. */
export interface Score {
  characters: Share;
  numbers: Share;
  rows: Share;
}

export interface Share {
  right: number;
  of: number;
}

/**
 * Holds what a reader made of a file against what the file says: characters by their number, white space aside; numbers where their paragraph
 * stands in a line of its own behind its number; rows of tables where a row has the same cells.
 */
export function judge(truth: Truth, { lines, rows }: Made): Score {
  const found = new Set(lines.map(bare));
  const foundRows = new Set(rows.map(key));
  return {
    characters: { right: sharedCharacters(truth.words, lines.join('')), of: [...bare(truth.words)].length },
    numbers: {
      right: truth.numbered.filter((start) => [...found].some((line) => line.startsWith(bare(start)))).length,
      of: truth.numbered.length,
    },
    rows: { right: truth.rows.filter((row) => foundRows.has(key(row))).length, of: truth.rows.length },
  };
}

/** Shares of several files together. */
export function total(scores: readonly Score[]): Score {
  const sum = (what: keyof Score): Share => ({
    right: scores.reduce((count, score) => count + score[what].right, 0),
    of: scores.reduce((count, score) => count + score[what].of, 0),
  });
  return { characters: sum('characters'), numbers: sum('numbers'), rows: sum('rows') };
}

function key(row: readonly string[]): string {
  return row
    .map(bare)
    .filter((cell) => cell !== '')
    .join('\u001F');
}

function sharedCharacters(truth: string, made: string): number {
  const left = new Map<string, number>();
  for (const character of bare(made)) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of bare(truth)) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    left.set(character, count - 1);
    shared += 1;
  }
  return shared;
}

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}
