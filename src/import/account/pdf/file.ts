import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { decipherFor, type Decipher } from './decipher.ts';
import { unfilter, Uncountable } from './filters.ts';
import { Parser } from './parse.ts';
import {
  isDictionary,
  isList,
  isReference,
  isStream,
  keywordOf,
  nameOf,
  numberOf,
  type Dictionary,
  type Stream,
  type Value,
} from './values.ts';

const OBJECT = /(?<![0-9])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![a-z])|\btrailer\b/g;
const MOST_OBJECTS = 2_000_000;
const MOST_HOPS = 20;

/**
 * The objects of a PDF, found by going through the file from its beginning, without its table of contents: of two with one number the
 * later one counts, as where a file was added to. Throws Uncountable.
 */
export class PdfFile {
  readonly #objects = new Map<number, Value>();
  /** Where in the file each object stands, or the stream that it is packed in. */
  readonly #places = new Map<number, number>();
  readonly #unpacked = new Map<Stream, string>();
  #trailer = new Map<string, Value>();
  #decipher: Decipher | undefined;
  #spent = 0;

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.#scan(text);
    const encryption = this.resolve(this.#trailer.get('Encrypt'));
    if (isDictionary(encryption))
      this.#decipher = decipherFor(encryption, this.#trailer.get('ID'), (value) => this.resolve(value));
    this.#openObjectStreams();
  }

  get isEncrypted(): boolean {
    return this.#decipher !== undefined;
  }

  /** The catalogue of the file, where its pages begin. */
  root(): Dictionary {
    const root = this.resolve(this.#trailer.get('Root'));
    if (isDictionary(root)) return root;
    const found = [...this.#objects.values()].findLast(
      (value) => isDictionary(value) && nameOf(value.get('Type')) === 'Catalog',
    );
    if (!isDictionary(found)) throw new Uncountable('找不到文件的目录对象');
    return found;
  }

  /** A value, what it refers to in its place. */
  resolve(value: Value | undefined): Value | undefined {
    let found = value;
    for (let hops = 0; isReference(found) && hops < MOST_HOPS; hops += 1)
      found = this.#objects.get(found.number);
    return isReference(found) ? undefined : found;
  }

  dictionaryIn(value: Value | undefined): Dictionary {
    const found = this.resolve(value);
    if (isStream(found)) return found.dictionary;
    return isDictionary(found) ? found : new Map<string, Value>();
  }

  listIn(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return isList(found) ? found : [];
  }

  /** What a stream holds, decrypted and its filters undone. Throws Uncountable. */
  contentOf(stream: Stream): string {
    const known = this.#unpacked.get(stream);
    if (known !== undefined) return known;
    const { dictionary } = stream;
    const filters = this.#listOrOne(dictionary.get('Filter') ?? dictionary.get('F'));
    const parameters = this.#listOrOne(dictionary.get('DecodeParms') ?? dictionary.get('DP'));
    const raw = this.#decipher ? this.#decipher(stream) : stream.raw;
    const content = unfilter(raw, filters, parameters);
    this.#spent += content.length;
    if (this.#spent > IMPORT_BUDGET.pdfContentBytes) throw new Uncountable('内容解压后太大');
    this.#unpacked.set(stream, content);
    return content;
  }

  #listOrOne(value: Value | undefined): Value[] {
    const found = this.resolve(value);
    if (found === undefined || found === null) return [];
    return (isList(found) ? found : [found]).map((each) => this.resolve(each) ?? null);
  }

  #scan(text: string): void {
    OBJECT.lastIndex = 0;
    for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text)) {
      const parser = new Parser(text, OBJECT.lastIndex);
      const value = parser.next();
      if (value === undefined) return;
      OBJECT.lastIndex = parser.at;
      const [, number, generation] = match;
      if (number === undefined) {
        if (isDictionary(value)) this.#takeTrailer(value);
        continue;
      }
      if (this.#objects.size > MOST_OBJECTS) throw new Uncountable('对象太多');
      const place = { number: Number(number), generation: Number(generation) };
      const stream = isDictionary(value) ? streamAt(text, parser.at, value, place) : undefined;
      this.#objects.set(place.number, stream?.stream ?? value);
      this.#places.set(place.number, match.index);
      if (!stream) continue;
      OBJECT.lastIndex = stream.end;
      if (nameOf(stream.stream.dictionary.get('Type')) === 'XRef')
        this.#takeTrailer(stream.stream.dictionary);
    }
  }

  #takeTrailer(trailer: Dictionary): void {
    this.#trailer = new Map([...this.#trailer, ...trailer]);
  }

  /** Objects within streams of objects (ISO 32000-1, 7.5.7), which stand where their stream does. */
  #openObjectStreams(): void {
    const packed = [...this.#objects.values()].filter(
      (value): value is Stream => isStream(value) && nameOf(value.dictionary.get('Type')) === 'ObjStm',
    );
    for (const stream of packed) {
      const place = this.#places.get(stream.number) ?? 0;
      const content = this.contentOf(stream);
      const header = new Parser(content);
      const first = numberOf(this.resolve(stream.dictionary.get('First'))) ?? 0;
      const count = numberOf(this.resolve(stream.dictionary.get('N'))) ?? 0;
      for (let index = 0; index < count; index += 1) {
        const number = numberOf(header.next());
        const offset = numberOf(header.next());
        if (number === undefined || offset === undefined) break;
        const value = new Parser(content, first + offset).next();
        if (value === undefined || (this.#places.get(number) ?? -1) > place) continue;
        this.#objects.set(number, value);
        this.#places.set(number, place);
      }
    }
  }
}

/** The stream that follows its dictionary, and where it ends. Its length is believed where the stream does end there. */
function streamAt(
  text: string,
  at: number,
  dictionary: Dictionary,
  place: { number: number; generation: number },
): { stream: Stream; end: number } | undefined {
  const parser = new Parser(text, at);
  if (keywordOf(parser.next()) !== 'stream') return undefined;
  const start =
    parser.at + (text.startsWith('\r\n', parser.at) ? 2 : /[\r\n]/.test(text[parser.at] ?? '') ? 1 : 0);
  const length = numberOf(dictionary.get('Length'));
  const isRight =
    length !== undefined && /^\s{0,2}endstream/.test(text.slice(start + length, start + length + 12));
  const end = isRight ? start + length : endOfStream(text, start);
  const raw = text.slice(start, end);
  return { stream: { kind: 'stream', dictionary, raw, ...place }, end };
}

/** Where a stream of unknown length ends: at the first mark of its end behind which its object ends. */
function endOfStream(text: string, start: number): number {
  for (let end = text.indexOf('endstream', start); end >= 0; end = text.indexOf('endstream', end + 1))
    if (/^endstream\s*endobj/.test(text.slice(end, end + 30))) return end - lengthOfLineEnd(text, end);
  const end = text.indexOf('endstream', start);
  return end < 0 ? text.length : end - lengthOfLineEnd(text, end);
}

function lengthOfLineEnd(text: string, end: number): number {
  return text.slice(end - 2, end) === '\r\n' ? 2 : /[\r\n]/.test(text[end - 1] ?? '') ? 1 : 0;
}
