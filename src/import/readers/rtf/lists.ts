import { DEEPEST_LEVEL, ListCounters } from '../../../domain/list-counters.ts';
import { formatNumber, numberFormatOf } from '../../../domain/list-numbers.ts';
import { bulletSign } from '../signs/sign-fonts.ts';
import { groupAt, groupsIn, valueIn, type RtfGroup } from './groups.ts';

interface Level {
  start: number;
  format: string;
  /** Characters below 9 stand for the number of that level. */
  pattern: string;
  isLegal: boolean;
  restart: number | undefined;
  font: number | undefined;
}

interface NamedList {
  id: number;
  levels: Map<number, Level>;
  begins: Map<number, number>;
}

/** The automatic numbers of an RTF file (Rich Text Format Specification 1.9, List Tables), for programs that do not write them out. */
export class RtfLists {
  readonly #named = new Map<number, NamedList>();
  readonly #counters = new ListCounters();
  readonly #fontName: (font: number) => string | undefined;

  constructor(source: string, fontName: (font: number) => string | undefined) {
    this.#fontName = fontName;
    const lists = groupsIn(groupAt(source, /\{\\\*\s*\\listtable\b/), 'list');
    const definitions = new Map(
      lists.map((list) => [valueIn(list, 'listid') ?? 0, groupsIn(list, 'listlevel').map(levelIn)]),
    );
    const overrides = groupsIn(groupAt(source, /\{\\\*\s*\\listoverridetable\b/), 'listoverride');
    for (const override of overrides) {
      const id = valueIn(override, 'listid') ?? 0;
      const levels = new Map((definitions.get(id) ?? []).map((level, index) => [index, level]));
      const begins = new Map<number, number>();
      groupsIn(override, 'lfolevel').forEach((change, index) => {
        const [own] = groupsIn(change, 'listlevel');
        if (own) levels.set(index, levelIn(own));
        const start = valueIn(change, 'levelstartat') ?? (own && valueIn(own, 'levelstartat'));
        if (change.controls.some(({ name }) => name === 'listoverridestartat')) begins.set(index, start ?? 1);
      });
      this.#named.set(valueIn(override, 'ls') ?? 0, { id, levels, begins });
    }
  }

  /** The number of the next paragraph of a list; empty for none. */
  next(name: number, asked: number): string {
    const list = this.#named.get(name);
    const level = Math.min(Math.max(asked, 0), DEEPEST_LEVEL);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counters = this.#counters.next(
      {
        ...{ definition: String(list.id), name: String(name), begins: list.begins },
        startOf: (at) => list.levels.get(at)?.start ?? 1,
        restartOf: (at) => list.levels.get(at)?.restart,
      },
      level,
    );
    if (own.format === 'bullet')
      return own.pattern === '' ? '' : `${bulletSign(own.pattern, this.#fontName(own.font ?? -1)) ?? '•'} `;
    const words = Array.from(own.pattern, (character) => {
      const place = character.charCodeAt(0);
      if (place > DEEPEST_LEVEL) return character;
      const format = own.isLegal ? 'decimal' : (list.levels.get(place)?.format ?? 'decimal');
      return formatNumber(counters[place] ?? 1, format);
    }).join('');
    return /[\p{L}\p{N}]$/u.test(words) ? `${words} ` : words;
  }
}

/** A level; its text begins with its own length, and the places of numbers are characters below 9. */
function levelIn(group: RtfGroup): Level {
  const [text = ''] = groupsIn(group, 'leveltext').map((found) => found.text);
  const length = text.charCodeAt(0) || 0;
  return {
    start: valueIn(group, 'levelstartat') ?? 1,
    format: numberFormatOf(valueIn(group, 'levelnfcn') ?? valueIn(group, 'levelnfc') ?? 0),
    pattern: text.slice(1, 1 + length),
    isLegal: valueIn(group, 'levellegal') === 1,
    restart: valueIn(group, 'levelnorestart') === 1 ? 0 : undefined,
    font: valueIn(group, 'f'),
  };
}
