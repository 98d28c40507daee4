import { UnreadableFile } from '../../../domain/decode.ts';
import { TextBudget } from '../../text-budget.ts';
import type { CompoundFile } from './compound.ts';

/** The parts of a .doc in the order in which they stand in it ([MS-DOC] 2.4.1). */
export const PARTS = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;
export type Part = (typeof PARTS)[number];

interface Piece {
  from: number;
  until: number;
  at: number;
  isCompressed: boolean;
}

interface Run {
  from: number;
  until: number;
  sprms: Uint8Array;
  style: number;
}

/** Properties by their codes ([MS-DOC] 2.6): those that are numbers, and the bytes of others. */
export interface Properties {
  numbers: Map<number, number>;
  bytes: Map<number, Uint8Array>;
}

const FIRST_LENGTH = 0x4c;
const FIRST_PAIR = 0x9a;
const PAGE = 512;
const WORD_97 = 0xc1;
/** Places of the tables in the list of the header, by the names that [MS-DOC] gives them. */
const TABLES = {
  ...{ stshf: 1, plcffndRef: 2, plcffndTxt: 3, plcfBteChpx: 12, plcfBtePapx: 13, sttbfFfn: 15, clx: 33 },
  ...{ plcSpaMom: 40, plcfendRef: 46, plcfendTxt: 47, dggInfo: 50, plcftxbxTxt: 56, plfLst: 73, plfLfo: 74 },
} as const;
/** Properties that are kept in the stream of data, where a page has no room for them. */
const HUGE = [0x6645, 0x6646];

/** The text of a Word 97-2003 file and the properties of its characters and paragraphs ([MS-DOC]). */
export class WordFile {
  readonly text: string;
  /** Pictures, forms and long properties, by offsets. */
  readonly data: Uint8Array;
  readonly #main: Uint8Array;
  readonly #table: Uint8Array;
  readonly #view: DataView;
  readonly #pieces: Piece[];
  readonly #paragraphs: Run[];
  readonly #characters: Run[];

  /** Throws UnreadableFile. */
  constructor(file: CompoundFile) {
    const main = file.stream('WordDocument');
    if (!main)
      throw new UnreadableFile(
        '不是完整的 Word 文件：可能没有存全，也可能是 Excel 或 PowerPoint；请重新拷贝一份，或用 Word、WPS 打开后另存为 .docx 再导入',
      );
    this.#main = main;
    this.data = file.stream('Data') ?? new Uint8Array();
    this.#view = viewOf(main);
    const flags = this.#view.getUint16(0x0a, true);
    if (this.#view.getUint16(0, true) !== 0xa5ec || this.#view.getUint16(2, true) < WORD_97)
      throw new UnreadableFile('是 Word 95 或更早的格式；请用 Word 或 WPS 打开后另存为 .docx');
    if (flags & 0x0100) throw new UnreadableFile('文件有密码；请去掉密码后再导入');
    this.#table = file.stream(flags & 0x0200 ? '1Table' : '0Table') ?? new Uint8Array();
    this.#pieces = this.#readPieces();
    const budget = new TextBudget();
    for (const { from, until } of this.#pieces) budget.spendCharacters(Math.max(0, until - from));
    this.text = this.#pieces.map((piece) => this.#textOf(piece)).join('');
    this.#paragraphs = this.#readRuns(TABLES.plcfBtePapx, true);
    this.#characters = this.#readRuns(TABLES.plcfBteChpx, false);
  }

  /** Where a part begins and ends in the text, which may be shorter than the file states. */
  rangeOf(part: Part): [from: number, until: number] {
    const lengths = PARTS.map((_, index) => this.#view.getUint32(FIRST_LENGTH + index * 4, true));
    const index = PARTS.indexOf(part);
    const from = lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
    const until = from + (lengths[index] ?? 0);
    return [Math.min(from, this.text.length), Math.min(until, this.text.length)];
  }

  /** What is said of the paragraph that a character belongs to: the number of its style, and its properties. */
  paragraphAt(at: number): { style: number; sprms: Properties } {
    const run = findRun(this.#paragraphs, this.#offsetOf(at));
    return { style: run?.style ?? 0, sprms: run ? this.#propertiesOf(run) : NOTHING };
  }

  /** What is said of a character. */
  characterAt(at: number): Properties {
    const run = findRun(this.#characters, this.#offsetOf(at));
    return run ? this.#propertiesOf(run) : NOTHING;
  }

  readonly #known = new WeakMap<Run, Properties>();

  #propertiesOf(run: Run): Properties {
    const known = this.#known.get(run);
    if (known) return known;
    const found = propertiesIn(run.sprms);
    for (const code of HUGE) {
      const at = found.numbers.get(code);
      if (at === undefined || at + 2 > this.data.length) continue;
      const more = propertiesIn(this.data.subarray(at + 2, at + 2 + viewOf(this.data).getUint16(at, true)));
      for (const [other, value] of more.numbers) found.numbers.set(other, value);
      for (const [other, value] of more.bytes) found.bytes.set(other, value);
    }
    this.#known.set(run, found);
    return found;
  }

  /** The bytes of a table named in the header, and where it stands in the table stream. */
  table(name: keyof typeof TABLES): DataView {
    return viewOf(this.#tableBytes(TABLES[name]));
  }

  /** The table stream from a table's beginning to its own end, for what stands behind the table. */
  tableAndBeyond(name: keyof typeof TABLES): DataView {
    const at = this.#view.getUint32(FIRST_PAIR + TABLES[name] * 8, true);
    return viewOf(this.#table.subarray(at));
  }

  #tableBytes(index: number): Uint8Array {
    const at = this.#view.getUint32(FIRST_PAIR + index * 8, true);
    return this.#table.subarray(at, at + this.#view.getUint32(FIRST_PAIR + index * 8 + 4, true));
  }

  #readPieces(): Piece[] {
    const clx = this.#tableBytes(TABLES.clx);
    const view = viewOf(clx);
    let at = 0;
    while (clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
    const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
    const start = at + 5;
    // What is stated may be more than there is; reading beyond the end is a RangeError, but only after room was made for all.
    if (start + count * 12 > clx.length) throw new RangeError('pieces beyond their table');
    return Array.from({ length: count }, (_, index) => {
      const place = view.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
      const isCompressed = (place & 0x40000000) !== 0;
      return {
        from: view.getUint32(start + index * 4, true),
        until: view.getUint32(start + index * 4 + 4, true),
        at: isCompressed ? (place & 0x3fffffff) / 2 : place,
        isCompressed,
      };
    });
  }

  #textOf({ from, until, at, isCompressed }: Piece): string {
    const bytes = this.#main.subarray(at, at + (until - from) * (isCompressed ? 1 : 2));
    return new TextDecoder(isCompressed ? 'windows-1252' : 'utf-16le', {
      ignoreBOM: true,
    }).decode(bytes);
  }

  #offsetOf(at: number): number {
    const piece = this.#pieces.find(({ from, until }) => at >= from && at < until);
    return piece ? piece.at + (at - piece.from) * (piece.isCompressed ? 1 : 2) : -1;
  }

  /** The runs of properties, page by page (FKPs of 512 bytes, [MS-DOC] 2.9.33 and 2.9.174). */
  #readRuns(index: number, isParagraph: boolean): Run[] {
    const plc = this.#tableBytes(index);
    const count = Math.floor((plc.length - 4) / 8);
    const runs: Run[] = [];
    for (let page = 0; page < count; page += 1) {
      const start = (viewOf(plc).getUint32((count + 1) * 4 + page * 4, true) & 0x3fffff) * PAGE;
      const bytes = this.#main.subarray(start, start + PAGE);
      if (bytes.length === PAGE) runs.push(...runsIn(bytes, isParagraph));
    }
    return runs.sort((a, b) => a.from - b.from);
  }
}

function runsIn(page: Uint8Array, isParagraph: boolean): Run[] {
  const view = viewOf(page);
  const count = page[PAGE - 1] ?? 0;
  return Array.from({ length: Math.min(count, 101) }, (_, index) => {
    const at = (page[(count + 1) * 4 + index * (isParagraph ? 13 : 1)] ?? 0) * 2;
    const [from, until] = [view.getUint32(index * 4, true), view.getUint32(index * 4 + 4, true)];
    if (at === 0) return { from, until, sprms: new Uint8Array(), style: 0 };
    const size = page[at] ?? 0;
    if (!isParagraph)
      return {
        from,
        until,
        sprms: page.subarray(at + 1, at + 1 + size),
        style: 0,
      };
    const [begin, length] = size === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, size * 2 - 1];
    const style = begin + 2 <= PAGE ? view.getUint16(begin, true) : 0;
    return {
      from,
      until,
      sprms: page.subarray(begin + 2, begin + length),
      style,
    };
  });
}

function findRun(runs: readonly Run[], offset: number): Run | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.until) low = middle + 1;
    else return run;
  }
  return undefined;
}

const NOTHING: Properties = { numbers: new Map(), bytes: new Map() };

/** The properties in a list of them. */
export function propertiesIn(list: Uint8Array): Properties {
  const view = viewOf(list);
  const found: Properties = { numbers: new Map(), bytes: new Map() };
  for (let at = 0; at + 2 < list.length;) {
    const code = view.getUint16(at, true);
    const size = sizeOfOperand(code, view, at + 2);
    if (at + 2 + size > list.length) break;
    if (code >> 13 === 6) found.bytes.set(code, list.subarray(at + 2, at + 2 + size));
    else if (size === 1) found.numbers.set(code, view.getUint8(at + 2));
    else if (size === 2) found.numbers.set(code, view.getUint16(at + 2, true));
    else if (size === 4) found.numbers.set(code, view.getUint32(at + 2, true));
    at += 2 + size;
  }
  return found;
}

function sizeOfOperand(code: number, view: DataView, at: number): number {
  const sizes = [1, 1, 2, 4, 2, 2, undefined, 3];
  const size = sizes[code >> 13];
  if (size !== undefined) return size;
  const isLong = code === 0xd608;
  return isLong ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
