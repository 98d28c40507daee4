import { formatNumber } from '../number-words.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

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

/** The automatic numbers of a Word file: each call of `next` counts one paragraph further. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const definitions = new Map(
      childrenOf(root, 'w:abstractNum').map((element) => [
        element.attributes['w:abstractNumId'] ?? '',
        levelsOf(element),
      ]),
    );
    for (const element of childrenOf(root, 'w:num')) {
      const definition = childOf(element, 'w:abstractNumId')?.attributes['w:val'] ?? '';
      const levels = new Map(definitions.get(definition));
      const restarts = new Map<number, number>();
      for (const override of childrenOf(element, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl'] ?? 0);
        for (const [at, own] of levelsOf(override)) levels.set(at, own);
        const start = childOf(override, 'w:startOverride')?.attributes['w:val'];
        if (start !== undefined) restarts.set(level, Number(start));
      }
      this.#lists.set(element.attributes['w:numId'] ?? '', {
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
    if (own.format === 'bullet') return '• ';
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
    childrenOf(element, 'w:lvl').map((level) => {
      const value = (name: string) => childOf(level, name)?.attributes['w:val'];
      return [
        Number(level.attributes['w:ilvl'] ?? 0),
        {
          start: Number(value('w:start') ?? 1),
          format: value('w:numFmt') ?? 'decimal',
          pattern: value('w:lvlText') ?? '',
          hasSpace: value('w:suff') === 'space',
          isLegal: childOf(level, 'w:isLgl') !== undefined,
        },
      ];
    }),
  );
}
