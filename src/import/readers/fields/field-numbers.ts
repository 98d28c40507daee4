import { formatNumber } from '../../../domain/list-numbers.ts';

/** Formats and patterns of the lists that LISTNUM knows without a list of the file's own (ECMA-376-1, 17.16.5.32). */
const LISTS: Record<string, readonly (readonly [format: string, before: string, after: string])[]> = {
  numberdefault: [
    ['decimal', '', ')'],
    ['lowerLetter', '', ')'],
    ['lowerRoman', '', ')'],
    ['decimal', '(', ')'],
    ['lowerLetter', '(', ')'],
    ['lowerRoman', '(', ')'],
    ['decimal', '', '.'],
    ['lowerLetter', '', '.'],
    ['lowerRoman', '', '.'],
  ],
  outlinedefault: [
    ['upperRoman', '', '.'],
    ['upperLetter', '', '.'],
    ['decimal', '', '.'],
    ['lowerLetter', '', ')'],
    ['decimal', '(', ')'],
    ['lowerLetter', '(', ')'],
    ['lowerRoman', '(', ')'],
    ['lowerLetter', '(', ')'],
    ['lowerRoman', '(', ')'],
  ],
};
const LEGAL = 'legaldefault';
const DEEPEST = 9;

/** The numbers that LISTNUM and AUTONUM fields count through a file. */
export class FieldNumbers {
  readonly #counters = new Map<string, number[]>();
  readonly #named: (list: string, level: number) => string | undefined;
  #automatic = 0;

  /** `named` gives the next number of a list of the file's own, `undefined` where it has none of that name. */
  constructor(named: (list: string, level: number) => string | undefined = () => undefined) {
    this.#named = named;
  }

  /** `LISTNUM NumberDefault \l 2 \s 3`: level 2, begun at 3. */
  listNumber(instruction: string): string {
    const name = /^\s*LISTNUM\s+(?:"(?<quoted>[^"]*)"|(?<bare>[^\\\s"]+))/i.exec(instruction)?.groups;
    const list = (name?.quoted ?? name?.bare ?? 'NumberDefault').trim();
    const level = Math.min(Math.max(numberAfter('l', instruction) ?? 1, 1), DEEPEST);
    const own = this.#named(list, level - 1);
    if (own !== undefined) return own.trim();
    const counters = this.#counters.get(list.toLowerCase()) ?? [];
    this.#counters.set(list.toLowerCase(), counters);
    for (let above = 0; above < level - 1; above += 1) counters[above] ??= 1;
    counters[level - 1] = numberAfter('s', instruction) ?? (counters[level - 1] ?? 0) + 1;
    counters.length = level;
    if (list.toLowerCase() === LEGAL) return `${counters.join('.')}.`;
    const levels = LISTS[list.toLowerCase()] ?? LISTS.numberdefault ?? [];
    const [format, before, after] = levels[level - 1] ?? ['decimal', '', ')'];
    return before + formatNumber(counters[level - 1] ?? 1, format) + after;
  }

  /** AUTONUM and AUTONUMLGL count 1. 2., AUTONUMOUT I. II. */
  autoNumber(name: string): string {
    this.#automatic += 1;
    return `${formatNumber(this.#automatic, name === 'AUTONUMOUT' ? 'upperRoman' : 'decimal')}.`;
  }
}

function numberAfter(name: string, instruction: string): number | undefined {
  const value = new RegExp(`\\\\${name}\\s*"?(\\d+)`, 'i').exec(instruction)?.[1];
  return value === undefined ? undefined : Number(value);
}
