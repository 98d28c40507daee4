import { scripted } from '../signs/scripts.ts';
import { enclosed, enclosureOf } from './enclosed.ts';

/** What an EQ field shows, as words in one line. */
export interface EqWords {
  shown: string;
  /** Readings (拼音) that stand above characters and are not shown in the line. */
  readings: string[];
}

interface Element {
  /** `o` for \o and so on. */
  name: string;
  /** `up`, `ac`, `co` with what follows it. */
  options: Map<string, string>;
  items: Piece[][];
}

type Piece = string | Element;

const DEEPEST = 40;
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>', '（': '）', '〔': '〕' };

/** Reads the instruction of an EQ field (ECMA-376-1, 17.16.5.19): fractions, roots, raised words, readings, enclosed and combined characters. */
export function eqWords(instruction: string): EqWords {
  const isGuide = /\\\*\s*(?:jc\d|hps\d)/i.test(instruction);
  const source = instruction
    .replace(/^\s*EQ\b/i, '')
    .replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '')
    .trim();
  const reading: string[] = [];
  const pieces = new EqParser(source).pieces();
  return { shown: wordsOf(pieces, { isGuide, readings: reading }).trim(), readings: reading };
}

class EqParser {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  pieces(isInside = false): Piece[] {
    const found: Piece[] = [];
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at] ?? '';
      if (isInside && /[,;)]/.test(character)) break;
      if (character === '\\') found.push(this.#element());
      else if (character === '(' && isInside) found.push('(', ...this.#bracketed());
      else {
        found.push(character);
        this.#at += 1;
      }
    }
    return found;
  }

  /** Plain brackets among the words of an item. */
  #bracketed(): Piece[] {
    this.#at += 1;
    const inside = this.#deeper(() => this.#items());
    return [...inside.flatMap((item, index) => (index > 0 ? [',', ...item] : item)), ')'];
  }

  #element(): Piece {
    const match =
      /^\\(?:(?<name>[abdfilorsx])(?![a-z]*\d*\\?[a-z]{3})(?=[\\( ]|[a-z]{0,2}\d*\()|(?<escaped>[^A-Za-z]))/i.exec(
        this.#source.slice(this.#at),
      );
    const name = match?.groups?.name?.toLowerCase();
    if (name === undefined) {
      this.#at += 2;
      return match?.groups?.escaped ?? '';
    }
    this.#at += 2;
    const options = this.#options();
    const hasItems = this.#source[this.#at] === '(';
    if (!hasItems) return { name, options, items: [] };
    this.#at += 1;
    return { name, options, items: this.#deeper(() => this.#items()) };
  }

  /** `\up 9`, `\ac`, `\bc\{`: whatever stands before the items. */
  #options(): Map<string, string> {
    const options = new Map<string, string>();
    const option = /\s*\\(?<name>[a-z]{2})\s*(?<value>-?\d+|\\[^A-Za-z\s])?\s*|\s+/iy;
    option.lastIndex = this.#at;
    for (let match = option.exec(this.#source); match && match[0] !== ''; match = option.exec(this.#source)) {
      const { name, value } = match.groups ?? {};
      if (name !== undefined) options.set(name.toLowerCase(), (value ?? '').replace('\\', ''));
      this.#at = option.lastIndex;
    }
    return options;
  }

  #items(): Piece[][] {
    const items: Piece[][] = [];
    while (this.#at < this.#source.length) {
      items.push(this.pieces(true));
      const end = this.#source[this.#at];
      this.#at += 1;
      if (end === ')') break;
    }
    return items;
  }

  #deeper<T>(read: () => T[]): T[] {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.#at = this.#source.length;
    const found = read();
    this.#depth -= 1;
    return found;
  }
}

interface Telling {
  isGuide: boolean;
  readings: string[];
}

function wordsOf(pieces: readonly Piece[], telling: Telling): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : elementWords(piece, telling))).join('');
}

function elementWords(element: Element, telling: Telling): string {
  const { name, options } = element;
  const items = element.items.map((item) => wordsOf(item, telling).trim());
  const [first = '', second = '', third = ''] = items;
  switch (name) {
    case 'o':
      return overstruck(element, items, telling);
    case 'f':
      return `${grouped(first)}/${grouped(second)}`;
    case 'r':
      return items.length > 1 ? `${scripted(first, 'super')}√${grouped(second)}` : `√${grouped(first)}`;
    case 's':
      return raised(element, items);
    case 'b':
      return bracketed(first, options);
    case 'i':
      return `∫${first === '' ? '' : `_${grouped(first)}`}${second === '' ? '' : `^${grouped(second)}`} ${third}`;
    case 'a':
      return items.filter((item) => item !== '').join(' ');
    case 'l':
      return items.join(',');
    default:
      return items.join('');
  }
}

/** Characters set over each other: a reading above its character, a line round it, or several made one. */
function overstruck({ items: pieces, options }: Element, items: readonly string[], telling: Telling): string {
  const [first = '', second = ''] = items;
  if (items.length === 2) {
    const enclosure = enclosureOf(options.has('ac') && /^[oO]$/.test(first) ? '○' : first);
    if (enclosure && second !== '') return enclosed(second, enclosure);
    const outside = enclosureOf(second);
    if (outside && first !== '') return enclosed(first, outside);
    if (isReading(pieces[0] ?? [], first, telling)) {
      telling.readings.push(first);
      return second;
    }
  }
  return items.join('');
}

/** What stands raised above another character is its reading where the field says so or the words are no characters themselves. */
function isReading(item: readonly Piece[], words: string, { isGuide }: Telling): boolean {
  const isRaised = item.some(
    (piece) => typeof piece !== 'string' && piece.name === 's' && piece.options.has('up'),
  );
  return isRaised && words !== '' && (isGuide || !/\p{Script=Han}/u.test(words));
}

/** Raised words are exponents only beside others; within characters that are set together they are words. */
function raised({ options }: Element, items: readonly string[]): string {
  const words = items.join('');
  if (/\p{L}/u.test(words) && !/^[A-Za-z]$/.test(words)) return words;
  if (options.has('up')) return scripted(words, 'super');
  return options.has('do') ? scripted(words, 'sub') : words;
}

function bracketed(words: string, options: ReadonlyMap<string, string>): string {
  const both = options.get('bc');
  const left = options.get('lc') ?? both ?? (options.has('rc') ? '' : '(');
  const right =
    options.get('rc') ?? (both === undefined ? (options.has('lc') ? '' : ')') : (BRACKETS[both] ?? both));
  return `${left}${words}${right}`;
}

/** Words that need brackets to stand as one thing beside a fraction stroke or a root. */
export function grouped(words: string): string {
  return /[+\-−×÷=<>≤≥±·/\s]/u.test(words) ? `(${words})` : words;
}
