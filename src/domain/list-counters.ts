/** A list as a word processor counts it. Levels are from 0 to 8. */
export interface CountedList {
  /** Lists of one definition count on together. */
  definition: string;
  /** The name by which paragraphs call the list. */
  name: string;
  /** Levels that this list begins anew when it is first used, and with which number. */
  begins: ReadonlyMap<number, number>;
  /** The number that a level begins with. */
  startOf(level: number): number;
  /** 0 where a level never begins anew; n for after one of the first n levels; `undefined` for after any level above. */
  restartOf(level: number): number | undefined;
}

export const DEEPEST_LEVEL = 8;

/** Counts the paragraphs of lists as Word does (ECMA-376-1, 17.9.11 and 17.9.27). */
export class ListCounters {
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** Counts one paragraph of a level. Returns the numbers of all levels; those above that have none yet show the one they begin with. */
  next(list: CountedList, level: number): readonly (number | undefined)[] {
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    for (const at of list.begins.keys()) {
      const key = `${list.name}/${at}`;
      if (at > level || this.#begun.has(key)) continue;
      this.#begun.add(key);
      counters.fill(undefined, at);
    }
    const startOf = (at: number) => list.begins.get(at) ?? list.startOf(at);
    for (let above = 0; above < level; above += 1) counters[above] ??= startOf(above);
    const before = counters[level];
    counters[level] = before === undefined ? startOf(level) : before + 1;
    for (let below = level + 1; below <= DEEPEST_LEVEL; below += 1) {
      const restart = list.restartOf(below);
      if (restart === undefined || level < restart) counters[below] = undefined;
    }
    return counters;
  }
}
