import { keywordOf, nameOf, type Value } from './values.ts';

const DELIMITERS = '()<>[]{}/%';
/** What bytes are: 1 for white space, 2 for delimiters, 0 for all others (ISO 32000-1, 7.2.2). */
const CLASSES = new Uint8Array(256);
for (const white of '\0\t\n\f\r ') CLASSES[white.charCodeAt(0)] = 1;
for (const delimiter of DELIMITERS) CLASSES[delimiter.charCodeAt(0)] = 2;
const PERCENT = '%'.charCodeAt(0);
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
    for (; this.at < this.#text.length; this.at += 1) {
      const code = this.#text.charCodeAt(this.at);
      if (code === PERCENT)
        while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at] ?? '')) this.at += 1;
      else if (CLASSES[code] !== 1) return;
    }
  }

  #take(length: number, value: Value): Value {
    this.at += length;
    return value;
  }

  #regular(): string {
    const from = this.at;
    while (this.at < this.#text.length && CLASSES[this.#text.charCodeAt(this.at)] === 0) this.at += 1;
    return this.#text.slice(from, this.at);
  }

  #name(): string {
    this.at += 1;
    const name = this.#regular();
    if (!name.includes('#')) return name;
    return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
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
    const inside = this.#text.slice(this.at + 1, end < 0 ? undefined : end);
    const digits = /[^0-9a-f]/i.test(inside) ? inside.replace(/[^0-9a-f]/gi, '') : inside;
    this.at = end < 0 ? this.#text.length : end + 1;
    return { kind: 'bytes', bytes: bytesOfHex(digits) };
  }

  #string(): string {
    const pieces: string[] = [];
    let open = 1;
    let from = this.at + 1;
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const character = this.#text[this.at] ?? '';
      if (character === '\\') {
        pieces.push(this.#text.slice(from, this.at), this.#escape());
        from = this.at + 1;
      } else if (character === '(') open += 1;
      else if (character === ')' && --open === 0) break;
    }
    pieces.push(this.#text.slice(from, this.at));
    this.at += 1;
    return pieces.join('');
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
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}
