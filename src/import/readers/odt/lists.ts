import { formatNumber } from '../../../domain/list-numbers.ts';
import { childrenOf, elementsOf, type XmlElement } from '../xml.ts';

interface Level {
  isBullet: boolean;
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows: 2 for 1.2. */
  shown: number;
}

/** One list that is open: the numbers of its levels so far. */
interface OpenList {
  style: string;
  counters: number[];
}

/** OpenDocument names a format by its beginning: `1`, `a`, `一, 二, 三, ...`. */
const FORMATS: readonly [beginning: string, format: string][] = [
  ['1st', 'ordinal'],
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['One', 'cardinalText'],
  ['First', 'ordinalText'],
  ['一', 'chineseCountingThousand'],
  ['壹, 貳', 'ideographLegalTraditional'],
  ['壹, 贰', 'chineseLegalSimplified'],
  ['壱', 'japaneseLegal'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['㊀', 'ideographEnclosedCircle'],
  ['１', 'decimalFullWidth'],
  ['〇', 'ideographDigital'],
];

function formatOf(written: string): string {
  if (written === '') return 'none';
  return FORMATS.find(([beginning]) => written.startsWith(beginning))?.[1] ?? 'decimal';
}

const OUTLINE = '/outline';

/** The automatic numbers of an OpenDocument text. */
export class OdtLists {
  readonly #styles = new Map<string, Map<number, Level>>();
  readonly #open: OpenList[] = [];
  readonly #ended = new Map<string, number[]>();
  readonly #outline: number[] = [];
  #last: OpenList | undefined;

  constructor(roots: readonly XmlElement[]) {
    for (const part of roots.flatMap(elementsOf)) {
      for (const style of childrenOf(part, 'text:list-style'))
        this.#styles.set(style.attributes['style:name'] ?? '', levelsOf(style));
      for (const style of childrenOf(part, 'text:outline-style')) this.#styles.set(OUTLINE, levelsOf(style));
    }
  }

  /** Runs a reader over the items of a list; lists inside of it count on a level below. */
  inside(element: XmlElement, read: () => void): void {
    const outer = this.#open.at(-1);
    const style = element.attributes['text:style-name'] ?? outer?.style ?? '';
    const goesOn = element.attributes['text:continue-numbering'] === 'true' && this.#last?.style === style;
    const named = element.attributes['text:continue-list'];
    const before =
      (named === undefined ? undefined : this.#ended.get(named)) ??
      (goesOn ? this.#last?.counters : undefined);
    const list: OpenList = {
      style,
      counters: outer ? outer.counters : [...(before ?? [])],
    };
    this.#open.push(list);
    read();
    this.#open.pop();
    list.counters.length = Math.min(list.counters.length, this.#open.length + 1);
    if (outer) outer.counters.length = Math.min(outer.counters.length, this.#open.length);
    else {
      this.#last = list;
      const id = element.attributes['xml:id'];
      if (id !== undefined) this.#ended.set(id, list.counters);
    }
  }

  /** The number of the next item of the innermost list. */
  next(item: XmlElement): string {
    const list = this.#open.at(-1);
    const start = item.attributes['text:start-value'];
    return list ? this.#count(list.style, list.counters, this.#open.length, start) : '';
  }

  /** The number of the next heading of a level, where headings are numbered. */
  heading(level: number): string {
    return this.#count(OUTLINE, this.#outline, level, undefined);
  }

  #count(style: string, counters: number[], depth: number, start: string | undefined): string {
    const levels = this.#styles.get(style);
    const own = levels?.get(depth);
    if (!levels || !own) return '';
    for (let above = 0; above < depth - 1; above += 1) counters[above] ??= 1;
    counters[depth - 1] = start === undefined ? (counters[depth - 1] ?? own.start - 1) + 1 : Number(start);
    counters.length = depth;
    if (own.isBullet) return '• ';
    if (own.format === 'none') return '';
    const numbers = counters
      .slice(-own.shown)
      .map((value, index, all) =>
        formatNumber(value, levels.get(depth - all.length + 1 + index)?.format ?? own.format),
      );
    const words = own.prefix + numbers.join('.') + own.suffix;
    return /[\p{L}\p{N}]$/u.test(words) ? `${words} ` : words;
  }
}

function levelsOf(style: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(style).map(({ name, attributes }) => [
      Number(attributes['text:level'] ?? 1),
      {
        isBullet: name === 'text:list-level-style-bullet',
        format: formatOf(attributes['style:num-format'] ?? ''),
        prefix: attributes['style:num-prefix'] ?? '',
        suffix: (attributes['style:num-suffix'] ?? '').trimEnd(),
        start: Number(attributes['text:start-value'] ?? 1),
        shown: Number(attributes['text:display-levels'] ?? 1),
      },
    ]),
  );
}
