import { DEEPEST_LEVEL, ListCounters } from '../../../domain/list-counters.ts';
import { formatNumber, numberFormatOf } from '../../../domain/list-numbers.ts';
import { bulletSign } from '../signs/sign-fonts.ts';
import { propertiesIn, type WordFile } from './word-file.ts';

interface Level {
  start: number;
  format: string;
  /** Characters below 9 stand for the number of that level. */
  pattern: string;
  isLegal: boolean;
  isHidden: boolean;
  /** 0 for never; n for after one of the first n levels; absent for after any level above. */
  restart: number | undefined;
  /** The number of its font. */
  font: number | undefined;
}

interface List {
  id: number;
  /** The styles whose paragraphs belong to its levels. */
  styles: readonly number[];
  levels: Level[];
}

/** A list as paragraphs name it: what it changes of its levels. */
interface NamedList {
  id: number;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** What a paragraph and its style say of a list. */
export interface DocListPlace {
  /** The number under which the list is named, from 1; 0 for none. */
  name: number | undefined;
  level: number | undefined;
  style: number;
}

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
const NO_STYLE = 0x0fff;
const SPRM = { vanish: 0x083c, font: 0x4a4f } as const;

/** The automatic numbers of a .doc ([MS-DOC] 2.9.147 and 2.9.131): each call of `next` counts one paragraph further. */
export class DocLists {
  readonly #lists = new Map<number, List>();
  readonly #named: NamedList[] = [];
  readonly #counters = new ListCounters();
  readonly #fonts: readonly string[];

  constructor(file: WordFile, fonts: readonly string[]) {
    this.#fonts = fonts;
    this.#readLists(file.tableAndBeyond('plfLst'), file.table('plfLst').byteLength);
    this.#readNames(file.table('plfLfo'));
  }

  /** The number of the next paragraph of a list, or of one whose style belongs to a list; empty for none. */
  next({ name, level, style }: DocListPlace): string {
    if (name === 0) return '';
    const named = name === undefined ? undefined : this.#named[name - 1];
    if (named) {
      const ofStyle = this.#lists.get(named.id)?.styles.indexOf(style) ?? -1;
      return this.#count(named, level ?? Math.max(ofStyle, 0), `${name ?? 0}`);
    }
    if (name !== undefined) return '';
    for (const list of this.#lists.values()) {
      const at = list.styles.indexOf(style);
      if (at >= 0) return this.#count({ id: list.id, starts: new Map(), levels: new Map() }, at, '');
    }
    return '';
  }

  #count({ id, starts, levels }: NamedList, asked: number, name: string): string {
    const level = Math.min(asked, DEEPEST_LEVEL);
    const list = this.#lists.get(id);
    const levelAt = (at: number) => levels.get(at) ?? list?.levels[at];
    const own = levelAt(level);
    if (!list || !own) return '';
    const counters = this.#counters.next(
      {
        ...{ definition: String(id), name, begins: starts },
        startOf: (at) => levelAt(at)?.start ?? 1,
        restartOf: (at) => levelAt(at)?.restart,
      },
      level,
    );
    return own.isHidden ? '' : this.#shown(own, counters, levelAt);
  }

  #shown(
    own: Level,
    counters: readonly (number | undefined)[],
    levelAt: (at: number) => Level | undefined,
  ): string {
    if (own.format === 'bullet')
      return own.pattern === '' ? '' : `${bulletSign(own.pattern, this.#fonts[own.font ?? -1]) ?? '•'} `;
    const words = Array.from(own.pattern, (character) => {
      const place = character.charCodeAt(0);
      if (place > DEEPEST_LEVEL) return character;
      return formatNumber(
        counters[place] ?? 1,
        own.isLegal ? 'decimal' : (levelAt(place)?.format ?? 'decimal'),
      );
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
        const found = levelIn(view, at);
        levels.push(found.level);
        at = found.end;
      }
      const id = view.getInt32(place, true);
      this.#lists.set(id, { id, styles, levels });
    }
  }

  /** The lists as paragraphs name them, then what each changes of its levels. */
  #readNames(view: DataView): void {
    const count = view.byteLength >= 4 ? view.getUint32(0, true) : 0;
    const changes: number[] = [];
    for (let index = 0; index < count && 4 + (index + 1) * OVERRIDE_SIZE <= view.byteLength; index += 1) {
      const place = 4 + index * OVERRIDE_SIZE;
      this.#named.push({ id: view.getInt32(place, true), starts: new Map(), levels: new Map() });
      changes.push(view.getUint8(place + 12));
    }
    let at = 4 + this.#named.length * OVERRIDE_SIZE;
    for (const [index, named] of this.#named.entries()) {
      at += 4;
      for (let change = 0; change < (changes[index] ?? 0) && at + 8 <= view.byteLength; change += 1) {
        const [start, flags] = [view.getInt32(at, true), view.getUint32(at + 4, true)];
        const level = flags & 0x0f;
        at += 8;
        if (flags & 0x20 && at + LEVEL_SIZE <= view.byteLength) {
          const found = levelIn(view, at);
          named.levels.set(level, found.level);
          if (flags & 0x10) named.starts.set(level, found.level.start);
          at = found.end;
        } else if (flags & 0x10) named.starts.set(level, start);
      }
    }
  }
}

/** One level ([MS-DOC] 2.9.150), and where it ends. */
function levelIn(view: DataView, at: number): { level: Level; end: number } {
  const flags = view.getUint8(at + 5);
  const [characterSize, paragraphSize] = [view.getUint8(at + 24), view.getUint8(at + 25)];
  const text = at + LEVEL_SIZE + characterSize + paragraphSize;
  const length = view.getUint16(text, true);
  const pattern = Array.from({ length }, (_, index) =>
    String.fromCharCode(view.getUint16(text + 2 + index * 2, true)),
  ).join('');
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const { numbers } = propertiesIn(bytes.subarray(text - characterSize, text));
  return {
    level: {
      start: view.getInt32(at, true),
      format: numberFormatOf(view.getUint8(at + 4)),
      pattern,
      isLegal: (flags & 0x04) !== 0,
      isHidden: numbers.get(SPRM.vanish) === 1,
      restart: (flags & 0x08) === 0 ? undefined : view.getUint8(at + 26),
      font: numbers.get(SPRM.font),
    },
    end: text + 2 + length * 2,
  };
}
