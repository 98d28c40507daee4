import { DEEPEST_LEVEL, ListCounters } from '../domain/list-counters.ts';
import { formatByExample, formatNumber } from '../domain/list-numbers.ts';
import type { StyleChains } from './style-chains.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsOf,
  localNameOf,
  switchOf,
  valueOf,
  type XmlElement,
} from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** Numbers of a custom format, as its file shows how they go on: `001, 002, ...`. */
  example: string;
  /** `%1、`: each %n stands for the number of level n. */
  pattern: string;
  hasSpace: boolean;
  isLegal: boolean;
  isHidden: boolean;
  /** 0 for never; n for after one of the first n levels; absent for after any level above. */
  restart: number | undefined;
  /** The paragraph style whose paragraphs stand at this level. */
  style: string | undefined;
  bulletFont: string | undefined;
}

interface List {
  /** Lists of one abstract definition count on together. */
  definition: string;
  levels: Map<number, Level>;
  /** Where this list begins anew, by level. */
  starts: Map<number, number>;
}

/** What a bullet looks like, given the character of its file and the font; `undefined` for a plain one. */
export type BulletSign = (character: string, font: string | undefined) => string | undefined;

const MOST_LINKS = 10;
/** What stands for a bullet of any shape. */
export const BULLET = '•';

/** The automatic numbers of a Word file (ECMA-376-1, 17.9): each call of `next` counts one paragraph further. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  /** Ids of lists by the names of their definitions. */
  readonly #named = new Map<string, string>();
  readonly #counters = new ListCounters();
  readonly #bulletSign: BulletSign;

  constructor(
    root: XmlElement | undefined,
    styles: StyleChains | undefined,
    bulletSign: BulletSign = () => undefined,
  ) {
    this.#bulletSign = bulletSign;
    const definitions = new Map(
      childrenOf(root, 'abstractNum').map((element) => [
        attributeOf(element, 'abstractNumId') ?? '',
        element,
      ]),
    );
    const nums = new Map(
      childrenOf(root, 'num').map((element) => [attributeOf(element, 'numId') ?? '', element]),
    );
    for (const [id, element] of nums) {
      const definition = linkedDefinition(valueOf(element, 'abstractNumId') ?? '', definitions, nums, styles);
      const levels = levelsOf(definitions.get(definition));
      const starts = new Map<number, number>();
      for (const override of childrenOf(element, 'lvlOverride')) {
        const level = numberIn(attributeOf(override, 'ilvl'), 0);
        for (const [at, own] of levelsOf(override)) levels.set(at, own);
        const start = valueOf(override, 'startOverride');
        if (start !== undefined) starts.set(level, numberIn(start, 1));
      }
      const name = valueOf(definitions.get(definition), 'name');
      if (name !== undefined && !this.#named.has(name)) this.#named.set(name, id);
      this.#lists.set(id, { definition, levels, starts });
    }
  }

  /** The level at which a list numbers paragraphs of one of these styles, the nearest style first. */
  levelOfStyle(id: string, styles: readonly string[]): number | undefined {
    const levels = this.#lists.get(id)?.levels;
    for (const style of styles) for (const [at, level] of levels ?? []) if (level.style === style) return at;
    return undefined;
  }

  /** Whether a list marks the paragraphs of a level instead of counting them. */
  isBullet(id: string, level: number): boolean {
    return this.#lists.get(id)?.levels.get(level)?.format === 'bullet';
  }

  /** The number of the next paragraph of a list, such as （一）, with a space where a figure would run into the words; empty for none. */
  next(id: string, levelAsked: number): string {
    const list = this.#lists.get(id);
    const level = Math.max(0, Math.min(levelAsked, DEEPEST_LEVEL));
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counters = this.#counters.next(
      {
        ...{ definition: list.definition, name: id, begins: list.starts },
        startOf: (at) => list.levels.get(at)?.start ?? 1,
        restartOf: (at) => list.levels.get(at)?.restart,
      },
      level,
    );
    return own.isHidden ? '' : this.#shown(own, list, counters);
  }

  /** The next number of the list whose definition has a name; `undefined` where none has it. */
  nextOfName(name: string, level: number): string | undefined {
    const id = this.#named.get(name);
    return id === undefined ? undefined : this.next(id, level);
  }

  #shown(own: Level, list: List, counters: readonly (number | undefined)[]): string {
    if (own.format === 'bullet')
      return own.pattern === '' ? '' : `${this.#bulletSign(own.pattern, own.bulletFont) ?? BULLET} `;
    const words = own.pattern.replace(/%([1-9])/g, (_, place: string) => {
      const level = list.levels.get(Number(place) - 1);
      const value = counters[Number(place) - 1] ?? 1;
      if (own.isLegal) return formatNumber(value, 'decimal');
      return level?.format === 'custom'
        ? formatByExample(value, level.example)
        : formatNumber(value, level?.format ?? 'decimal');
    });
    return words !== '' && (own.hasSpace || /[\p{L}\p{N}]$/u.test(words)) ? `${words.trimEnd()} ` : words;
  }
}

/** The definition that has the levels: one may only name a style of lists whose definition has them (17.9.21, 17.9.27). */
function linkedDefinition(
  first: string,
  definitions: ReadonlyMap<string, XmlElement>,
  nums: ReadonlyMap<string, XmlElement>,
  styles: StyleChains | undefined,
): string {
  let id = first;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const link = valueOf(definitions.get(id), 'numStyleLink');
    if (link === undefined) return id;
    const byStyle = valueOf(nums.get(styles?.listOf(link) ?? ''), 'abstractNumId');
    const byName = [...definitions].find(([, element]) => valueOf(element, 'styleLink') === link)?.[0];
    const next = byStyle ?? byName;
    if (next === undefined || next === id) return id;
    id = next;
  }
  return id;
}

function levelsOf(element: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childrenOf(element, 'lvl').map((level) => {
      const format = formatOf(level);
      const run = childOf(level, 'rPr');
      const restart = valueOf(level, 'lvlRestart');
      return [
        numberIn(attributeOf(level, 'ilvl'), 0),
        {
          start: numberIn(valueOf(level, 'start'), 1),
          format: format.name,
          example: format.example,
          pattern: valueOf(level, 'lvlText') ?? '',
          hasSpace: valueOf(level, 'suff') === 'space',
          isLegal: switchOf(level, 'isLgl') === true,
          isHidden: switchOf(run, 'vanish') === true,
          restart: restart === undefined ? undefined : numberIn(restart, 0),
          style: valueOf(level, 'pStyle'),
          bulletFont: attributeOf(childOf(run, 'rFonts'), 'ascii'),
        },
      ];
    }),
  );
}

/** A level's format; newer ones stand in a choice of which older programs read the other half. */
function formatOf(level: XmlElement): { name: string; example: string } {
  const choice = elementsOf(level).find((child) => localNameOf(child) === 'AlternateContent');
  const format = childOf(childOf(choice, 'Choice'), 'numFmt') ?? childOf(level, 'numFmt');
  return { name: attributeOf(format, 'val') ?? 'decimal', example: attributeOf(format, 'format') ?? '' };
}

function numberIn(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) ? value : otherwise;
}
