import { countedText, wordsByPlace, type Counted, type CountedWords } from '../account/counted.ts';
import { CELL, isNoteText, isTableRow, NOTE, NOTE_WORDS, TABLE, withoutMarks } from '../marks.ts';
import { TextBudget } from '../text-budget.ts';
import type { LeftOut, Look, Reading, Replaced } from './reading.ts';

/** A line of text as it is collected. */
export interface CollectedLine {
  text: string;
  /** As in Look; absent for running text. */
  level?: number | undefined;
}

const LONGEST_SHOWN = 20;
const EMPTY_NUMBER = '空段落的自动编号';
/** Numbers, other than bullets. */
const COUNTS = /[\p{L}\p{N}]/u;
const FRACTION = /^\d+\/|\/\d+$/;
const LINES_OF_A_PAGE = 5;
const SHARE_OF_A_PAGE = 0.8;
/** Files could hold the marks and other control characters only by accident or malice. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F]/g;

/**
 * Collects what a reader meets in a file. Every word is kept, left out with a reason, or added; nothing reaches the text any other way,
 * and `finish` holds all of it against the file. Whatever collects throws UnreadableFile where it becomes too much.
 */
export class Collector {
  #buffer = '';
  /** Whether the line has words in bold type, and words in any other. */
  #weight = { bold: false, plain: false };
  #lines: CollectedLine[] = [];
  #after: CollectedLine[] = [];
  readonly #met = new Map<string, string[]>();
  #kept: string[] = [];
  readonly #added: string[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #replaced: Replaced[] = [];
  readonly #notes = new Map<string, number>();
  readonly #facts = new Map<string, string>();
  readonly #budget = new TextBudget();
  /** The number of the line, whose words have not begun. */
  #number: { words: string; part: string | undefined } | undefined;
  /** Whether a number without words stays, as in the cells of a column that counts the rows. */
  #isCell = false;
  /** Whether the next figures begin a number of their own. */
  #isApart = false;
  readonly #absorbed: Reading[] = [];

  /** Words of the file that belong to the text, perhaps in bold type. */
  keep(words: string, part: string, isBold = false): void {
    const clean = words.replace(CONTROL, '');
    if (clean !== words) this.note('去掉了文件里的控制字符');
    this.#meet(words, part);
    if (clean.trim() !== '') this.#beginWords();
    this.#kept.push(clean);
    this.#append(clean);
    if (clean.trim() !== '') this.#weight[isBold ? 'bold' : 'plain'] = true;
  }

  /** Words of the file that do not belong to the text. */
  leave(words: string, part: string, reason: string): void {
    this.#meet(words, part);
    if (words.trim() !== '') this.#leftOut.push({ reason, words, place: part });
  }

  /** Words of the file that stand in the text as others: a code of a sign font as the sign that it draws. */
  replace(words: string, shown: string, part: string, reason: string, isBold = false): void {
    this.#meet(words, part);
    this.#replaced.push({ words, shown, reason, place: part });
    this.#beginWords();
    this.#kept.push(shown);
    const isFraction = FRACTION.test(shown);
    if (isFraction) this.figuresApart();
    this.#append(shown);
    if (isFraction) this.figuresApart();
    if (shown.trim() !== '') this.#weight[isBold ? 'bold' : 'plain'] = true;
  }

  /**
   * A number that the file sets by itself and that begins a line; in a line without words it is left out, but not in a cell. `part` is where its account counts it,
   * absent for bullets and wherever numbers are not counted.
   */
  number(words: string, part: string | undefined): void {
    if (words.trim() === '') return;
    if (part !== undefined) this.#meet(words, part);
    this.#number = { words, part };
  }

  /** Takes over the lines of another file that stands in this one, whose account has been made already. */
  absorb(reading: Reading, place: string): void {
    this.endLine();
    const lines = reading.text.split('\n').filter((text) => text.trim() !== '');
    this.#budget.spendCharacters(reading.text.length);
    this.#budget.spendCells(lines.length);
    this.#lines.push(...lines.map((text) => ({ text })));
    this.#absorbed.push(reading);
    this.#kept.push(reading.text);
    this.note(`${place}（${reading.format}）已读入`);
  }

  /** Words that the file makes by itself. */
  add(words: string): void {
    this.#budget.spendCharacters(words.length);
    this.#beginWords();
    this.#added.push(words);
    this.#append(words);
  }

  /** Figures that follow here are no part of the number before them, as in 3 1/2: a formula begins or ends. */
  figuresApart(): void {
    this.#isApart = true;
  }

  /** White space or a mark between words. */
  space(white: string): void {
    this.#budget.spendCharacters(white.length);
    this.#buffer += white;
  }

  /** Ends a line, a heading of a level where one is given; lines without words vanish. What stands beside the line (text boxes, footnotes) follows it. */
  endLine(level?: number, isInCell = this.#isCell): void {
    if (isInCell && COUNTS.test(this.#number?.words ?? '')) this.#beginWords();
    const { words = '', part: place } = this.#number ?? {};
    if (place !== undefined) this.#leftOut.push({ reason: EMPTY_NUMBER, words, place });
    this.#number = undefined;
    const pieces = this.#buffer.split('\n').map((piece) => piece.trimEnd());
    const isBold = this.#weight.bold && !this.#weight.plain;
    this.#buffer = '';
    this.#weight = { bold: false, plain: false };
    const lines = pieces.filter((text) => text.trim() !== '');
    this.#budget.spendCells(lines.length);
    for (const text of lines) this.#lines.push({ text, level: level ?? (isBold ? 0 : undefined) });
    const after = this.#after;
    this.#after = [];
    this.#lines.push(...after);
  }

  /** Runs a reader over something that stands apart, and returns its lines instead of adding them. */
  apart(read: () => void): CollectedLine[] {
    const [buffer, weight, lines, after] = [this.#buffer, this.#weight, this.#lines, this.#after];
    const [number, isCell] = [this.#number, this.#isCell];
    [this.#buffer, this.#lines, this.#after, this.#number] = ['', [], [], undefined];
    this.#isCell = false;
    this.#weight = { bold: false, plain: false };
    read();
    this.endLine();
    const found = this.#lines;
    [this.#buffer, this.#weight, this.#lines, this.#after] = [buffer, weight, lines, after];
    [this.#number, this.#isCell] = [number, isCell];
    return found;
  }

  /** As `apart`, for a cell of a table, whose number may stand alone. */
  cell(read: () => void): CollectedLine[] {
    return this.apart(() => {
      this.#isCell = true;
      read();
    });
  }

  /** How many lines there are so far. */
  position(): number {
    return this.#lines.length;
  }

  /** Ends a cell, and takes back all lines from a position on, which are the cell's. */
  takeFrom(position: number): CollectedLine[] {
    this.endLine(undefined, true);
    return this.#lines.splice(position);
  }

  /** Lines that follow the one that is being read. */
  follow(lines: readonly CollectedLine[]): void {
    this.#after.push(...lines);
  }

  /** A footnote that is called here. */
  footnote(lines: readonly CollectedLine[]): void {
    const text = lines.map((line) => line.text.trim()).join(' ');
    if (text === '') return;
    this.#beginWords();
    this.space(NOTE);
    this.follow([{ text: NOTE_WORDS + text.replaceAll(NOTE, '') }]);
  }

  /**
   * A table, each cell as its lines. A table of one column, or one that only lays out a page (a cell holds a table or nearly all of the
   * words), is no table: its lines stay lines.
   */
  table(rows: readonly (readonly CollectedLine[][])[]): void {
    const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
    const isLayout = width < 2 || isLayoutTable(rows.flat());
    const notes: CollectedLine[] = [];
    const textOf = (cell: readonly CollectedLine[]) =>
      cell
        .filter((line) => !isNoteText(line.text) || (notes.push(line), false))
        .map((line) => line.text.trim().replace(TABLE, '').replaceAll(CELL, ' '))
        .join(' ')
        .replace(/\s+/g, ' ');
    let mark = isTableRow(this.#lines.at(-1)?.text ?? '') ? TABLE : '';
    for (const cells of rows) {
      if (isLayout) this.#lines.push(...cells.flat());
      else {
        this.#budget.spendCells(width);
        const texts = Array.from({ length: width }, (_, index) => textOf(cells[index] ?? []));
        if (texts.every((text) => text === '')) continue;
        this.#lines.push({ text: mark + texts.join(CELL) });
        mark = '';
      }
    }
    this.#lines.push(...notes);
  }

  /** Something the editor should know; said once, with the number of times. */
  note(words: string): void {
    this.#notes.set(words, (this.#notes.get(words) ?? 0) + 1);
  }

  /** Something the file says about itself, the first time that it says it. */
  fact(name: string, value: string): void {
    if (value.trim() !== '' && !this.#facts.has(name)) this.#facts.set(name, value.trim());
  }

  /** The reading, with all that does not come out even between the file's own words, counted by other means, and what was collected. */
  finish(format: string, counted: Counted): Reading {
    this.endLine();
    let text = '';
    const looks: Look[] = [];
    this.#budget.spendLines(this.#lines.length);
    for (const line of this.#lines) {
      const indent = line.text.length - line.text.trimStart().length;
      if (line.level !== undefined) looks.push({ at: text.length + indent, level: line.level });
      text += `${line.text}\n`;
    }
    const isCounted = !('cannot' in counted);
    const all = <Item>(own: readonly Item[], of: (reading: Reading) => readonly Item[]) => [
      ...own,
      ...this.#absorbed.flatMap(of),
    ];
    const uncounted = all(isCounted ? [] : [counted.cannot], (reading) =>
      reading.uncounted === undefined ? [] : [reading.uncounted],
    );
    return {
      ...{ format, form: 'rich' as const, text, looks },
      unexplained: [
        ...(isCounted ? this.#placeFaults(counted.words, counted.isUnordered === true) : []),
        ...countFaults(text, [...this.#kept, ...this.#added].join('')),
        ...this.#absorbed.flatMap((reading) => reading.unexplained),
      ],
      ...(uncounted.length > 0 && { uncounted: uncounted.join('；') }),
      fileCharacters: this.#absorbed.reduce(
        (sum, reading) => sum + reading.fileCharacters,
        charactersOf(isCounted ? counted.words : this.#metWords()),
      ),
      leftOut: all(this.#leftOut, (reading) => reading.leftOut),
      replaced: all(this.#replaced, (reading) => reading.replaced),
      added: all(this.#added, (reading) => reading.added),
      notes: [...this.#notes].map(([words, times]) => (times > 1 ? `${words}（${times} 处）` : words)),
      facts: this.#facts,
    };
  }

  #metWords(): CountedWords[] {
    return [...this.#met].flatMap(([place, texts]) => texts.map((text) => countedText(place, text)));
  }

  #placeFaults(words: readonly CountedWords[], isUnordered: boolean): string[] {
    const counted = wordsByPlace(words);
    const faultsOf = isUnordered ? numberFaults : orderFaults;
    return [...new Set([...counted.keys(), ...this.#met.keys()])].flatMap((place) =>
      faultsOf(place, counted.get(place) ?? '', (this.#met.get(place) ?? []).join('')),
    );
  }

  /** Words of the line begin: its number stands before them. */
  #beginWords(): void {
    if (!this.#number) return;
    this.#added.push(this.#number.words);
    this.#buffer = this.#number.words + this.#buffer.trimStart();
    this.#number = undefined;
  }

  #append(words: string): void {
    if (words === '') return;
    if (this.#isApart && /\d$/.test(this.#buffer) && /^\d/.test(words)) this.#buffer += ' ';
    this.#isApart = false;
    this.#buffer += words;
  }

  #meet(words: string, part: string): void {
    this.#budget.spendCharacters(words.length);
    const met = this.#met.get(part);
    if (met) met.push(words);
    else this.#met.set(part, [words]);
  }
}

/** A text without white space and control characters, which Office files and pages set as they please. */
export function squeeze(text: string): string {
  return withoutMarks(text.replace(/\s+/gu, '').replace(CONTROL, ''));
}

function isLayoutTable(cells: readonly (readonly CollectedLine[])[]): boolean {
  const length = (lines: readonly CollectedLine[]) => lines.reduce((sum, line) => sum + line.text.length, 0);
  const all = length(cells.flat());
  return cells.some(
    (lines) =>
      lines.some((line) => line.text.includes(CELL)) ||
      (lines.length >= LINES_OF_A_PAGE && length(lines) > all * SHARE_OF_A_PAGE),
  );
}

/** The words of a part must have been met one after the other, none left aside. */
function orderFaults(part: string, raw: string, met: string): string[] {
  const [file, read] = [squeeze(raw), squeeze(met)];
  if (file === read) return [];
  let at = 0;
  while (file[at] === read[at]) at += 1;
  const show = (text: string) => `“${text.slice(Math.max(0, at - 4), at + LONGEST_SHOWN)}”`;
  return [
    `${part}：文件里有 ${file.length} 个字，读到 ${read.length} 个，从第 ${at + 1} 个字起不同：文件 ${show(file)}，读到 ${show(read)}`,
  ];
}

/** Each character of a part must have been met as often as it stands there, in whatever order. */
function numberFaults(part: string, raw: string, met: string): string[] {
  return differences(raw, met).map((difference) => `${part}：读到的${difference}`);
}

function countFaults(text: string, given: string): string[] {
  return differences(given, text).map((difference) => `读出的文字里${difference}`);
}

function differences(expected: string, found: string): string[] {
  const tally = new Map<string, number>();
  for (const character of squeeze(expected)) tally.set(character, (tally.get(character) ?? 0) + 1);
  for (const character of squeeze(found)) tally.set(character, (tally.get(character) ?? 0) - 1);
  return [...tally]
    .filter(([, left]) => left !== 0)
    .map(([character, left]) => `“${character}”${left > 0 ? '少了' : '多了'} ${Math.abs(left)} 个`);
}

/** How many characters the file itself holds; numbers that it sets by itself stand in it nowhere. */
function charactersOf(words: readonly CountedWords[]): number {
  const own = words.filter(({ what }) => what !== 'number').map(({ text }) => text);
  return Array.from(squeeze(own.join(''))).length;
}
