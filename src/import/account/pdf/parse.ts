import { keywordOf, nameOf, type Value } from './values.ts';

const WHITE = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';
const NUMBER = /^[+-]*(?:\d+\.?\d*|\.\d+)$/;
const DEEPEST = 100;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const CLOSE_LIST = { kind: 'keyword', word: ']' } as const;
const CLOSE_DICTIONARY = { kind: 'keyword', word: '>>' } as const;

/** Reads values one after the other out of bytes: objects of a file, or the operands and operators of a page. */
export class Parser {
  readonly #text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; `undefined` at the end. What is broken is read as far as it goes. */
  next(depth = 0): Value | undefined {
    this.#skipWhite();
    const start = this.#text[this.at];
    if (start === undefined) return undefined;
    if (depth > DEEPEST) throw new RangeError('objects within objects without end');
    if (start === '/') return { kind: 'name', name: this.#name() };
    if (start === '(') return { kind: 'bytes', bytes: this.#string() };
    if (start === '<') return this.#text[this.at + 1] === '<' ? this.#dictionary(depth) : this.#hexString();
    if (start === '[') return this.#list(depth);
    if (start === ']') return this.#take(1, CLOSE_LIST);
    if (start === '>') return this.#take(this.#text[this.at + 1] === '>' ? 2 : 1, CLOSE_DICTIONARY);
    if (DELIMITERS.includes(start)) return this.#take(1, { kind: 'keyword', word: start });
    return this.#word();
  }

  /** Skips white space and comments. */
  #skipWhite(): void {
    for (;;) {
      const character = this.#text[this.at];
      if (character === undefined) return;
      if (character === '%') {
        while (this.at < this.#text.length && !'\r\n'.includes(this.#text[this.at] ?? '')) this.at += 1;
      } else if (WHITE.includes(character)) this.at += 1;
      else return;
    }
  }

  #take(length: number, value: Value): Value {
    this.at += length;
    return value;
  }

  #regular(): string {
    const from = this.at;
    while (this.at < this.#text.length) {
      const character = this.#text[this.at] ?? ' ';
      if (WHITE.includes(character) || DELIMITERS.includes(character)) break;
      this.at += 1;
    }
    return this.#text.slice(from, this.at);
  }

  #name(): string {
    this.at += 1;
    return this.#regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #word(): Value {
    const word = this.#regular();
    if (NUMBER.test(word))
      return this.#numberOrReference(Number.parseFloat(word.replace(/^[+-]*(?=[+-])/, '')));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { kind: 'keyword', word };
  }

  #numberOrReference(number: number): Value {
    if (!Number.isInteger(number) || number < 0) return number;
    const reference = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.#text.slice(this.at, this.at + 30),
    );
    if (!reference) return number;
    this.at += reference[0].length;
    return { kind: 'reference', number };
  }

  #list(depth: number): Value {
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      const item = this.next(depth + 1);
      if (item === undefined || item === CLOSE_LIST) return items;
      if (keywordOf(item) === 'endobj') return items;
      items.push(item);
    }
  }

  #dictionary(depth: number): Value {
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === undefined || key === CLOSE_DICTIONARY || keywordOf(key) === 'endobj') return entries;
      const name = nameOf(key);
      if (name === undefined) continue;
      const value = this.next(depth + 1);
      if (value === undefined || value === CLOSE_DICTIONARY) return entries;
      entries.set(name, value);
    }
  }

  #hexString(): Value {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^0-9a-f]/gi, '');
    this.at = end < 0 ? this.#text.length : end + 1;
    return { kind: 'bytes', bytes: bytesOfHex(digits) };
  }

  #string(): string {
    let bytes = '';
    let open = 1;
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const character = this.#text[this.at] ?? '';
      if (character === '\\') {
        bytes += this.#escape();
        continue;
      }
      if (character === '(') open += 1;
      if (character === ')' && --open === 0) break;
      bytes += character;
    }
    this.at += 1;
    return bytes;
  }

  /** What a backslash and what follows stand for; leaves the place on the last character of it. */
  #escape(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const character = this.#text[this.at] ?? '';
    if (character === '\r' && this.#text[this.at + 1] === '\n') this.at += 1;
    return '\r\n'.includes(character) ? '' : (ESCAPES[character] ?? character);
  }
}

/** Bytes of hexadecimal digits; a digit that is missing at the end is 0. */
export function bytesOfHex(digits: string): string {
  let bytes = '';
  for (let at = 0; at < digits.length; at += 2)
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
  return bytes;
}
