import { formatNumber } from '../domain/list-numbers.ts';
import { attributeOf, childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1、`: each %n stands for the number of level n. */
  pattern: string;
  hasSpace: boolean;
  isLegal: boolean;
}

interface List {
  /** Lists of one abstract definition count on together. */
  definition: string;
  levels: Map<number, Level>;
  /** Levels that this list begins anew. */
  restarts: Map<number, number>;
}

const DEEPEST_LEVEL = 8;
/** What stands for a bullet of any shape. */
export const BULLET = '•';

/** The automatic numbers of a Word file: each call of `next` counts one paragraph further. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const definitions = new Map(
      childrenOf(root, 'abstractNum').map((element) => [
        attributeOf(element, 'abstractNumId') ?? '',
        levelsOf(element),
      ]),
    );
    for (const element of childrenOf(root, 'num')) {
      const definition = valueOf(element, 'abstractNumId') ?? '';
      const levels = new Map(definitions.get(definition));
      const restarts = new Map<number, number>();
      for (const override of childrenOf(element, 'lvlOverride')) {
        const level = Number(attributeOf(override, 'ilvl') ?? 0);
        for (const [at, own] of levelsOf(override)) levels.set(at, own);
        const start = valueOf(override, 'startOverride');
        if (start !== undefined) restarts.set(level, Number(start));
      }
      this.#lists.set(attributeOf(element, 'numId') ?? '', {
        definition,
        levels,
        restarts,
      });
    }
  }

  /** The number of the next paragraph of a list, such as （一）, with a space where a figure would run into the words; empty for none. */
  next(id: string, levelAsked: number): string {
    const list = this.#lists.get(id);
    const level = Math.min(levelAsked, DEEPEST_LEVEL);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    for (const [at, start] of list.restarts) {
      const key = `${id}/${at}`;
      if (at <= level && !this.#begun.has(key)) {
        this.#begun.add(key);
        counters.length = Math.min(counters.length, at);
        counters[at] = start - 1;
      }
    }
    for (let above = 0; above < level; above += 1) counters[above] ??= list.levels.get(above)?.start ?? 1;
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'bullet') return `${BULLET} `;
    const words = own.pattern.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const format = own.isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
      return formatNumber(counters[at] ?? 1, format);
    });
    return words !== '' && (own.hasSpace || /[\p{L}\p{N}]$/u.test(words)) ? `${words.trimEnd()} ` : words;
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(
    childrenOf(element, 'lvl').map((level) => {
      return [
        Number(attributeOf(level, 'ilvl') ?? 0),
        {
          start: Number(valueOf(level, 'start') ?? 1),
          format: valueOf(level, 'numFmt') ?? 'decimal',
          pattern: valueOf(level, 'lvlText') ?? '',
          hasSpace: valueOf(level, 'suff') === 'space',
          isLegal: childOf(level, 'isLgl') !== undefined,
        },
      ];
    }),
  );
}
