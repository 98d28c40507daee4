import { formatNumber } from '../../../domain/list-numbers.ts';
import type { WordFile } from './word-file.ts';

interface Level {
  start: number;
  format: string;
  /** Characters below 9 stand for the number of that level. */
  pattern: string;
}

interface List {
  id: number;
  /** The styles whose paragraphs belong to its levels. */
  styles: readonly number[];
  levels: Level[];
}

/** Names of number formats by their codes ([MS-OSHARED] 2.2.1.3, MSONFC). */
const FORMATS: Record<number, string> = {
  ...{
    0: 'decimal',
    1: 'upperRoman',
    2: 'lowerRoman',
    3: 'upperLetter',
    4: 'lowerLetter',
    10: 'ideographDigital',
    11: 'japaneseCounting',
  },
  ...{
    14: 'decimalFullWidth',
    18: 'decimalEnclosedCircle',
    19: 'decimalFullWidth2',
    22: 'decimalZero',
    23: 'bullet',
    26: 'decimalEnclosedFullstop',
  },
  ...{
    27: 'decimalEnclosedParen',
    28: 'decimalEnclosedCircleChinese',
    30: 'ideographTraditional',
    33: 'taiwaneseCounting',
    35: 'taiwaneseCountingThousand',
  },
  ...{
    37: 'chineseCounting',
    38: 'chineseLegalSimplified',
    39: 'chineseCountingThousand',
    255: 'none',
  },
};
const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
const NO_STYLE = 0x0fff;

/** The automatic numbers of a .doc. */
export class DocLists {
  readonly #lists = new Map<number, List>();
  /** Ids of lists by the number under which paragraphs name them, from 1. */
  readonly #named: number[] = [];
  readonly #counters = new Map<number, number[]>();

  constructor(file: WordFile) {
    this.#readLists(file.tableAndBeyond('plfLst'), file.table('plfLst').byteLength);
    const names = file.table('plfLfo');
    const count = names.byteLength >= 4 ? names.getUint32(0, true) : 0;
    for (let index = 0; index < count && 4 + (index + 1) * OVERRIDE_SIZE <= names.byteLength; index += 1)
      this.#named.push(names.getInt32(4 + index * OVERRIDE_SIZE, true));
  }

  /** The number of the next paragraph of a list, or of one whose style belongs to a list; empty for none. */
  next(name: number | undefined, level: number, style: number): string {
    if (name === 0) return '';
    if (name !== undefined) return this.#count(this.#lists.get(this.#named[name - 1] ?? NaN), level);
    for (const list of this.#lists.values()) {
      const at = list.styles.indexOf(style);
      if (at >= 0) return this.#count(list, at);
    }
    return '';
  }

  #count(list: List | undefined, level: number): string {
    const own = list?.levels[level];
    if (!list || !own) return '';
    const counters = this.#counters.get(list.id) ?? [];
    this.#counters.set(list.id, counters);
    for (let above = 0; above < level; above += 1) counters[above] ??= list.levels[above]?.start ?? 1;
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'bullet') return '• ';
    const words = Array.from(own.pattern, (character) => {
      const place = character.charCodeAt(0);
      return place < 9
        ? formatNumber(counters[place] ?? 1, list.levels[place]?.format ?? 'decimal')
        : character;
    }).join('');
    return /[\p{L}\p{N}]$/u.test(words) ? `${words} ` : words;
  }

  #readLists(view: DataView, size: number): void {
    if (size < 2) return;
    const count = view.getUint16(0, true);
    let at = 2 + count * LIST_SIZE;
    for (let index = 0; index < count && at < view.byteLength; index += 1) {
      const place = 2 + index * LIST_SIZE;
      const isSimple = (view.getUint8(place + 26) & 1) === 1;
      const styles = Array.from({ length: 9 }, (_, level) => view.getUint16(place + 8 + level * 2, true)).map(
        (style) => (style === NO_STYLE ? -1 : style),
      );
      const levels: Level[] = [];
      for (let level = 0; level < (isSimple ? 1 : 9) && at + LEVEL_SIZE <= view.byteLength; level += 1) {
        const text = at + LEVEL_SIZE + view.getUint8(at + 24) + view.getUint8(at + 25);
        const length = view.getUint16(text, true);
        const pattern = Array.from({ length }, (_, character) =>
          String.fromCharCode(view.getUint16(text + 2 + character * 2, true)),
        ).join('');
        levels.push({
          start: view.getInt32(at, true),
          format: FORMATS[view.getUint8(at + 4)] ?? 'decimal',
          pattern,
        });
        at = text + 2 + length * 2;
      }
      const id = view.getInt32(place, true);
      this.#lists.set(id, { id, styles, levels });
    }
  }
}
