import type { Stated } from './stated.ts';

/** Follows the marks around content (ISO 32000-1, 14.6), those of layers left out, and which words are stated for what is drawn. */
export class Marks {
  readonly #open: (Stated | undefined)[] = [];
  /** The words stated by each mark that stands in no other such one, by its number in the order in which marks begin. */
  readonly stated = new Map<number, Stated>();
  /** How many marks have begun. */
  begun = 0;

  begin(tag: string | undefined, stated?: Stated): void {
    const outer = this.current;
    this.#open.push(outer ?? stated);
    if (tag === undefined || tag === 'OC') return;
    if (stated && !outer) this.stated.set(this.begun, stated);
    this.begun += 1;
  }

  end(): void {
    this.#open.pop();
  }

  /** What is stated for what is drawn now: the outermost mark's words. */
  get current(): Stated | undefined {
    return this.#open.at(-1);
  }
}
