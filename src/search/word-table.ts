import { pairWord, wordOf } from '../domain/search/words.ts';

const FIRST_SLOTS = 1 << 16;
const ALONE = -1;

/** Numbers the units and the words of an index in the order in which they first come. */
export class WordTable {
  readonly #unitNumbers = new Map<string, number>();
  readonly #units: string[] = [];
  /** The units of each word; the second is ALONE in the word for a unit by itself. */
  #lefts = new Int32Array(FIRST_SLOTS);
  #rights = new Int32Array(FIRST_SLOTS);
  /** Hash table by open addressing: one more than the word's number, or 0 where a slot is free. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  #size = 0;

  /** The number of a unit. */
  unit(unit: string): number {
    let number = this.#unitNumbers.get(unit);
    if (number === undefined) {
      this.#unitNumbers.set(unit, (number = this.#units.length));
      this.#units.push(unit);
    }
    return number;
  }

  /** How many units there are. */
  get unitCount(): number {
    return this.#units.length;
  }

  /** The number of the word for two neighbours. */
  pair(left: number, right: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(left, right) & mask;
    for (;;) {
      const word = this.#slots[slot]! - 1;
      if (word < 0) return this.#add(left, right, slot);
      if (this.#lefts[word] === left && this.#rights[word] === right) return word;
      slot = (slot + 1) & mask;
    }
  }

  /** The number of the word for a unit by itself. */
  alone(unit: number): number {
    return this.pair(unit, ALONE);
  }

  /** The words by their numbers. */
  words(): string[] {
    return Array.from({ length: this.#size }, (_, word) => {
      const [left, right] = [this.#lefts[word]!, this.#rights[word]!];
      return right === ALONE ? wordOf(this.#units[left]!) : pairWord(this.#units[left]!, this.#units[right]!);
    });
  }

  #add(left: number, right: number, slot: number): number {
    const word = this.#size;
    this.#size += 1;
    if (this.#size > this.#lefts.length) this.#grow();
    this.#lefts[word] = left;
    this.#rights[word] = right;
    if (2 * this.#size > this.#slots.length) this.#rehash();
    else this.#slots[slot] = word + 1;
    return word;
  }

  #grow(): void {
    const [lefts, rights] = [this.#lefts, this.#rights];
    this.#lefts = new Int32Array(2 * lefts.length);
    this.#rights = new Int32Array(2 * rights.length);
    this.#lefts.set(lefts);
    this.#rights.set(rights);
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let word = 0; word < this.#size; word += 1) {
      let slot = hash(this.#lefts[word]!, this.#rights[word]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = word + 1;
    }
  }
}

/** Spreads pairs of small numbers over 32 bits (multipliers of xxHash, the mixing step of MurmurHash3). */
function hash(left: number, right: number): number {
  let mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 1, 0x85ebca77);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae3d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
