import { Uncountable } from './filters.ts';
import { codeReaderOf, fontIn, type CodeReader, type ShownCode } from './fonts.ts';
import { Marks } from './marks.ts';
import { Parser } from './parse.ts';
import { statedIn } from './stated.ts';
import type { PdfFile } from './file.ts';
import {
  bytesOf,
  isDictionary,
  isList,
  isStream,
  keywordOf,
  nameOf,
  type Dictionary,
  type Value,
} from './values.ts';

const DEEPEST = 20;
const MOST_CODES = 2_000_000;
/** Operators that show text, the operand that holds it being the last. */
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

/** Follows what pages draw, and takes down every code that is shown, in order. Throws Uncountable. */
export class Shower {
  readonly #file: PdfFile;
  readonly #readers = new Map<Dictionary, CodeReader>();
  marks = new Marks();
  codes: ShownCode[] = [];
  /** How many pictures were drawn. */
  pictures = 0;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** Follows a program of drawing steps with the resources that it names. */
  run(program: string, resources: Dictionary, depth = 0): void {
    if (depth > DEEPEST) return;
    const parser = new Parser(program);
    const saved: (CodeReader | undefined)[] = [];
    let reader: CodeReader | undefined;
    let operands: Value[] = [];
    for (let value = parser.next(); value !== undefined; value = parser.next()) {
      const operator = keywordOf(value);
      if (operator === undefined) {
        operands.push(value);
        continue;
      }
      if (operator === 'q') saved.push(reader);
      else if (operator === 'Q') reader = saved.length > 0 ? saved.pop() : reader;
      else if (operator === 'Tf')
        reader = this.#readerFor(fontIn(this.#file, resources, nameOf(operands[0]) ?? ''));
      else if (operator === 'gs') reader = this.#fontOfState(resources, operands[0]) ?? reader;
      else if (operator === 'Do') this.#draw(resources, nameOf(operands[0]) ?? '', depth);
      else if (operator === 'BMC') this.marks.begin(nameOf(operands[0]));
      else if (operator === 'BDC')
        this.marks.begin(nameOf(operands[0]), statedIn(this.#file, resources, operands[1]));
      else if (operator === 'EMC') this.marks.end();
      else if (operator === 'BI') this.#skipPicture(parser, program);
      else if (SHOWS.has(operator)) this.#show(operands.at(-1), reader);
      operands = [];
    }
  }

  #show(shown: Value | undefined, reader: CodeReader | undefined): void {
    const stated = this.marks.current;
    for (const piece of isList(shown) ? shown : [shown]) {
      const bytes = bytesOf(piece);
      if (bytes !== undefined && bytes !== '')
        for (const code of (reader ?? unreadable)(bytes))
          this.codes.push(stated ? { ...code, stated } : code);
    }
    if (this.codes.length > MOST_CODES) throw new Uncountable('字太多');
  }

  #readerFor(font: Dictionary | undefined): CodeReader | undefined {
    if (!font) return undefined;
    let reader = this.#readers.get(font);
    if (!reader) this.#readers.set(font, (reader = codeReaderOf(this.#file, font)));
    return reader;
  }

  #fontOfState(resources: Dictionary, name: Value | undefined): CodeReader | undefined {
    const states = this.#file.dictionaryIn(resources.get('ExtGState'));
    const [font] = this.#file.listIn(this.#file.dictionaryIn(states.get(nameOf(name) ?? '')).get('Font'));
    const found = this.#file.resolve(font);
    return isDictionary(found) ? this.#readerFor(found) : undefined;
  }

  #draw(resources: Dictionary, name: string, depth: number): void {
    const drawn = this.#file.resolve(this.#file.dictionaryIn(resources.get('XObject')).get(name));
    if (!isStream(drawn)) return;
    const kind = nameOf(this.#file.resolve(drawn.dictionary.get('Subtype')));
    if (kind === 'Image') this.pictures += 1;
    if (kind !== 'Form') return;
    const own = this.#file.resolve(drawn.dictionary.get('Resources'));
    this.run(this.#file.contentOf(drawn), isDictionary(own) ? own : resources, depth + 1);
  }

  /** A picture written among the steps ends at EI with white space around it, behind which there are no bytes of a picture. */
  #skipPicture(parser: Parser, program: string): void {
    this.pictures += 1;
    for (let value = parser.next(); value !== undefined && keywordOf(value) !== 'ID';) value = parser.next();
    const end = /[\s]EI(?=[\s]+[\x20-\x7e\s]{0,10}|$)/g;
    end.lastIndex = parser.at;
    parser.at = end.exec(program) ? end.lastIndex : program.length;
  }
}

/** Text that no font is set for shows nothing that could be told. */
const unreadable: CodeReader = (bytes) =>
  Array.from(bytes, (byte) => ({ code: byte.charCodeAt(0), character: undefined }));
